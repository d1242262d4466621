"""How a recording is to be written down: model, language, hints and loudness."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.languages import spoken_languages
from gptdesk.ui.transcription.modelbutton import ModelField
from gptdesk.ui.widgets.fields import CheckBox, Choice, TextField
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.meaning import explain

translate = QCoreApplication.translate

MARGIN = 16
GAP = 16


class TranscriptionSide(QScrollArea):
    """A column of choices; below them other parts of the tab may stand.

    Signals:
        changed: language, hints or one of the ticks are different now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.side")
        self._theme = Theme.current()
        self._inside = QWidget()
        inside = self._inside
        self.model = ModelField(inside)
        self.language = Choice(inside)
        self.keywords = TextField(inside)
        self.prompt = QPlainTextEdit(inside)
        self.even = CheckBox(parent=inside)
        self.english = CheckBox(parent=inside)
        self._model_title = Label(style="label", parent=inside)
        self._model_note = Label(style="secondary", role="text-quiet", parent=inside)
        self._language_title = Label(style="label", parent=inside)
        self._words_title = Label(style="label", parent=inside)
        self._words_note = Label(style="secondary", role="text-quiet", parent=inside)
        self._prompt_title = Label(style="label", parent=inside)
        explain(self._prompt_title, "prompt")
        self._english_note = Label(style="secondary", role="text-quiet", parent=inside)
        self._below = QVBoxLayout()
        self._build()
        self._connect()
        self._restyle()
        self._retranslate()

    # Values

    @property
    def words(self) -> tuple[str, ...]:
        """The keywords, however they were parted."""
        text = self.keywords.text()
        for sign in "，、；;\n":
            text = text.replace(sign, ",")
        return tuple(word.strip() for word in text.split(",") if word.strip())

    def show_values(
        self, language: str, prompt: str, keywords: tuple[str, ...], *, even: bool, english: bool
    ) -> None:
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        if prompt != self.prompt.toPlainText():
            self.prompt.setPlainText(prompt)
        if keywords != self.words:
            self.keywords.setText(", ".join(keywords))
        self.even.setChecked(even)
        self.english.setChecked(english)

    def set_model_note(self, text: str, *, is_warning: bool = False) -> None:
        self._model_note.setText(text)
        self._model_note.set_role("warn" if is_warning else "text-quiet")
        self._model_note.setVisible(bool(text))

    def set_takes(self, *, prompt: bool, keywords: bool, english: bool, known: bool) -> None:
        """What the chosen model takes; what it does not take is not there, or says why."""
        for widget in (self._prompt_title, self.prompt):
            widget.setVisible(prompt)
        for other in (self._words_title, self.keywords, self._words_note):
            other.setVisible(keywords)
        self.english.setVisible(known)
        self.english.setEnabled(english)
        self._english_note.setVisible(known and not english)

    def add_below(self, widget: QWidget) -> None:
        self._below.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # How it is built

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        layout.setSpacing(6)
        groups = (
            (self._model_title, self.model, self._model_note),
            (self._language_title, self.language),
            (self._words_title, self.keywords, self._words_note),
            (self._prompt_title, self.prompt),
        )
        for group in groups:
            for widget in group:
                layout.addWidget(widget)
            layout.addSpacing(GAP - 6)
        layout.addWidget(self.even)
        layout.addSpacing(2)
        layout.addWidget(self.english)
        layout.addWidget(self._english_note)
        layout.addSpacing(GAP - 6)
        self._below.setSpacing(GAP)
        layout.addLayout(self._below)
        layout.addStretch(1)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # the scroll area has switched it on
        self._name_parts()

    def _name_parts(self) -> None:
        self.language.setObjectName("transcription.language")
        self.keywords.setObjectName("transcription.keywords")
        self.prompt.setObjectName("transcription.prompt")
        self.even.setObjectName("transcription.even")
        self.english.setObjectName("transcription.english")
        self.prompt.setProperty("field", True)
        self.prompt.setTabChangesFocus(True)
        for label in (self._model_note, self._words_note, self._english_note):
            label.setWordWrap(True)
        self.set_model_note("")
        self.set_takes(prompt=False, keywords=False, english=False, known=False)

    def _connect(self) -> None:
        self.language.activated.connect(self._on_changed)
        self.prompt.textChanged.connect(self.changed)
        self.keywords.textChanged.connect(self._on_changed)
        self.even.toggled.connect(self._on_changed)
        self.english.toggled.connect(self._on_changed)
        self._theme.changed.connect(self._restyle)

    def _on_changed(self, _value: object) -> None:
        self.changed.emit()

    def _restyle(self) -> None:
        self.prompt.setFixedHeight(3 * self._theme.line("base") + 18)
        self.prompt.setFont(self._theme.font("base"))

    def _retranslate(self) -> None:
        self._model_title.setText(translate("Transcription", "Model"))
        self._language_title.setText(translate("Transcription", "Language of the recording"))
        self.language.setAccessibleName(self._language_title.text())
        self.language.setToolTip(
            translate("Transcription", "Naming it helps with short recordings and rare languages.")
        )
        chosen = self.language.currentData() or ""
        self.language.clear()
        for code, name in spoken_languages():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen)))
        self._words_title.setText(translate("Transcription", "Names and words to expect"))
        self.keywords.setAccessibleName(self._words_title.text())
        self.keywords.setPlaceholderText(translate("Transcription", "For example: Li Wei, gptdesk"))
        self._words_note.setText(
            translate("Transcription", "Part them with commas. The model then spells them right.")
        )
        self._prompt_title.setText(translate("Transcription", "What it is about"))
        self.prompt.setAccessibleName(self._prompt_title.text())
        self.prompt.setPlaceholderText(
            translate("Transcription", "For example: Minutes of a meeting of Café Lumen in Lyon")
        )
        tip = translate(
            "Transcription",
            "A sentence or two in the language of the recording, with names as they are to be "
            "written. It helps the model to hear them; it is no instruction.",
        )
        self._prompt_title.setToolTip(tip)
        self.prompt.setToolTip(tip)
        self.even.setText(translate("Transcription", "Even the loudness"))
        self.even.setToolTip(
            translate("Transcription", "Makes quiet voices louder before they are sent.")
        )
        self.english.setText(translate("Transcription", "Translate into English"))
        self.english.setToolTip(
            translate("Transcription", "Writes English, whatever language is spoken.")
        )
        self._english_note.setText(
            translate(
                "Transcription",
                "This model does not translate. The finished text can be translated in Chat.",
            )
        )
