"""The mark after the last word of an answer that is still being written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.turning import is_motion_wanted

BLINK_MS = 530
WIDTH = 2
HEIGHT = 16
GAP = 2


class Caret(QWidget):
    """Blinks, unless the system asks for less motion."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_lit = True
        self._timer = QTimer(self)
        self._timer.setInterval(BLINK_MS)
        self._timer.timeout.connect(self._on_blink)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def place(self, corner: QPoint) -> None:
        """`corner` is the end of the text, at the middle of its line."""
        theme = Theme.current()
        height = theme.px(HEIGHT)
        self.setGeometry(corner.x() + GAP, corner.y() - height // 2, WIDTH, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_lit:
            QPainter(self).fillRect(self.rect(), Theme.current().color("accent-text"))

    def showEvent(self, event: QShowEvent) -> None:
        self._is_lit = True
        if is_motion_wanted(self):
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _on_blink(self) -> None:
        self._is_lit = not self._is_lit
        self.update()


def end_of_text(document: QTextDocument) -> QPoint:
    """Where the last line ends, and its middle."""
    block = document.lastBlock()
    if not block.text() and block.previous().isValid():
        block = block.previous()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    height = block.blockFormat().lineHeight()
    layout = block.layout()
    lines = max(1, layout.lineCount())
    x = block.blockFormat().leftMargin()
    if layout.lineCount():
        line = layout.lineAt(lines - 1)
        x = line.x() + line.naturalTextWidth()
    return QPoint(round(origin.x() + x), round(origin.y() + (lines - 0.5) * height))
