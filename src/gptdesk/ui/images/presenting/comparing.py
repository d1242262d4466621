"""Before and after: the picture on the stage beside the one that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gptdesk.domain.images import PictureRecord
from gptdesk.runtime.shown_pictures import shown
from gptdesk.ui.images.compare import BeforeAfter
from gptdesk.ui.images.words import shortened

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.page import ImagesPage

LONGEST = 60


class Comparer(QObject):
    """The slider is made when somebody first compares.

    Signals:
        failed: a Problem with reading the earlier picture.
    """

    failed = Signal(object)

    def __init__(self, page: ImagesPage, calls: Calls, gallery: Gallery, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._gallery = gallery
        self._slider: BeforeAfter | None = None
        self._wanted = ""

    @property
    def is_shown(self) -> bool:
        return self._slider is not None and self._page.stage.current is self._slider

    def can_compare(self, record: PictureRecord | None) -> bool:
        return record is not None and bool(record.parents)

    def show(self, record: PictureRecord, image: QImage) -> None:
        self._wanted = record.id
        self._calls.run(
            self._before(record),
            lambda before: self._on_before(record, image, before),
            self.failed.emit,
        )

    async def _before(self, record: PictureRecord) -> QImage:
        found = await self._gallery.records(record.parents[:1])
        if not found:
            return QImage()
        data = await self._gallery.read(found[0].file)
        return await shown(data, found[0].file.media_type)

    def _on_before(self, record: PictureRecord, image: QImage, before: QImage) -> None:
        if record.id != self._wanted or before.isNull():
            return
        if self._slider is None:
            self._slider = BeforeAfter(self._page.stage)
        self._slider.show_pictures(before, image, shortened(record.prompt, LONGEST))
        self._page.stage.show_guest(self._slider, margins=True)
