"""Quiet areas and hairlines, painted from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme


class Area(QWidget):
    """A part of the page with its own ground and a hairline at one of its edges.

    `edge` is right, top, bottom or empty.
    """

    def __init__(self, role: str, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._edge = edge
        Theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = Theme.current()
        painter.fillRect(self.rect(), theme.color(self._role))
        lines = {
            "right": QRect(self.width() - 1, 0, 1, self.height()),
            "top": QRect(0, 0, self.width(), 1),
            "bottom": QRect(0, self.height() - 1, self.width(), 1),
        }
        if self._edge:
            painter.fillRect(lines[self._edge], theme.color("hairline"))


class Hairline(QWidget):
    """A line of one pixel between two groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().color("hairline"))
