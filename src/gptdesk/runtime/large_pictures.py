"""Opening and changing pictures of many megapixels without holding up the window.

Qt's decoders let Python's other threads run, but scaling, turning and copying do not: for 50
megapixels that would be 100 to 300 ms without a frame. So whatever touches all pixels is done in
bands of a few rows, and between two of them the window has its turn.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QTransform

from gptdesk.domain.mask import BITS, SIDE, Mask, Snapshot
from gptdesk.domain.picture_steps import Placement, Step, leaves_gaps, stretch
from gptdesk.domain.problems import PictureBroken, PictureTooLarge
from gptdesk.runtime.picture_reading import (
    MOST_PIXELS,
    has_foreign_colours,
    in_plain_colours,
    open_whole,
    read_file,
)

LargeSource: TypeAlias = Path | bytes | QImage
PAUSE = 0.0005
BAND = 1 << 19
"""So many pixels are changed in one go; 1 to 3 ms on a slow computer."""
SMALLEST_LEVEL = 512
DRAWN = (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied)
SOURCE = QPainter.CompositionMode.CompositionMode_Source


@dataclass(frozen=True, slots=True)
class Levels:
    """A picture with ever smaller copies of it, each half as wide: whoever draws takes one."""

    images: tuple[QImage, ...]

    @property
    def whole(self) -> QImage:
        return self.images[0]

    @property
    def size(self) -> tuple[int, int]:
        return self.whole.width(), self.whole.height()

    def for_zoom(self, zoom: float) -> QImage:
        """The smallest that still has a pixel for each pixel of the screen."""
        best = self.images[0]
        for image in self.images[1:]:
            if image.width() < self.whole.width() * zoom:
                break
            best = image
        return best


def open_large(source: LargeSource, name: str = "") -> Levels:
    """Upright, in sRGB, with its smaller copies; raises a PictureProblem."""
    if isinstance(source, Path):
        name, source = source.name, read_file(source)
    image = open_whole(source, name) if isinstance(source, bytes) else source
    if image.isNull():
        raise PictureBroken(name)
    if image.width() * image.height() > MOST_PIXELS:
        raise PictureTooLarge(name, f"{image.width()} × {image.height()}")
    return levels_of(drawable(image))


def levels_of(image: QImage) -> Levels:
    images = [image]
    while max(images[-1].width(), images[-1].height()) > SMALLEST_LEVEL:
        images.append(_halved(images[-1]))
    return Levels(tuple(images))


def drawable(image: QImage) -> QImage:
    """In one of the two formats that are drawn quickly, and in sRGB."""
    is_foreign = has_foreign_colours(image)
    if image.format() in DRAWN and not is_foreign:
        return image
    has_alpha = image.hasAlphaChannel()
    result = QImage(image.size(), DRAWN[has_alpha])
    for band in _bands(image.width(), image.height()):
        part = image.copy(band)
        painter = QPainter(result)
        painter.setCompositionMode(SOURCE)
        painter.drawImage(band.topLeft(), in_plain_colours(part) if is_foreign else part)
        painter.end()
    return result


def changed(image: QImage, step: Step) -> QImage:
    """The picture after a step. New area is transparent."""
    size = (image.width(), image.height())
    placement = step.placement(size)
    if placement.size[0] * placement.size[1] > MOST_PIXELS:
        raise PictureTooLarge("", f"{placement.size[0]} × {placement.size[1]}")
    kind = DRAWN[1] if image.hasAlphaChannel() or leaves_gaps(step, size) else DRAWN[0]
    while stretch(placement) > 2 and max(image.width(), image.height()) > 2:
        before = image.width(), image.height()
        image = _halved(image)
        placement = _from_smaller(placement, image.width() / before[0], image.height() / before[1])
    result = QImage(QSize(*placement.size), kind)
    _draw(result, image, placement, smooth=not placement.is_whole, ground=0)
    return result


def copied(image: QImage) -> QImage:
    """Another picture with the same pixels, to be drawn on."""
    result = QImage(image.size(), image.format())
    for band in _bands(image.width(), image.height()):
        painter = QPainter(result)
        painter.setCompositionMode(SOURCE)
        painter.drawImage(band, image, band)
        painter.end()
    return result


def mask_changed(mask: Snapshot, step: Step) -> Mask:
    """The mask after the same step; what is new is painted, for it has to be filled."""
    size = (mask.width, mask.height)
    placement = step.placement(size)
    gaps = leaves_gaps(step, size)
    if not mask.tiles and not gaps:
        return Mask(*placement.size)
    gray = QImage.Format.Format_Grayscale8
    data = b"".join(mask.row(y) for y in range(mask.height))
    result = QImage(QSize(*placement.size), gray)
    source = QImage(data, mask.width, mask.height, mask.width, gray)
    _draw(result, source, placement, smooth=False, ground=255 if gaps else 0)
    return Mask.of(Snapshot(*placement.size, _tiles(result)))


def as_png(image: QImage, *, compression: int = 30) -> bytes:
    """The bytes of a file; Qt lets other threads run meanwhile."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(compression)
    if not writer.write(image):
        raise PictureBroken("", writer.errorString())
    return bytes(buffer.data().data())


def _draw(
    result: QImage, image: QImage, placement: Placement, *, smooth: bool, ground: int
) -> None:
    place = placement
    back = QTransform(place.a, place.d, place.b, place.e, place.c, place.f)
    forth, is_possible = back.inverted()
    assert is_possible
    for band in _bands(result.width(), result.height()):
        painter = QPainter(result)
        painter.setCompositionMode(SOURCE)
        painter.setClipRect(band)
        color = Qt.GlobalColor.white if ground else Qt.GlobalColor.transparent
        painter.fillRect(band, color)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.setTransform(forth)
        painter.drawImage(0, 0, image)
        painter.end()


def _halved(image: QImage) -> QImage:
    """Half as wide and half as high, each pixel the mean of four."""
    width, height = max(1, (image.width() + 1) // 2), max(1, (image.height() + 1) // 2)
    result = QImage(width, height, image.format())
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    for band in _bands(width, height, BAND // 4):
        rows = min(band.height() * 2, image.height() - band.top() * 2)
        part = image.copy(QRect(0, band.top() * 2, image.width(), rows))
        painter = QPainter(result)
        painter.setCompositionMode(SOURCE)
        painter.drawImage(band.topLeft(), part.scaled(band.size(), ratio, smooth))
        painter.end()
    return result


def _from_smaller(placement: Placement, across: float, down: float) -> Placement:
    """The same outcome from a copy that is so much smaller."""
    p = placement
    return Placement(
        p.size, p.a * across, p.b * across, p.c * across, p.d * down, p.e * down, p.f * down
    )


def _bands(width: int, height: int, pixels: int = BAND) -> Iterator[QRect]:
    """From above to below, with a pause after each.

    Without it the window would starve: calls of Qt that let go of the interpreter for a moment
    and take it again are quicker than a thread that waits for it.
    """
    pause = threading.Event()
    rows = max(1, pixels // max(1, width))
    for top in range(0, height, rows):
        yield QRect(0, top, width, min(rows, height - top))
        pause.wait(PAUSE)


def _tiles(image: QImage) -> dict[tuple[int, int], bytes]:
    """A grey picture cut into the tiles of a mask."""
    line, bits = image.bytesPerLine(), memoryview(image.constBits())
    tiles = {}
    for top in range(0, image.height(), SIDE):
        rows = range(top, min(top + SIDE, image.height()))
        for left in range(0, image.width(), SIDE):
            width = min(SIDE, image.width() - left)
            blank = bytes(SIDE - width)
            parts = (bytes(bits[y * line + left :][:width]) + blank for y in rows)
            tile = b"".join(parts).ljust(SIDE * SIDE, b"\0")
            tiles[(left >> BITS, top >> BITS)] = tile
    return tiles
