"""Simple things that stand on the table of a practice picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from gptdesk.ui.images.practice_brush import Brush

Thing = Callable[[Brush, QPointF, float, QColor], None]


def _shadow(brush: Brush, foot: QPointF, size: float) -> None:
    brush.round(foot + QPointF(size * 0.5, 0), size * 1.1, QBrush(QColor(20, 12, 24, 60)), 0.18)


def _shaded(middle: QPointF, size: float, colour: QColor) -> QBrush:
    shade = QRadialGradient(middle - QPointF(size * 0.4, size * 0.45), size * 2)
    shade.setColorAt(0, colour.lighter(135))
    shade.setColorAt(0.55, colour)
    shade.setColorAt(1, colour.darker(175))
    return QBrush(shade)


def ball(brush: Brush, foot: QPointF, size: float, colour: QColor) -> None:
    _shadow(brush, foot, size)
    middle = foot - QPointF(0, size * 0.95)
    brush.round(middle, size, _shaded(middle, size, colour))


def cube(brush: Brush, foot: QPointF, size: float, colour: QColor) -> None:
    _shadow(brush, foot, size * 1.1)
    front = QRectF(foot.x() - size, foot.y() - size * 1.5, size * 1.5, size * 1.5)
    brush.painter.fillRect(front, colour)
    slope = QPointF(size * 0.5, -size * 0.4)
    for corners, shade in (
        ((front.topLeft(), front.topRight()), colour.lighter(125)),
        ((front.topRight(), front.bottomRight()), colour.darker(135)),
    ):
        path = QPainterPath()
        path.addPolygon(QPolygonF([corners[0], corners[1], corners[1] + slope, corners[0] + slope]))
        brush.fill(path, shade)


def cone(brush: Brush, foot: QPointF, size: float, colour: QColor) -> None:
    _shadow(brush, foot, size)
    path = QPainterPath(foot - QPointF(0, size * 2.6))
    path.lineTo(foot + QPointF(size * 0.95, -size * 0.08))
    path.quadTo(foot + QPointF(0, size * 0.26), foot - QPointF(size * 0.95, size * 0.08))
    path.closeSubpath()
    shade = QLinearGradient(foot - QPointF(size, 0), foot + QPointF(size, 0))
    shade.setColorAt(0, colour.lighter(125))
    shade.setColorAt(1, colour.darker(160))
    brush.fill(path, shade)


def vase(brush: Brush, foot: QPointF, size: float, colour: QColor) -> None:
    _shadow(brush, foot, size)
    stem = QColor(brush.palette.near).darker(120)
    for _ in range(5):
        tip = foot + QPointF(
            brush.luck.uniform(-1.2, 1.2) * size, -size * brush.luck.uniform(3.4, 4.6)
        )
        path = QPainterPath(foot - QPointF(0, size * 2.2))
        path.quadTo(QPointF(foot.x(), tip.y() + size), tip)
        brush.painter.strokePath(path, QPen(stem, size * 0.07))
        brush.round(tip, size * 0.3, QBrush(QColor(brush.palette.accent).lighter(112)))
        brush.round(tip, size * 0.1, QBrush(QColor(brush.palette.light)))
    body = QPainterPath(foot - QPointF(size * 0.45, size * 2.4))
    body.cubicTo(
        foot + QPointF(-size * 0.5, -size * 1.7), foot + QPointF(-size * 1.5, -size * 0.7),
        foot + QPointF(-size * 0.55, 0),
    )  # fmt: skip
    body.lineTo(foot + QPointF(size * 0.55, 0))
    body.cubicTo(
        foot + QPointF(size * 1.5, -size * 0.7), foot + QPointF(size * 0.5, -size * 1.7),
        foot + QPointF(size * 0.45, -size * 2.4),
    )  # fmt: skip
    body.closeSubpath()
    shade = QLinearGradient(foot - QPointF(size, 0), foot + QPointF(size, 0))
    shade.setColorAt(0, colour.lighter(130))
    shade.setColorAt(1, colour.darker(170))
    brush.fill(body, shade)


THINGS: tuple[Thing, ...] = (vase, ball, cube, ball, cone, ball)
"""The first few stand on the table."""
