"""The panel at the right: how to speak, or what was spoken, or the list of words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.speech.history import SpeechHistory
from gptdesk.ui.speech.side import SpeechSide
from gptdesk.ui.speech.wordlist import WordList
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

WIDTH = 320


class SpeechPanel(QWidget):
    """One of three leaves; the second and third have a way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.side = SpeechSide(self)
        self.history = SpeechHistory(self)
        self.words = WordList(self)
        self._head = QWidget(self)
        self._back = IconButton("arrow-left", small=True, parent=self._head)
        self._title = Label(style="strong", parent=self._head)
        self._stack = QStackedWidget(self)
        for leaf in (self.side, self.history, self.words):
            self._stack.addWidget(leaf)
        self._back.setObjectName("speech.back_to_settings")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        self._back.clicked.connect(self.show_side)
        self._theme.changed.connect(self.update)
        self.show_side()
        self._retranslate()

    @property
    def is_history_shown(self) -> bool:
        return self._stack.currentWidget() is self.history

    def show_side(self) -> None:
        self._show(self.side)

    def show_history(self) -> None:
        self._show(self.history)

    def show_words(self) -> None:
        self._show(self.words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface-sunken"))
        hairline(painter, 0, 0, 1, self.height())

    def _show(self, leaf: QWidget) -> None:
        self._stack.setCurrentWidget(leaf)
        self._head.setVisible(leaf is not self.side)
        self._retranslate()

    def _retranslate(self) -> None:
        if self.is_history_shown:
            self._title.setText(translate("Speech", "History"))
        else:
            self._title.setText(translate("Speech", "Words said differently"))
        self._back.set_label(translate("Speech", "Back to the voice"))
