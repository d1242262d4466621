"""What dims the page under the drawer with the list of chats."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme


class Scrim(QWidget):
    """Dims the page under the drawer.

    Signals:
        pressed: a click beside the drawer.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().color("scrim"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
