"""The panel at the right: how to write down, or what was written down before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.side import TranscriptionSide
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

WIDTH = 272


class TranscriptionPanel(QWidget):
    """One of two leaves; the history has a way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.side = TranscriptionSide(self)
        self._history: QWidget | None = None
        self._head = QWidget(self)
        self._back = IconButton("arrow-left", small=True, parent=self._head)
        self._title = Label(style="strong", parent=self._head)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.side)
        self._back.setObjectName("transcription.back_to_settings")
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
        return self._stack.currentWidget() is self._history

    def set_history(self, widget: QWidget) -> None:
        self._history = widget
        self._stack.addWidget(widget)

    def show_side(self) -> None:
        self._stack.setCurrentWidget(self.side)
        self._head.hide()

    def show_history(self) -> None:
        if self._history is not None:
            self._stack.setCurrentWidget(self._history)
            self._head.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface-sunken"))
        hairline(painter, 0, 0, 1, self.height())

    def _retranslate(self) -> None:
        self._title.setText(translate("Transcription", "History"))
        self._back.set_label(translate("Transcription", "Back to the model"))
