"""Pictures as files of the user's: in the format of choice, with the prompt inside or not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from gptdesk.domain.picture_files import Damaged, Format, format_of
from gptdesk.domain.picture_notes import with_notes
from gptdesk.domain.problems import PictureBroken
from gptdesk.runtime.pictures import whole
from gptdesk.runtime.shown_pictures import draw_svg, is_svg

QUALITY = 92
OFFERED = ("png", "jpeg", "webp", "avif")


def writable_formats() -> tuple[str, ...]:
    """What this computer can write, of what is offered."""
    known = {bytes(name.data()).decode() for name in QImageWriter.supportedImageFormats()}
    return tuple(name for name in OFFERED if name in known)


async def saved_bytes(data: bytes, kind: str, notes: Mapping[str, str]) -> bytes:
    """The file in this format; its own bytes where it is in it already. Raises PictureBroken."""
    import asyncio

    own = format_of(data[:32])
    if kind in ("svg", "gif") or (own is not None and own.value == kind):
        return await asyncio.to_thread(_noted, data, kind, notes)
    image = await asyncio.to_thread(draw_svg, data) if is_svg(data) else await whole(data)
    if image.isNull():
        raise PictureBroken
    written = await asyncio.to_thread(_written, image, kind)
    return await asyncio.to_thread(_noted, written, kind, notes)


def _noted(data: bytes, kind: str, notes: Mapping[str, str]) -> bytes:
    """A file whose words cannot be written is a picture all the same."""
    known = {one.value: one for one in (Format.PNG, Format.JPEG, Format.WEBP)}
    if kind not in known or not notes:
        return data
    try:
        return with_notes(data, known[kind], notes)
    except Damaged:
        return data


def _written(image: QImage, kind: str) -> bytes:
    if kind == "jpeg" and image.hasAlphaChannel():
        image = _on_white(image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if kind != "png":
        writer.setQuality(QUALITY)
    if not writer.write(image):
        raise PictureBroken("", writer.errorString())
    return bytes(buffer.data().data())


def _on_white(image: QImage) -> QImage:
    page = QImage(image.size(), QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    return page
