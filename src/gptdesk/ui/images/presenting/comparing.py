"""Before and after: the picture on the stage beside the one that it was made from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gptdesk.domain.images import PictureRecord
from gptdesk.runtime.large_pictures import Levels, open_large
from gptdesk.runtime.shown_pictures import shown
from gptdesk.ui.images.words import shortened

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.compare import BeforeAfter
    from gptdesk.ui.images.page import ImagesPage

LONGEST = 60


class Comparer(QObject):
    """The slider is made when somebody first compares.

    Signals:
        failed: a Problem with reading the earlier picture.
        shown: the slider stands on the stage.
    """

    failed = Signal(object)
    shown = Signal()

    def __init__(self, page: ImagesPage, calls: Calls, gallery: Gallery, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._gallery = gallery
        self._slider: BeforeAfter | None = None
        self._wanted = ""

    @property
    def is_shown(self) -> bool:
        stage = self._page.stage
        return stage.current is stage.result and stage.result.is_comparing

    def can_compare(self, record: PictureRecord | None) -> bool:
        return record is not None and bool(record.parents)

    def leave(self) -> None:
        """The picture alone again."""
        self._wanted = ""
        self._page.stage.result.show_beside(None)

    def show(self, record: PictureRecord, image: QImage) -> None:
        self._wanted = record.id
        self._calls.run(self._both(record, image), partial(self._on_both, record), self.failed.emit)

    async def _both(self, record: PictureRecord, after: QImage) -> tuple[Levels, Levels] | None:
        """The earlier picture and this one; None where the earlier one is gone."""
        import asyncio

        found = await self._gallery.records(record.parents[:1])
        if not found:
            return None
        data = await self._gallery.read(found[0].file)
        before = await shown(data, found[0].file.media_type)
        if before.isNull():
            return None
        return (
            await asyncio.to_thread(open_large, before),
            await asyncio.to_thread(open_large, after),
        )

    def _on_both(self, record: PictureRecord, both: tuple[Levels, Levels] | None) -> None:
        if both is None or record.id != self._wanted:
            return
        if self._slider is None:
            from gptdesk.ui.images.compare import BeforeAfter

            self._slider = BeforeAfter(self._page.stage)
        self._slider.show_pictures(*both, shortened(record.prompt, LONGEST))
        self._page.stage.result.show_beside(self._slider)
        self._page.stage.show_result()
        self.shown.emit()
