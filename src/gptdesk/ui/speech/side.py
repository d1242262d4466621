"""How the text is to be spoken: model, voice, manner, speed and format."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gptdesk.domain.speech import FASTEST, SLOWEST
from gptdesk.ui.speech.modelchoice import ModelChoice
from gptdesk.ui.speech.voices import VoiceGrid
from gptdesk.ui.speech.words import format_name, speed_text
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Segments, Slider
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.meaning import explain
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate

STEP = 0.05
MARGIN = 16
GAP = 16


class SpeechSide(QScrollArea):
    """A column of choices.

    Signals:
        changed: voice, manner, speed or format are different now.
        words_requested: the person wants to see the list of words.
    """

    changed = Signal()
    words_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech.side")
        self._theme = Theme.current()
        self._takes_manner = True
        self._inside = QWidget()
        self.model = ModelChoice(self._inside)
        self.voice = VoiceGrid(self._inside)
        self.instructions = QPlainTextEdit(self._inside)
        self.speed = Slider(self._inside)
        self.format = Segments(self._inside)
        self.words = Button(kind="link", icon="spell-check", parent=self._inside)
        self._model_title = Label(style="label", parent=self._inside)
        self._model_note = Label(style="secondary", role="text-quiet", parent=self._inside)
        self._manner_title = Label(style="label", parent=self._inside)
        self._manner_note = Label(style="secondary", role="text-quiet", parent=self._inside)
        self._examples = Button(kind="link", trailing_icon="chevron-down", parent=self._inside)
        explain(self.voice, "voice")
        self._speed_title = Label(style="label", parent=self._inside)
        self._speed_now = Label(style="label", tabular=True, parent=self._inside)
        self._format_title = Label(style="label", parent=self._inside)
        self._formats: tuple[str, ...] = ()
        self._build()
        self._connect()
        self._restyle()
        self._retranslate()

    # Values

    @property
    def speed_value(self) -> float:
        return round(self.speed.value() * STEP, 2)

    @property
    def manner(self) -> str:
        return self.instructions.toPlainText()

    def set_speed(self, speed: float) -> None:
        self.speed.setValue(round(speed / STEP))
        self._show_speed()

    def set_speeds(self, slowest: float, fastest: float) -> None:
        """What the model can do; beyond twice as fast nobody understands it."""
        self.speed.setRange(round(slowest / STEP), round(min(fastest, FASTEST / 2) / STEP))
        self._show_speed()

    def set_manner(self, text: str) -> None:
        if text != self.manner:
            self.instructions.setPlainText(text)

    def set_formats(self, formats: Sequence[str]) -> None:
        if tuple(formats) != self._formats:
            self._formats = tuple(formats)
            self.format.set_options([(kind, format_name(kind)) for kind in formats])
            self._name_format()

    def set_known(self, known: bool) -> None:
        """Without a model there is nothing to choose of its voices and formats."""
        for widget in (self.voice, self._format_title, self.format):
            widget.setVisible(known)

    def set_model_note(self, text: str, *, is_warning: bool = False) -> None:
        """A line under the model: what it is, or until when it answers."""
        self._model_note.setText(text)
        self._model_note.set_role("warn" if is_warning else "text-quiet")
        self._model_note.setVisible(bool(text))

    def set_takes_manner(self, takes: bool) -> None:
        """Whether this model follows instructions; where not, it is said and not hidden."""
        self._takes_manner = takes
        self.instructions.setEnabled(takes)
        self._examples.setVisible(takes)
        self._manner_note.setVisible(not takes)

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
        self._add(layout, self._model_title, self.model, self._model_note)
        self._add(layout, self.voice)
        self._add(layout, self._manner_title, self.instructions, self._manner_note, self._examples)
        speed_row = QHBoxLayout()
        speed_row.addWidget(self._speed_title)
        speed_row.addStretch(1)
        speed_row.addWidget(self._speed_now)
        layout.addLayout(speed_row)
        self._add(layout, self.speed)
        self._add(layout, self._format_title, self.format)
        layout.addWidget(self.words, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # the scroll area has switched it on
        self._name_parts()

    def _add(self, layout: QVBoxLayout, *widgets: QWidget) -> None:
        for widget in widgets:
            is_link = isinstance(widget, Button)
            layout.addWidget(
                widget, 0, Qt.AlignmentFlag.AlignLeft if is_link else Qt.AlignmentFlag(0)
            )
        layout.addSpacing(GAP - 6)

    def _name_parts(self) -> None:
        self.instructions.setObjectName("speech.instructions")
        self.speed.setObjectName("speech.speed")
        self.format.setObjectName("speech.format")
        self.words.setObjectName("speech.words")
        self.instructions.setProperty("field", True)
        self.instructions.setTabChangesFocus(True)
        for label in (self._model_note, self._manner_note):
            label.setWordWrap(True)
        self.format.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_speeds(SLOWEST, FASTEST)
        self.speed.setSingleStep(1)
        self.speed.setPageStep(5)
        self.set_speed(1.0)
        self.set_model_note("")
        self.set_known(False)
        self.set_takes_manner(True)

    def _connect(self) -> None:
        self.voice.chosen.connect(self._on_changed)
        self.instructions.textChanged.connect(self.changed)
        self.speed.valueChanged.connect(self._on_speed)
        self.format.chosen.connect(self._on_changed)
        self.words.clicked.connect(self.words_requested)
        self._examples.clicked.connect(self._show_examples)
        self._theme.changed.connect(self._restyle)

    def _on_changed(self, _value: str) -> None:
        self.changed.emit()

    def _on_speed(self) -> None:
        self._show_speed()
        self.changed.emit()

    def _show_speed(self) -> None:
        self._speed_now.setText(speed_text(self.speed_value))
        self.speed.setAccessibleDescription(self._speed_now.text())

    def _show_examples(self) -> None:
        offered = menu(self)
        for text in manner_examples():
            offered.addAction(text, partial(self.instructions.setPlainText, text))
        place = self._examples.mapToGlobal(self._examples.rect().bottomLeft())
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(place)

    def _restyle(self) -> None:
        lines = 3 * self._theme.line("base") + 18
        self.instructions.setFixedHeight(lines)
        self.instructions.setFont(self._theme.font("base"))

    def _name_format(self) -> None:
        self.format.setAccessibleName(translate("Speech", "Format"))

    def _retranslate(self) -> None:
        self._model_title.setText(translate("Speech", "Model"))
        self.model.setAccessibleName(translate("Speech", "Model"))
        self._manner_title.setText(translate("Speech", "How it should sound"))
        self.instructions.setAccessibleName(translate("Speech", "How it should sound"))
        self.instructions.setPlaceholderText(
            translate("Speech", "For example: calmly, like a bedtime story")
        )
        self._manner_note.setText(translate("Speech", "This model does not take instructions."))
        self._examples.setText(translate("Speech", "Examples"))
        self._speed_title.setText(translate("Speech", "Speed"))
        self.speed.setAccessibleName(translate("Speech", "Speed"))
        self._format_title.setText(translate("Speech", "Format"))
        self._format_title.setToolTip(
            translate(
                "Speech",
                "MP3 plays everywhere. WAV and FLAC lose nothing. Opus, AAC and M4A are small.",
            )
        )
        self.words.setText(translate("Speech", "Words said differently"))
        self.words.setToolTip(
            translate("Speech", "Names and short forms that the voice should say another way")
        )
        self._show_speed()
        self._name_format()


def manner_examples() -> tuple[str, ...]:
    """Ways to speak that show what instructions can do."""
    return (
        translate("Speech", "Calmly and slowly, like a bedtime story."),
        translate("Speech", "Like a newsreader: clear, even, without emotion."),
        translate("Speech", "Cheerful and quick, with a smile in the voice."),
        translate("Speech", "An old man telling a story by the fire, unhurried."),
        translate("Speech", "A patient teacher who stresses the important words."),
    )
