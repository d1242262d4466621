"""Small pictures for the wall: loaded for what can be seen, let go when the room is full."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from gptdesk.domain.attachments import Attachment
from gptdesk.runtime.shown_pictures import shown

if TYPE_CHECKING:
    from gptdesk.domain.gallery import PictureHeader
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.gallery import Gallery

AT_ONCE = 6
MOST_BYTES = 64_000_000
STORED_SIDES = (320, 640, 1024)
"""So few sizes lie on the disk, whatever the window measures."""
RADIUS = 8


class Shape(NamedTuple):
    """A square as large as a tile, in pixels of the screen, with its round corners."""

    side: int
    radius: float


class WallPictures(QObject):
    """Knows the tiles that can be seen; what scrolls away before it was loaded is cancelled.

    Signals:
        ready: the id of a file that can be drawn now.
    """

    ready = Signal(str)

    def __init__(self, calls: Calls, gallery: Gallery, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._gallery = gallery
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._bytes = 0
        self._wanted: dict[str, PictureHeader] = {}
        self._running: dict[str, Operation] = {}
        self._shape = Shape(176, RADIUS)

    @property
    def bytes_held(self) -> int:
        return self._bytes

    @property
    def loading(self) -> tuple[str, ...]:
        """The ids of the files that are on their way."""
        return tuple(self._running)

    def pixmap(self, file_id: str) -> QPixmap | None:
        """None while it is not there; a null one where the file cannot be shown."""
        found = self._pixmaps.get(file_id)
        if found is not None:
            self._pixmaps.move_to_end(file_id)
        return found

    def want(self, headers: Iterable[PictureHeader], shape: Shape) -> None:
        """What can be seen now, from the top; only that is loaded."""
        if shape.side > self._shape.side * 1.25 or shape.side * 2 < self._shape.side:
            self._forget_all()
        if shape.side > self._shape.side or not self._pixmaps:
            self._shape = shape
        self._wanted = {header.file: header for header in headers}
        for file_id, operation in tuple(self._running.items()):
            if file_id not in self._wanted:
                operation.cancel()
        self._load_more()

    def forget(self, file_id: str) -> None:
        gone = self._pixmaps.pop(file_id, None)
        self._bytes -= _bytes(gone) if gone is not None else 0

    def _load_more(self) -> None:
        for file_id, header in self._wanted.items():
            if len(self._running) >= AT_ONCE:
                return
            if file_id not in self._pixmaps and file_id not in self._running:
                self._load(header)

    def _load(self, header: PictureHeader) -> None:
        operation = self._calls.run(
            self._tile(header, self._shape),
            partial(self._on_image, header.file),
            partial(self._on_missing, header.file),
        )
        if operation is not None:
            self._running[header.file] = operation
            operation.finished.connect(partial(self._on_finished, header.file))

    async def _tile(self, header: PictureHeader, shape: Shape) -> QImage:
        file = Attachment(header.file, header.media_type, header.width, header.height, 0)
        stored = next((s for s in STORED_SIDES if s >= shape.side), STORED_SIDES[-1])
        data = await self._gallery.thumbnail(file, stored)
        image = await shown(data, "")
        return await asyncio.to_thread(tile_image, image, shape)

    def _on_image(self, file_id: str, image: QImage) -> None:
        self.forget(file_id)
        pixmap = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
        self._pixmaps[file_id] = pixmap
        self._bytes += _bytes(pixmap)
        self._shrink()
        self.ready.emit(file_id)

    def _on_missing(self, file_id: str, _problem: Problem) -> None:
        self._on_image(file_id, QImage())

    def _on_finished(self, file_id: str) -> None:
        self._running.pop(file_id, None)
        self._load_more()

    def _shrink(self) -> None:
        """What can be seen stays, however much that is."""
        for file_id in tuple(self._pixmaps):
            if self._bytes <= MOST_BYTES:
                return
            if file_id not in self._wanted:
                self.forget(file_id)

    def _forget_all(self) -> None:
        self._pixmaps.clear()
        self._bytes = 0


def tile_image(image: QImage, shape: Shape) -> QImage:
    """The middle of the picture as a square with round corners, ready to be put on the screen."""
    if image.isNull():
        return image
    edge = min(image.width(), image.height())
    square = image.copy((image.width() - edge) // 2, (image.height() - edge) // 2, edge, edge)
    smooth = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    square = square.scaled(QSize(shape.side, shape.side), ratio, smooth)
    tile = QImage(shape.side, shape.side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(tile.rect()), shape.radius, shape.radius)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawImage(0, 0, square)
    painter.end()
    return tile


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
