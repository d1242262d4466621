"""Writing a picture in a format and a size that a model takes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from gptdesk.domain.catalogue import PictureLimits
from gptdesk.domain.picture_files import Format, without_notes
from gptdesk.domain.problems import PictureTooLarge
from gptdesk.runtime.picture_reading import fitting

PHOTOGRAPHS = frozenset({Format.JPEG, Format.HEIC, Format.AVIF, Format.WEBP, Format.TIFF})
QUALITIES = (90, 75, 60)
LARGE_DRAWING = 3_000_000
"""A PNG of more bytes is most likely a photograph."""
SMALLER = 0.75
SMALLEST_EDGE = 64


def write_picture(
    image: QImage, kind: Format, limits: PictureLimits, name: str
) -> tuple[bytes, Format]:
    """The best that keeps within the limits: a lower quality first, then fewer pixels."""
    image = _eight_bits(image)
    while True:
        for wanted, quality in _ways(kind, image.hasAlphaChannel(), limits.formats):
            data = _written(image, wanted, quality)
            is_large = wanted is Format.PNG and len(data) > LARGE_DRAWING
            could_be_smaller = "jpeg" in limits.formats and not image.hasAlphaChannel()
            if data and len(data) <= limits.bytes and not (is_large and could_be_smaller):
                return data, wanted
        edge = round(max(image.width(), image.height()) * SMALLER)
        if edge < SMALLEST_EDGE:
            raise PictureTooLarge(name, f"more than {limits.bytes} bytes")
        image = fitting(image, edge)


def _ways(kind: Format, has_alpha: bool, formats: tuple[str, ...]) -> Iterator[tuple[Format, int]]:
    """Formats and qualities in the order in which they are tried."""
    photo = [Format.JPEG, Format.WEBP, Format.PNG]
    drawing = [Format.PNG, Format.JPEG, Format.WEBP]
    transparent = [Format.PNG, Format.WEBP]
    order = transparent if has_alpha else photo if kind in PHOTOGRAPHS else drawing
    allowed = [one for one in order if one.value in formats]
    for one in allowed or ([Format.JPEG] if "jpeg" in formats else [Format.PNG]):
        for quality in (-1,) if one is Format.PNG else QUALITIES:
            yield one, quality


def _written(image: QImage, kind: Format, quality: int) -> bytes:
    if kind is Format.JPEG and image.hasAlphaChannel():
        image = _on_white(image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.value.encode()))
    writer.setQuality(quality)
    if not writer.write(image):
        return b""
    return without_notes(bytes(buffer.data().data()), kind)


def _eight_bits(image: QImage) -> QImage:
    """Every reader knows these; a picture of sixteen bits would be twice as large for nothing."""
    known = (QImage.Format.Format_Grayscale8, QImage.Format.Format_Indexed8)
    if image.format() in known:
        return image
    has_alpha = image.hasAlphaChannel()
    wanted = QImage.Format.Format_ARGB32 if has_alpha else QImage.Format.Format_RGB32
    return image.convertToFormat(wanted)


def _on_white(image: QImage) -> QImage:
    page = QImage(image.size(), QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    return page
