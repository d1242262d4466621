"""Makes pictures and masks fit the rules of a model, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.catalogue import PictureLimits
from gptdesk.domain.image_options import FileRules
from gptdesk.domain.picture_files import Damaged, Format, format_of, is_animated, without_notes
from gptdesk.domain.problems import (
    AnswerBroken,
    AttachmentMissing,
    MaskUnusable,
    PictureProblem,
    PictureTooLarge,
)
from gptdesk.runtime.drawings import clean_drawing, is_drawing, size_of_drawing
from gptdesk.runtime.picture_reading import open_picture, reading
from gptdesk.runtime.picture_writing import write_picture

T = TypeVar("T")
ANY_EDGE = 1 << 20
RGBA = QImage.Format.Format_ARGB32
SVG = "image/svg+xml"


class QtPictureFitting:
    """Implements PictureFitting."""

    async def fitted(self, data: bytes, rules: FileRules, name: str = "") -> PreparedPicture:
        return await _aside(lambda: fit(data, rules, name))

    async def fitted_mask(
        self, data: bytes, width: int, height: int, rules: FileRules
    ) -> PreparedPicture:
        return await _aside(lambda: fit_mask(data, QSize(width, height), rules))

    async def looked_at(self, data: bytes) -> PreparedPicture:
        return await _aside(lambda: look_at(data))

    async def shrunk(self, data: bytes, side: int) -> bytes:
        return await _aside(lambda: shrink(data, side))


async def _aside(work: Callable[[], T]) -> T:
    import asyncio

    return await asyncio.to_thread(work)


def fit(data: bytes, rules: FileRules, name: str) -> PreparedPicture:
    """As it is where that will do; written anew, smaller if it must be, where it will not."""
    kind = format_of(data[:32])
    if kind is not None and not rules.must_be_square and _will_do(data, kind, rules):
        size = _size(data, kind)
        if size.isValid():
            return _prepared(data, kind.value, size, name)
    opened = open_picture(data, name, ANY_EDGE)
    if rules.must_be_square:  # services of this style want an alpha channel as well
        return _as_png(opened.image.convertToFormat(RGBA), rules.bytes_max, name)
    if opened.clean and _will_do(opened.clean, opened.kind, rules):
        return _prepared(opened.clean, opened.kind.value, opened.image.size(), name)
    limits = PictureLimits(rules.formats, rules.most, ANY_EDGE, rules.bytes_max - 1)
    written, wrote = write_picture(opened.image, opened.kind, limits, name)
    return _prepared(written, wrote.value, _size(written, wrote), name)


def _will_do(data: bytes, kind: Format, rules: FileRules) -> bool:
    """Of the right kind and size, and with nothing in it that a camera noted: no place, no way
    to turn it."""
    if kind.value not in rules.formats or len(data) >= rules.bytes_max:
        return False
    try:
        return not is_animated(data, kind) and without_notes(data, kind) == data
    except Damaged:
        return False


def _as_png(image: QImage, bytes_max: int, name: str) -> PreparedPicture:
    """Smaller and smaller until it has fewer bytes than allowed."""
    while True:
        data = _png(image)
        if len(data) < bytes_max:
            return _prepared(data, "png", image.size(), name)
        side = round(image.width() * 0.75)
        if side < 16:
            raise PictureTooLarge(name, f"more than {bytes_max} bytes")
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaledToWidth(side, smooth)


def fit_mask(data: bytes, size: QSize, rules: FileRules) -> PreparedPicture:
    """A PNG with alpha as large as the picture; its bytes stay as painted where they can."""
    image = _decoded(data)
    if image.isNull() or not image.hasAlphaChannel():
        raise MaskUnusable("no-alpha")
    is_as_painted = image.size() == size and format_of(data[:32]) is Format.PNG
    if image.size() != size:
        ratio = Qt.AspectRatioMode.IgnoreAspectRatio
        image = image.scaled(size, ratio, Qt.TransformationMode.FastTransformation)
    if not has_opening(image):
        raise MaskUnusable("empty")
    if is_as_painted and len(data) < rules.mask_bytes_max:
        return _prepared(data, "png", size)
    plain = _png(image.convertToFormat(RGBA))
    if len(plain) >= rules.mask_bytes_max:
        plain = _png(_without_colours(image))
    if len(plain) >= rules.mask_bytes_max:
        raise MaskUnusable("too-large", f"{len(plain)} bytes")
    return _prepared(plain, "png", size)


def has_opening(image: QImage) -> bool:
    """Whether anything is fully transparent."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    bits, line, width = bytes(alpha.constBits()), alpha.bytesPerLine(), alpha.width()
    return any(
        bits.find(b"\0", start, start + width) >= 0
        for start in range(0, line * alpha.height(), line)
    )


def _without_colours(image: QImage) -> QImage:
    """Only the alpha counts; black everywhere is small."""
    plain = QImage(image.size(), RGBA)
    plain.fill(0xFF000000)
    plain.setAlphaChannel(image.convertToFormat(QImage.Format.Format_Alpha8))
    return plain


def look_at(data: bytes) -> PreparedPicture:
    """What a service sent: its true type and size, whatever it called it."""
    if is_drawing(data):
        clean = clean_drawing(data)
        wide, high = size_of_drawing(clean)
        return PreparedPicture(clean, SVG, wide, high)
    kind = format_of(data[:32])
    size = _size(data, kind) if kind is not None else QSize()
    if kind is None or not size.isValid() or size.isEmpty():
        raise AnswerBroken("what arrived is no picture")
    with reading(data, kind.value) as reader:
        if reader.read().isNull():
            raise AnswerBroken(f"the picture is damaged: {reader.errorString()}")
    return _prepared(data, kind.value, size)


def shrink(data: bytes, side: int) -> bytes:
    """A small picture; PNG only where something shows through."""
    image = _drawn(data, side) if is_drawing(data) else _small(data, side)
    if image.isNull():
        raise AttachmentMissing("the picture cannot be opened")
    if image.hasAlphaChannel() and has_half_open(image):
        return _png(image)
    return _written(image.convertToFormat(QImage.Format.Format_RGB32), "jpeg", 85)


def has_half_open(image: QImage) -> bool:
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    bits, line, width = bytes(alpha.constBits()), alpha.bytesPerLine(), alpha.width()
    solid = b"\xff" * width
    return any(
        bits[start : start + width] != solid for start in range(0, line * alpha.height(), line)
    )


def _small(data: bytes, side: int) -> QImage:
    kind = format_of(data[:32])
    if kind is None:
        return QImage()
    box, keep = QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio
    with reading(data, kind.value) as reader:
        size = reader.size()
        wanted = size.scaled(box, keep).expandedTo(QSize(1, 1))
        if kind is Format.JPEG and size.width() > wanted.width():  # quick: it leaves detail out
            reader.setScaledSize(wanted)
        image = reader.read()
    if image.isNull() or max(image.width(), image.height()) <= side:
        return image
    return image.scaled(box, keep, Qt.TransformationMode.SmoothTransformation)


def _drawn(data: bytes, side: int) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid():
        return QImage()
    size = renderer.defaultSize().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _decoded(data: bytes) -> QImage:
    kind = format_of(data[:32])
    if kind is None:
        return QImage()
    try:
        return open_picture(data, "", ANY_EDGE).image
    except PictureProblem:
        return QImage()


def _size(data: bytes, kind: Format) -> QSize:
    with reading(data, kind.value) as reader:
        return reader.size()


def _prepared(data: bytes, kind: str, size: QSize, name: str = "") -> PreparedPicture:
    return PreparedPicture(data, f"image/{kind}", size.width(), size.height(), name)


def _png(image: QImage) -> bytes:
    return _written(image, "png", -1)


def _written(image: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())
