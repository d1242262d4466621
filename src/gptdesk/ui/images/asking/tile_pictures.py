"""Small pictures for tiles, loaded away from the window's thread and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from gptdesk.domain.attachments import Attachment

KEPT = 200
Loader = Callable[[Attachment, Callable[[QImage], None]], None]


class TilePictures(QObject):
    """Asks the loader once for each picture; without one every tile stays a sketch.

    Signals:
        ready: something can be drawn now that could not before.
    """

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load: Loader | None = None
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()

    def use(self, load: Loader | None) -> None:
        self._load = load
        self._asked.clear()
        self.ready.emit()

    def pixmap(self, file: Attachment) -> QPixmap | None:
        """None while it is being loaded; a null one if there is none."""
        found = self._pixmaps.get(file.id)
        if found is not None:
            self._pixmaps.move_to_end(file.id)
        elif self._load is not None and file.id not in self._asked:
            self._asked.add(file.id)
            self._load(file, lambda image: self._on_image(file.id, image))
        return found

    def _on_image(self, file_id: str, image: QImage) -> None:
        self._asked.discard(file_id)
        self._pixmaps[file_id] = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        self.ready.emit()
