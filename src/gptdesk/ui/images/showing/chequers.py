"""The squares behind what is transparent."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gptdesk.ui.theme.theme import Theme

SIDE = 10


def draw_chequers(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Two quiet colours; the caller clips."""
    painter.fillRect(place, theme.color("surface-raised"))
    shade = theme.color("fill-pressed")
    rows = range(int(place.height() // SIDE) + 1)
    for row in rows:
        for column in range(row % 2, int(place.width() // SIDE) + 1, 2):
            square = QRectF(place.x() + column * SIDE, place.y() + row * SIDE, SIDE, SIDE)
            painter.fillRect(square.intersected(place), shade)
