"""Small squares of stored pictures, loaded away from the window's thread and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from gptdesk.domain.attachments import Attachment

SIDE = 88
DENSITY = 3
"""Loaded for dense screens and large fonts; elsewhere Qt scales down."""
KEPT = 150


class Thumbnails(QObject):
    """Asks `load` for what is not there yet, and remembers what is missing.

    `load` gets an attachment, the side in pixels, and whom to give the image to; it gives a null
    image where there is none.

    Signals:
        ready: the id of an attachment that is known now, or known to be missing.
    """

    ready = Signal(str)

    def __init__(
        self,
        load: Callable[[Attachment, int, Callable[[QImage], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()

    def pixmap(self, attachment: Attachment) -> QPixmap | None:
        """None while it is being loaded; a null one if the file is missing."""
        found = self._pixmaps.get(attachment.id)
        if found is not None:
            self._pixmaps.move_to_end(attachment.id)
        elif attachment.id not in self._asked:
            self._asked.add(attachment.id)
            self._load(attachment, SIDE * DENSITY, lambda image: self._on_image(attachment, image))
        return found

    def forget(self, attachment: Attachment) -> None:
        """Look again when it is next wanted."""
        self._pixmaps.pop(attachment.id, None)

    def _on_image(self, attachment: Attachment, image: QImage) -> None:
        self._asked.discard(attachment.id)
        self._pixmaps[attachment.id] = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        self.ready.emit(attachment.id)
