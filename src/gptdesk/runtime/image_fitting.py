"""Makes pictures and masks fit the rules of a model, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from gptdesk.domain.attachments import PreparedPicture
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
from gptdesk.runtime.picture_reading import OpenedPicture, open_picture, reading
from gptdesk.runtime.picture_writing import PHOTOGRAPHS

T = TypeVar("T")
ANY_EDGE = 1 << 20
SQUARE_EDGE = 2048
"""Services that want small squares do not look at more."""
SMALLER, SMALLEST_EDGE = 0.75, 16
STRIP = 256
"""Lines that are looked at in one go, to keep other threads waiting only shortly."""
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
    opened = open_picture(data, name, SQUARE_EDGE if rules.must_be_square else ANY_EDGE)
    is_clean = opened.clean and not rules.must_be_square
    if is_clean and _will_do(opened.clean, opened.kind, rules):
        return _prepared(opened.clean, opened.kind.value, opened.image.size(), name)
    return _rewritten(data, opened, rules, name)


def _rewritten(data: bytes, opened: OpenedPicture, rules: FileRules, name: str) -> PreparedPicture:
    """Smaller and smaller until it has fewer bytes than allowed.

    Each time it is read anew: Qt's reader makes photos smaller while it decodes, and lets the
    window's thread work meanwhile, which scaling a picture that is there does not.
    """
    while True:
        image = opened.image
        for kind, quality in _ways(image, opened.kind, rules):
            suited = image.convertToFormat(RGBA) if rules.must_be_square else image
            written = _written(suited, kind, quality)
            if written and len(written) < rules.bytes_max:
                return _prepared(written, kind, image.size(), name)
        edge = round(max(image.width(), image.height()) * SMALLER)
        if edge < SMALLEST_EDGE:
            raise PictureTooLarge(name, f"more than {rules.bytes_max} bytes")
        opened = open_picture(data, name, edge)


def _ways(image: QImage, kind: Format, rules: FileRules) -> list[tuple[str, int]]:
    """File types and qualities in the order in which they are tried."""
    photo, drawing = [("jpeg", 92), ("jpeg", 80)], [("png", -1)]
    if rules.must_be_square or image.hasAlphaChannel():
        order = [*drawing, ("webp", 95)]  # services of the square kind want alpha in a PNG
    elif kind in PHOTOGRAPHS:
        order = photo + drawing
    else:
        order = drawing + photo
    allowed = [way for way in order if way[0] in rules.formats]
    return allowed[:2] or drawing


def _will_do(data: bytes, kind: Format, rules: FileRules) -> bool:
    """Of the right kind and size, and with nothing in it that a camera noted: no place, no way
    to turn it."""
    if kind.value not in rules.formats or len(data) >= rules.bytes_max:
        return False
    try:
        return not is_animated(data, kind) and without_notes(data, kind) == data
    except Damaged:
        return False


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
    return any(line.find(b"\0") >= 0 for line in _alphas(image))


def has_half_open(image: QImage) -> bool:
    """Whether anything shows through, if only a little."""
    solid = b"\xff" * image.width()
    return any(line != solid for line in _alphas(image))


def _alphas(image: QImage) -> Iterator[bytes]:
    """How solid the pixels of each line are, from 0 to 255."""
    width = image.width()
    for top in range(0, image.height(), STRIP):
        strip = image.copy(0, top, width, min(STRIP, image.height() - top))
        alpha = strip.convertToFormat(QImage.Format.Format_Alpha8)
        bits, length = bytes(alpha.constBits()), alpha.bytesPerLine()
        for start in range(0, length * alpha.height(), length):
            yield bits[start : start + width]


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
