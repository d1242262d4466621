"""Paints in shares of the sheet: skies, lights, clouds, ridges and trees."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPolygonF,
    QRadialGradient,
)

from gptdesk.ui.images.practice_palettes import Palette


@dataclass(frozen=True, slots=True)
class Brush:
    """Paints with shares of the sheet: (0, 0) is its upper left corner, (1, 1) the lower right."""

    painter: QPainter
    width: int
    height: int
    palette: Palette
    luck: Random

    @property
    def unit(self) -> float:
        """A share of sizes that are to be the same in both directions."""
        return float(min(self.width, self.height))

    def at(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.width, y * self.height)

    def box(self, x: float, y: float, wide: float, high: float) -> QRectF:
        return QRectF(x * self.width, y * self.height, wide * self.width, high * self.height)

    def fill(self, path: QPainterPath, colour: QColor | QBrush | QLinearGradient) -> None:
        self.painter.fillPath(path, QBrush(colour))

    def sky(self) -> None:
        shade = QLinearGradient(self.at(0, 0), self.at(0, 0.75))
        shade.setColorAt(0, QColor(self.palette.sky_high))
        shade.setColorAt(1, QColor(self.palette.sky_low))
        self.painter.fillRect(self.box(0, 0, 1, 1), QBrush(shade))

    def light(self, x: float, y: float, size: float) -> None:
        """Sun or moon with its glow."""
        middle, radius = self.at(x, y), size * self.unit
        glow = QRadialGradient(middle, radius * 4)
        colour = QColor(self.palette.light)
        colour.setAlpha(110)
        glow.setColorAt(0, colour)
        colour.setAlpha(0)
        glow.setColorAt(1, colour)
        self.round(middle, radius * 4, QBrush(glow))
        self.round(middle, radius, QBrush(QColor(self.palette.light)))

    def round(self, middle: QPointF, radius: float, brush: QBrush, flat: float = 1.0) -> None:
        path = QPainterPath()
        path.addEllipse(middle, radius, radius * flat)
        self.painter.fillPath(path, brush)

    def stars(self, count: int) -> None:
        for _ in range(count):
            place = self.at(self.luck.random(), self.luck.random() * 0.5)
            colour = QColor(255, 255, 240, self.luck.randint(90, 230))
            self.round(place, self.unit * self.luck.uniform(0.001, 0.0028), QBrush(colour))

    def cloud(self, x: float, y: float, size: float) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for shift, part in ((-0.9, 0.5), (-0.3, 0.8), (0.35, 0.65), (0.95, 0.4)):
            radius = size * part * self.unit
            middle = self.at(x, y) + QPointF(shift * size * self.unit, -radius * 0.35)
            path.addEllipse(middle, radius * 0.9, radius * 0.55)
        self.painter.fillPath(path, QColor(255, 255, 255, 120))

    def ridge(self, base: float, rise: float, rough: int, colour: QColor) -> list[QPointF]:
        """A line of hills from side to side, filled down to the foot; the line itself."""
        phases = [
            (self.luck.uniform(0, 6.3), self.luck.uniform(0.6, 1.4) * (2**one))
            for one in range(rough)
        ]
        line = []
        for step in range(65):
            x = step / 64
            wave = sum(math.sin(p + x * f * 6.3) / (n + 1.5) for n, (p, f) in enumerate(phases))
            line.append(self.at(x, base - rise * (0.5 + wave / 2.2)))
        path = QPainterPath(line[0])
        for point in line[1:]:
            path.lineTo(point)
        path.lineTo(self.at(1, 1.01))
        path.lineTo(self.at(0, 1.01))
        shade = QLinearGradient(self.at(0, base - rise), self.at(0, 1))
        shade.setColorAt(0, colour)
        shade.setColorAt(1, colour.darker(118))
        self.fill(path, shade)
        return line

    def fir(self, foot: QPointF, high: float, colour: QColor) -> None:
        for part in range(3):
            top = foot.y() - high * (0.45 + part * 0.28)
            half = high * (0.26 - part * 0.05)
            low = top + high * 0.42
            shape = QPolygonF(
                [
                    QPointF(foot.x(), top),
                    QPointF(foot.x() + half, low),
                    QPointF(foot.x() - half, low),
                ]
            )
            path = QPainterPath()
            path.addPolygon(shape)
            self.fill(path, colour if part % 2 else colour.darker(108))
