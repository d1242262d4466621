"""Arrows, lines and words that are drawn over a picture to say what is to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import atan2, cos, hypot, pi, sin
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from gptdesk.domain.mask_shapes import Point
from gptdesk.runtime.large_pictures import copied

HEAD = 4.5
"""The length of an arrow's head in widths of its line."""
TEXT = 7.0
"""The height of a note's letters in widths of a line."""
HALO = 1.6
WHITE = QColor("#FFFFFF")
DARK = QColor("#211C20")


@dataclass(frozen=True, slots=True)
class Arrow:
    """Points from its start to its end."""

    start: Point
    end: Point
    color: str
    width: float

    @property
    def weight(self) -> int:
        return 200

    def moved(self, move: Callable[[Point], Point]) -> Arrow:
        return replace(self, start=move(self.start), end=move(self.end))


@dataclass(frozen=True, slots=True)
class Scribble:
    """A line drawn freely."""

    points: tuple[Point, ...]
    color: str
    width: float

    @property
    def weight(self) -> int:
        return 200 + 80 * len(self.points)

    def moved(self, move: Callable[[Point], Point]) -> Scribble:
        return replace(self, points=tuple(map(move, self.points)))


@dataclass(frozen=True, slots=True)
class Note:
    """Words; `at` is the left end of their middle line."""

    at: Point
    text: str
    color: str
    width: float

    @property
    def weight(self) -> int:
        return 200 + 4 * len(self.text)

    def moved(self, move: Callable[[Point], Point]) -> Note:
        return replace(self, at=move(self.at))


Mark: TypeAlias = Arrow | Scribble | Note


def with_marks(image: QImage, marks: Sequence[Mark]) -> QImage:
    """A copy that has the marks in its pixels; what a model is to read."""
    result = copied(image)
    painter = QPainter(result)
    draw_marks(painter, marks)
    painter.end()
    return result


def draw_marks(painter: QPainter, marks: Sequence[Mark]) -> None:
    """In the coordinates of the picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        match mark:
            case Arrow():
                _draw_arrow(painter, mark)
            case Scribble():
                points = [QPointF(*point) for point in mark.points]
                for pen in _pens(mark.color, mark.width):
                    painter.setPen(pen)
                    painter.drawPolyline(QPolygonF(points))
            case Note():
                _draw_note(painter, mark)


def _pens(color: str, width: float) -> tuple[QPen, QPen]:
    """A light rim below, so that it is seen on any picture."""
    line, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
    join = Qt.PenJoinStyle.RoundJoin
    return (
        QPen(WHITE, width * HALO, line, cap, join),
        QPen(QColor(color), width, line, cap, join),
    )


def _draw_arrow(painter: QPainter, arrow: Arrow) -> None:
    (x1, y1), (x2, y2) = arrow.start, arrow.end
    angle = atan2(y2 - y1, x2 - x1)
    length = min(arrow.width * HEAD, hypot(x2 - x1, y2 - y1))
    wings = [
        QPointF(x2 - length * cos(angle + turn), y2 - length * sin(angle + turn))
        for turn in (pi / 6, -pi / 6)
    ]
    for pen in _pens(arrow.color, arrow.width):
        painter.setPen(pen)
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        painter.drawPolyline(QPolygonF([wings[0], QPointF(x2, y2), wings[1]]))


def _draw_note(painter: QPainter, note: Note) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(note.width * TEXT)))
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    padding = font.pixelSize() * 0.4
    width = metrics.horizontalAdvance(note.text)
    x, y = note.at
    height = metrics.height()
    box = QRectF(x, y - height / 2, width + 2 * padding, height).adjusted(
        0, -padding / 2, 0, padding / 2
    )
    painter.setPen(QPen(QColor(note.color), max(1.0, note.width / 2)))
    painter.setBrush(WHITE)
    painter.drawRoundedRect(box, padding, padding)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(DARK)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, note.text)
