"""Opening the picture in a file or from the clipboard, wary of whatever it may hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader

from gptdesk.domain.picture_files import Damaged, Format, format_of, is_animated, without_notes
from gptdesk.domain.problems import (
    NotAPicture,
    PictureBroken,
    PictureEmpty,
    PictureFormatUnknown,
    PictureTooLarge,
    PictureUnreadable,
)

LARGEST_FILE = 256 << 20
MOST_PIXELS = 120_000_000
MEMORY_MB = 512
"""A picture that would unfold to more than this is refused before it does."""

CLEANABLE = frozenset({Format.PNG, Format.JPEG, Format.WEBP})
UNTURNED = QImageIOHandler.Transformation.TransformationNone


@dataclass(frozen=True, slots=True)
class OpenedPicture:
    """A picture on its feet, no larger than was asked for.

    `clean` are the bytes of the file without its notes, if they show the same picture as `image`;
    empty if it must be written anew.
    """

    image: QImage
    kind: Format
    clean: bytes = b""
    is_first_frame: bool = False


def read_file(path: Path) -> bytes:
    """All of it; raises a PictureProblem that says why it is not taken."""
    try:
        if path.is_dir():
            raise NotAPicture(path.name)
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise PictureTooLarge(path.name, f"{size} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise PictureUnreadable(path.name, str(error)) from error
    if not data:
        raise PictureEmpty(path.name)
    return data


def open_picture(data: bytes, name: str, longest_edge: int) -> OpenedPicture:
    """Decode the (first) picture, scaled down if it is larger; raises a PictureProblem."""
    kind = _known_format(data, name)
    try:
        clean = without_notes(data, kind) if kind in CLEANABLE else b""
        moves = is_animated(data, kind)
    except Damaged as error:
        raise PictureBroken(name, "it ends too early") from error
    with reading(data, kind.value) as reader:
        size = _safe_size(reader, name)
        # Qt's TIFF reader loses its place when it is asked for a count
        moves = moves or (kind is Format.GIF and reader.imageCount() > 1)
        is_turned = reader.transformation() != UNTURNED
        is_larger = max(size.width(), size.height()) > longest_edge
        if is_larger and kind is Format.JPEG:  # its decoder is quicker if it may leave detail out
            keep = Qt.AspectRatioMode.KeepAspectRatio
            reader.setScaledSize(
                size.scaled(longest_edge, longest_edge, keep).expandedTo(QSize(1, 1))
            )
        image = reader.read()
        if image.isNull():
            raise PictureBroken(name, reader.errorString())
    is_coloured = has_foreign_colours(image)
    image = fitting(in_plain_colours(image), longest_edge)
    keeps = clean and not (is_larger or is_turned or moves or is_coloured)
    return OpenedPicture(image, kind, clean if keeps else b"", moves)


def open_whole(data: bytes, name: str) -> QImage:
    """The (first) picture with all its pixels, upright, in the colours it came with.

    Raises a PictureProblem. Qt's decoders let other threads run; turning colours does not, so that
    whoever has to do with large pictures does it in bands.
    """
    kind = _known_format(data, name)
    try:
        if kind in CLEANABLE:
            without_notes(data, kind)  # Qt would fill up what is cut off with grey
    except Damaged as error:
        raise PictureBroken(name, "it ends too early") from error
    with reading(data, kind.value) as reader:
        _safe_size(reader, name)
        image = reader.read()
        if image.isNull():
            raise PictureBroken(name, reader.errorString())
    return image


@contextmanager
def reading(data: bytes, kind: str = "") -> Iterator[QImageReader]:
    """A reader that takes this format and no other: a drawing or a page is not even tried."""
    QImageReader.setAllocationLimit(MEMORY_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    if kind:
        reader.setDecideFormatFromContent(False)
        reader.setAutoDetectImageFormat(False)
    nobody: Any = None
    reader.setAutoTransform(True)
    try:
        yield reader
    finally:
        reader.setDevice(nobody)  # or Qt's TIFF reader would look for the buffer after its end


def fitting(image: QImage, longest_edge: int) -> QImage:
    """No edge longer than this."""
    if max(image.width(), image.height()) <= longest_edge:
        return image
    size = image.size().scaled(longest_edge, longest_edge, Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, ratio, smooth)


def can_open(kind: Format) -> bool:
    known = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    return kind.value in known or (kind is Format.HEIC and "heif" in known)


def _known_format(data: bytes, name: str) -> Format:
    kind = format_of(data[:32])
    if kind is None:
        raise NotAPicture(name)
    if not can_open(kind):
        raise PictureFormatUnknown(name, kind.value.upper())
    return kind


def _safe_size(reader: QImageReader, name: str) -> QSize:
    """How large it says it is, before anything is unfolded."""
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise PictureBroken(name, reader.errorString())
    if size.width() * size.height() > MOST_PIXELS:
        raise PictureTooLarge(name, f"{size.width()} × {size.height()}")
    return size


def has_foreign_colours(image: QImage) -> bool:
    space = image.colorSpace()
    is_print = image.format() == QImage.Format.Format_CMYK8888
    return is_print or (space.isValid() and space != QColorSpace(QColorSpace.NamedColorSpace.SRgb))


def in_plain_colours(image: QImage) -> QImage:
    """sRGB with eight bits, as every service understands it."""
    if has_foreign_colours(image):
        wanted = QImage.Format.Format_RGB32
        if image.hasAlphaChannel():
            wanted = QImage.Format.Format_ARGB32
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb), wanted)
    return image
