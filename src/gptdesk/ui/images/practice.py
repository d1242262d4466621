"""Draws practice pictures: a scene out of a prompt and a number, the same for the same two.

Pure functions over QImage that may run in any thread. The words of the prompt choose the scene,
the hour and the colours, so that changing them can be seen to change something.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath

from gptdesk.ui.images.practice_brush import Brush
from gptdesk.ui.images.practice_palettes import Palette, palette_for
from gptdesk.ui.images.practice_scenes import SCENES, scene_for

ARGB = QImage.Format.Format_ARGB32_Premultiplied
LEAST_DETAIL, MOST_DETAIL = 1, 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn. `detail` goes from 1 to 3; `badge` stands in a corner."""

    prompt: str
    seed: int
    width: int
    height: int
    detail: int = 2
    is_transparent: bool = False
    badge: str = ""

    @property
    def size(self) -> QSize:
        return QSize(self.width, self.height)

    def luck(self, purpose: str) -> Random:
        """Chances that are the same for the same wish."""
        return Random(f"{self.seed} {purpose} {self.prompt}")


def draw(wish: Wish) -> QImage:
    """A new picture."""
    image = _sheet(wish.size)
    _paint(image, wish)
    _put_badge(image, wish.badge)
    return image


def redraw(base: QImage, wish: Wish, mask: QImage | None = None) -> QImage:
    """The picture at another hour; with a mask, a new drawing where the mask is open."""
    image = _sheet(wish.size)
    painter = _painter(image)
    whole = QRectF(0, 0, wish.width, wish.height)
    painter.drawImage(whole, base, QRectF(base.rect()))
    if mask is None:
        _tint(painter, wish)
    else:
        painter.drawImage(0, 0, _opened(wish, mask))
    painter.end()
    _put_badge(image, wish.badge)
    return image


def vary(base: QImage, wish: Wish) -> QImage:
    """Another picture in the colours of this one."""
    average = base.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0)
    image = _sheet(wish.size)
    _paint(image, wish, average)
    _put_badge(image, wish.badge)
    return image


def unfinished(image: QImage, done: float) -> QImage:
    """How it looks on the way: from 0, a haze, to 1, nearly there."""
    coarse = max(4, round(min(image.width(), image.height()) * (0.01 + 0.09 * done**2)))
    smooth = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.KeepAspectRatio
    small = image.scaled(QSize(coarse, coarse) * 2, ratio, smooth)
    return small.scaled(image.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _sheet(size: QSize) -> QImage:
    image = QImage(size, ARGB)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    return painter


def _paint(image: QImage, wish: Wish, colour: QColor | None = None) -> None:
    painter = _painter(image)
    luck = wish.luck("scene")
    brush = Brush(painter, wish.width, wish.height, palette_for(wish.prompt, luck, colour), luck)
    scene = scene_for(wish.prompt, luck)
    SCENES[scene](brush, wish.detail, wish.is_transparent)
    painter.end()


def _opened(wish: Wish, mask: QImage) -> QImage:
    """A drawing of its own that is only there where the mask is transparent."""
    drawn = _sheet(wish.size)
    _paint(drawn, wish)
    painter = _painter(drawn)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.drawImage(QRectF(drawn.rect()), mask, QRectF(mask.rect()))
    painter.end()
    return drawn


def _tint(painter: QPainter, wish: Wish) -> None:
    palette: Palette = palette_for(wish.prompt, wish.luck("scene"))
    whole = QRectF(0, 0, wish.width, wish.height)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    for colour, share in ((palette.sky_high, 0.45), (palette.sky_low, 0.2)):
        veil = QColor(colour)
        veil.setAlphaF(share)
        painter.fillRect(whole, veil)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    brush = Brush(painter, wish.width, wish.height, palette, wish.luck("tint"))
    brush.light(0.78, 0.2, 0.06)
    if palette.has_stars:
        brush.stars(30 * wish.detail)


def _put_badge(image: QImage, words: str) -> None:
    """Nobody is to take it for the work of a model."""
    if not words:
        return
    unit = max(9.0, min(image.width(), image.height()) * 0.026)
    font = QFont()
    font.setPixelSize(round(unit))
    font.setWeight(QFont.Weight.DemiBold)
    wide = QFontMetricsF(font).horizontalAdvance(words)
    box = QRectF(unit, image.height() - unit * 2.9, wide + unit * 1.4, unit * 1.9)
    painter = _painter(image)
    plate = QPainterPath()
    plate.addRoundedRect(box, unit * 0.5, unit * 0.5)
    painter.fillPath(plate, QColor(26, 18, 30, 175))
    painter.setFont(font)
    painter.setPen(QColor(255, 255, 255, 235))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
