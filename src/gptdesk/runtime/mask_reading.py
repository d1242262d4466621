"""A mask that was written as a PNG, to be painted on again."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QImage

from gptdesk.domain.mask import EMPTY_TILE, OPPOSITE, SIDE, Mask, Snapshot


def read_mask(data: bytes, width: int, height: int) -> Mask | None:
    """What is transparent in the file is painted; None where it is no mask of this size."""
    image = QImage.fromData(QByteArray(data))
    if (image.width(), image.height()) != (width, height):
        return None
    if not image.hasAlphaChannel():
        return Mask(width, height)
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    tiles = {}
    for row in range(-(-height // SIDE)):
        for column in range(-(-width // SIDE)):
            tile = _tile(alpha, column, row)
            if tile != EMPTY_TILE:
                tiles[column, row] = tile
    return Mask.of(Snapshot(width, height, tiles))


def _tile(alpha: QImage, column: int, row: int) -> bytes:
    """Beyond the edge of the picture nothing is painted."""
    wide = min(SIDE, alpha.width() - column * SIDE)
    high = min(SIDE, alpha.height() - row * SIDE)
    part = alpha.copy(QRect(column * SIDE, row * SIDE, wide, high))
    stride = part.bytesPerLine()
    pixels = bytes(part.constBits())
    rest = bytes(SIDE - wide)
    lines = (pixels[y * stride : y * stride + wide].translate(OPPOSITE) + rest for y in range(high))
    return b"".join(lines) + bytes(SIDE * (SIDE - high))
