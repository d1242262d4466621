"""The list of words that are said in another way than they are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gptdesk.domain.speech import SpokenWord
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.fields import TextField
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate


class WordList(QScrollArea):
    """Two fields for each word; kept while typing.

    Signals:
        changed: a list of SpokenWord.
    """

    changed = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech.wordlist")
        self._rows: list[_Row] = []
        self._inside = QWidget()
        self._text = Label(style="secondary", role="text-quiet", parent=self._inside)
        self._add = Button(kind="soft", icon="plus", small=True, parent=self._inside)
        self._column = QVBoxLayout()
        self._build()
        self._retranslate()

    @property
    def words(self) -> list[SpokenWord]:
        return [row.word for row in self._rows if row.word.written]

    def set_words(self, words: Sequence[SpokenWord]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for word in words:
            self._add_row(word)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._text.setWordWrap(True)
        self._add.setObjectName("speech.words.add")
        self._column.setSpacing(8)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(16, 4, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addLayout(self._column)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # the scroll area has switched it on
        self._add.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        self._add_row(SpokenWord("", "")).written.setFocus()

    def _add_row(self, word: SpokenWord) -> _Row:
        row = _Row(word, self._inside)
        row.edited.connect(self._on_edited)
        row.remove.clicked.connect(partial(self._on_remove, row))
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _on_remove(self, row: _Row) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._on_edited()

    def _on_edited(self) -> None:
        self.changed.emit(self.words)

    def _retranslate(self) -> None:
        self._text.setText(
            translate(
                "Speech",
                "The voice says the right-hand word instead of the left-hand one. "
                "The text itself stays as it is.",
            )
        )
        self._add.setText(translate("Speech", "Add a word"))
        for row in self._rows:
            row.retranslate()


class _Row(QWidget):
    edited = Signal()

    def __init__(self, word: SpokenWord, parent: QWidget) -> None:
        super().__init__(parent)
        self.written = TextField(self)
        self.spoken = TextField(self)
        self.remove = IconButton("x", small=True, parent=self)
        self.written.setText(word.written)
        self.spoken.setText(word.spoken)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.written, self.spoken, self.remove):
            layout.addWidget(widget)
        for field in (self.written, self.spoken):
            field.setMinimumWidth(40)
            field.textEdited.connect(self._on_edited)
        self.retranslate()

    @property
    def word(self) -> SpokenWord:
        return SpokenWord(self.written.text().strip(), self.spoken.text().strip())

    def retranslate(self) -> None:
        self.written.setPlaceholderText(translate("Speech", "Written"))
        self.written.setAccessibleName(translate("Speech", "Written"))
        self.spoken.setPlaceholderText(translate("Speech", "Spoken"))
        self.spoken.setAccessibleName(translate("Speech", "Spoken"))
        self.remove.set_label(translate("Speech", "Remove this word"))

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
