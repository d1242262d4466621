"""Making pictures ready to be sent and to be seen, away from the window's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.catalogue import PictureLimits
from gptdesk.domain.picture_files import Format, format_of
from gptdesk.domain.problems import PictureBroken
from gptdesk.runtime.picture_reading import (
    OpenedPicture,
    fitting,
    open_picture,
    read_file,
    reading,
)
from gptdesk.runtime.picture_writing import write_picture

PictureSource: TypeAlias = Path | QImage
"""A file, or what came from the clipboard or the screen."""


async def prepared(source: PictureSource, limits: PictureLimits) -> PreparedPicture:
    """`prepare` in a thread of its own: a photo of 50 megapixels takes seconds."""
    import asyncio

    return await asyncio.to_thread(prepare, source, limits)


async def thumbnail(data: bytes, side: int) -> QImage:
    """A square of this many pixels, cut out of the middle; a null image if it is broken."""
    import asyncio

    return await asyncio.to_thread(_square, data, side)


async def whole(data: bytes) -> QImage:
    """All of a stored picture; a null image if it is broken."""
    import asyncio

    return await asyncio.to_thread(_decoded, data, QSize())


def prepare(source: PictureSource, limits: PictureLimits) -> PreparedPicture:
    """Turned upright, within the limits, and with nothing in it but the picture.

    Its bytes are written anew only where they must be. Raises a PictureProblem.
    """
    name = source.name if isinstance(source, Path) else ""
    opened = _opened(source, name, limits.longest_edge)
    data, kind = opened.clean, opened.kind
    if not data or kind.value not in limits.formats or len(data) > limits.bytes:
        data, kind = write_picture(opened.image, opened.kind, limits, name)
    size = _size_of(data, kind)
    media_type = f"image/{kind.value}"
    return PreparedPicture(
        data, media_type, size.width(), size.height(), name, opened.is_first_frame
    )


def _opened(source: PictureSource, name: str, longest_edge: int) -> OpenedPicture:
    if isinstance(source, Path):
        return open_picture(read_file(source), name, longest_edge)
    if source.isNull():
        raise PictureBroken
    return OpenedPicture(fitting(source, longest_edge), Format.PNG)


def _size_of(data: bytes, kind: Format) -> QSize:
    with reading(data, kind.value) as reader:
        return reader.size()


def _square(data: bytes, side: int) -> QImage:
    image = _decoded(data, QSize(side, side))
    if image.isNull():
        return image
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    return image.copy(QRect(left, top, side, side))


def _decoded(data: bytes, covering: QSize) -> QImage:
    """The picture, scaled so that it just covers this size if one is given."""
    kind = format_of(data[:32])
    if kind is None:
        return QImage()
    with reading(data, kind.value) as reader:
        size = reader.size()
        if covering.isValid():
            expand = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            size = size.scaled(covering, expand).expandedTo(QSize(1, 1))
            if kind is Format.JPEG:  # the decoders of the others would only leave lines out
                reader.setScaledSize(size)
        image = reader.read()
    if image.isNull() or image.size() == size:
        return image
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, ratio, smooth)
