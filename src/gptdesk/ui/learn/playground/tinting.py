"""Paints the tokens of a text behind its letters, for the lines that can be seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine

from gptdesk.ui.theme.theme import Theme

TINTS = ("tint-1", "tint-2", "tint-3", "tint-4", "tint-5")
RADIUS = 3.0


def tint_of(number: int) -> str:
    return TINTS[number % len(TINTS)]


def paint_tints(
    painter: QPainter,
    layout: QTextLayout,
    at: QPointF,
    begin: int,
    starts: Sequence[int],
    seen: tuple[float, float],
) -> None:
    """`begin` is where the layout's text begins, `seen` from which to which height is visible."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top = at.y() + line.y()
        if top > seen[1]:
            return
        if top + line.height() >= seen[0]:
            _paint_line(painter, line, at, begin, starts)


def _paint_line(
    painter: QPainter, line: QTextLine, at: QPointF, begin: int, starts: Sequence[int]
) -> None:
    theme = Theme.current()
    first, last = begin + line.textStart(), begin + line.textStart() + line.textLength()
    number = max(0, bisect_right(starts, first) - 1)
    while number < len(starts) - 1 and starts[number] < last:
        left = _x(line, max(starts[number], first) - begin)
        right = _x(line, min(starts[number + 1], last) - begin)
        if right > left:
            area = QRectF(at.x() + left, at.y() + line.y() + 1, right - left, line.height() - 2)
            painter.setBrush(theme.color(tint_of(number)))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        number += 1


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # the package gives a pair, its stubs one number
    return float(found[0] if isinstance(found, tuple) else found)
