"""The scenes of practice pictures: hills, water, a town and things on a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainterPath,
    QPolygonF,
)

from gptdesk.ui.images.practice_brush import Brush
from gptdesk.ui.images.practice_palettes import mixed
from gptdesk.ui.images.practice_things import THINGS


def hills(brush: Brush, detail: int, is_transparent: bool) -> None:
    """A sky, ridges one behind the other, and trees in front."""
    _heaven(brush, detail, is_transparent)
    line: list[QPointF] = []
    ridges = 3 + detail
    for number in range(ridges):
        share = number / (ridges - 1)
        colour = mixed(brush.palette.far, brush.palette.near, share)
        line = brush.ridge(0.56 + share * 0.3, 0.24 - share * 0.1, 2 + detail, colour)
    _trees(brush, line, detail)


def water(brush: Brush, detail: int, is_transparent: bool) -> None:
    """Hills beyond a lake, with a small house at the shore."""
    _heaven(brush, detail, is_transparent)
    for number in range(1 + detail):
        colour = mixed(brush.palette.far, brush.palette.near, number / (2 + detail))
        brush.ridge(0.5 + number * 0.05, 0.24 - number * 0.05, 2 + detail, colour)
    level = 0.6
    shade = QLinearGradient(brush.at(0, level), brush.at(0, 1))
    shade.setColorAt(0, mixed(brush.palette.water, brush.palette.sky_low, 0.45))
    shade.setColorAt(1, mixed(brush.palette.water, brush.palette.near, 0.45))
    brush.painter.fillRect(brush.box(0, level, 1, 1 - level), QBrush(shade))
    for _ in range(14 * detail):
        far = brush.luck.random()
        y, wide = level + 0.02 + far * 0.36, (0.02 + far * 0.1) * brush.luck.uniform(0.5, 1.3)
        glint = QColor(brush.palette.light)
        glint.setAlpha(brush.luck.randint(40, 120))
        line = QPainterPath()
        thick = brush.unit * (0.002 + far * 0.004)
        place = brush.at(brush.luck.random(), y)
        line.addRoundedRect(
            QRectF(place.x(), place.y(), wide * brush.width, thick), thick / 2, thick / 2
        )
        brush.fill(line, glint)
    shore = brush.ridge(0.98, 0.12, 2, QColor(brush.palette.near))
    _house(brush, shore[brush.luck.randint(10, 26)], brush.unit * 0.14)
    _trees(brush, shore[34:], detail)


def town(brush: Brush, detail: int, is_transparent: bool) -> None:
    """Roofs and lit windows under the sky."""
    _heaven(brush, detail, is_transparent)
    brush.ridge(0.6, 0.14, 3, mixed(brush.palette.far, brush.palette.near, 0.3))
    for row in range(1 + detail):
        colour = mixed(brush.palette.far, brush.palette.paper, 0.3 + 0.65 * row / (1 + detail))
        x = -0.02
        while x < 1.0:
            wide = brush.luck.uniform(0.07, 0.13)
            high = brush.luck.uniform(0.12, 0.34) * (1 - row * 0.12)
            foot = 0.78 + row * 0.22 / (1 + detail)
            _tower(brush, brush.box(x, foot - high, wide, high + 0.4), colour)
            x += wide + brush.luck.uniform(0.0, 0.02)


def table(brush: Brush, detail: int, is_transparent: bool) -> None:
    """Simple things on a table, with the light from one side."""
    palette = brush.palette
    if not is_transparent:
        shade = QLinearGradient(brush.at(0, 0), brush.at(1, 0.6))
        shade.setColorAt(0, QColor(palette.paper).lighter(108))
        shade.setColorAt(1, QColor(palette.paper).darker(112))
        brush.painter.fillRect(brush.box(0, 0, 1, 1), QBrush(shade))
        wood = mixed(palette.near, palette.accent, 0.35)
        brush.painter.fillRect(brush.box(0, 0.66, 1, 0.34), wood)
        brush.painter.fillRect(brush.box(0, 0.66, 1, 0.012), wood.lighter(125))
    things = list(THINGS[: 3 + detail])
    brush.luck.shuffle(things)
    step = 0.76 / len(things)
    for number, thing in enumerate(things):
        x = 0.16 + step * (number + 0.3) + brush.luck.uniform(-0.015, 0.015)
        tone = brush.luck.choice((palette.accent, palette.far, palette.water, palette.light))
        colour = mixed(tone, palette.accent, brush.luck.uniform(0.0, 0.35))
        thing(brush, brush.at(x, 0.76 + 0.08 * (number % 2)), brush.unit * 0.095, colour)


def _heaven(brush: Brush, detail: int, is_transparent: bool) -> None:
    if is_transparent:
        return
    brush.sky()
    if brush.palette.has_stars:
        brush.stars(50 * detail)
    x = brush.luck.choice((0.24, 0.32, 0.68, 0.77))
    brush.light(x, brush.luck.uniform(0.16, 0.3), brush.luck.uniform(0.045, 0.075))
    for _ in range(0 if brush.palette.has_stars else 1 + detail):
        place = brush.luck.random(), brush.luck.uniform(0.08, 0.3)
        brush.cloud(*place, brush.luck.uniform(0.05, 0.1))


def _trees(brush: Brush, line: list[QPointF], detail: int) -> None:
    colour = QColor(brush.palette.near).darker(150)
    for _ in range(6 * detail if line else 0):
        foot = brush.luck.choice(line)
        high = brush.unit * brush.luck.uniform(0.07, 0.15)
        brush.fir(foot + QPointF(0, high * 0.12), high, colour)


def _house(brush: Brush, foot: QPointF, size: float) -> None:
    wall = QColor(brush.palette.accent)
    body = QRectF(foot.x(), foot.y() - size * 0.5, size, size * 0.62)
    brush.painter.fillRect(body, wall)
    roof = QPainterPath()
    roof.addPolygon(
        QPolygonF(
            [
                QPointF(body.left() - size * 0.1, body.top()),
                QPointF(body.center().x(), body.top() - size * 0.42),
                QPointF(body.right() + size * 0.1, body.top()),
            ]
        )
    )
    brush.fill(roof, wall.darker(165))
    pane = QRectF(body.left() + size * 0.16, body.top() + size * 0.14, size * 0.24, size * 0.2)
    brush.painter.fillRect(pane, QColor("#ffe7a3"))
    door = QRectF(body.left() + size * 0.6, body.top() + size * 0.18, size * 0.2, size * 0.44)
    brush.painter.fillRect(door, wall.darker(190))


def _tower(brush: Brush, body: QRectF, colour: QColor) -> None:
    brush.painter.fillRect(body, colour)
    if brush.luck.random() < 0.5:
        roof = QPainterPath()
        top = QPointF(body.center().x(), body.top() - body.width() * 0.5)
        roof.addPolygon(QPolygonF([body.topLeft(), top, body.topRight()]))
        brush.fill(roof, mixed(brush.palette.accent, brush.palette.near, 0.4).darker(110))
    is_dark = QColor(brush.palette.paper).lightness() < 120
    lit = QColor("#ffe09a") if is_dark else mixed(brush.palette.near, brush.palette.sky_high, 0.35)
    side = body.width() * 0.16
    lines = min(14, int((brush.height - body.top()) / (side * 1.9)))
    for line in range(lines):
        for column in range(3):
            if brush.luck.random() < 0.6:
                x = body.left() + body.width() * (0.16 + 0.27 * column)
                y = body.top() + side * (1.0 + 1.9 * line)
                brush.painter.fillRect(QRectF(x, y, side, side * 1.15), lit)


Scene = Callable[[Brush, int, bool], None]
SCENES: Mapping[str, Scene] = {"hills": hills, "water": water, "town": town, "table": table}
_WORDS: tuple[tuple[str, str], ...] = (
    ("water", "lake sea river water boat beach ocean 湖 海 河 水边 船"),
    ("town", "town city street house building 城 街 镇 房 楼"),
    ("table", "still table fruit vase bowl cup flower logo 静物 桌 水果 花 碗 杯 图标"),
    ("hills", "mountain hill forest tree field sky 山 林 树 田 天空"),
)


def scene_for(prompt: str, luck: Random) -> str:
    """The scene that the words name first; else by chance."""
    text = prompt.casefold()
    by_chance = luck.choice(tuple(SCENES))
    places = [
        (min((text.find(word) for word in words.split() if word in text), default=-1), name)
        for name, words in _WORDS
    ]
    named = [(place, name) for place, name in places if place >= 0]
    return min(named)[1] if named else by_chance
