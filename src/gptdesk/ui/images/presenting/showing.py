"""What stands on the stage: the picture or the job that was picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.gallery import PictureQuery
from gptdesk.domain.image_sizes import pair_of
from gptdesk.domain.images import ImageJob, JobState, Origin, PictureRecord
from gptdesk.domain.settings import Settings
from gptdesk.runtime.large_pictures import Levels, open_large
from gptdesk.runtime.shown_pictures import shown
from gptdesk.ui.images.presenting.job_words import fraction_of, state_text
from gptdesk.ui.images.showing.strip_items import JobCard, StripItem
from gptdesk.ui.widgets.money import free_text, money_of, paid_text, sum_text

if TYPE_CHECKING:
    from gptdesk.domain.gallery import PicturePage
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.making import LiveJob, Maker

translate = QCoreApplication.translate

NEWEST = 40
TILE_SIDE = 240
GIF = "image/gif"
MADE = PictureQuery(origins=frozenset({Origin.MODEL, Origin.PRACTICE}))
"""What was brought in only to be changed does not stand among the results."""


class Shower(QObject):
    """Picks follow what happens until the person picks something.

    Signals:
        picked: the picture on the stage is another, or none.
        failed: a Problem with reading it.
    """

    picked = Signal()
    failed = Signal(object)

    def __init__(
        self,
        page: ImagesPage,
        calls: Calls,
        gallery: Gallery,
        maker: Maker,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._gallery = gallery
        self._maker = maker
        self._settings = settings
        self._newest: tuple[PictureRecord, ...] = ()
        self._count = 0
        self._job_id = ""
        self.record: PictureRecord | None = None
        self.data = b""
        self.levels: Levels | None = None
        page.pictures.use(self._load_tile)
        page.strip.picked.connect(self.pick)
        maker.changed.connect(self._on_job)
        maker.ticked.connect(self.show)
        maker.arrived.connect(self._on_arrived)
        maker.settled.connect(self._on_settled)

    @property
    def image(self) -> QImage:
        return self.levels.whole if self.data and self.levels is not None else QImage()

    @property
    def job(self) -> LiveJob | None:
        """The job on the stage."""
        return self._maker.job(self._job_id)

    @property
    def newest(self) -> tuple[PictureRecord, ...]:
        return self._newest

    def load(self) -> None:
        """Read the newest pictures again."""
        self._calls.run(self._gallery.page(MADE, "", NEWEST), self._on_page)
        self._calls.run(self._gallery.count(MADE), self._on_count)

    def pick(self, item: StripItem) -> None:
        """Show a picture or a job; the page may have been told by another part."""
        if isinstance(item, JobCard):
            self._job_id = item.id
            self.show()
            self.picked.emit()
        elif self._job_id or self.record is None or self.record.id != item.id:
            self._job_id = ""
            self._read(item)

    def follow(self, job_id: str) -> None:
        """A job that was just begun comes in front, whatever stood there."""
        self._job_id = job_id
        self._page.stage.show_forming()
        self.show()
        self.picked.emit()

    def pick_id(self, picture_id: str) -> None:
        self._calls.run(self._gallery.records((picture_id,)), self._on_records)

    def update(self, record: PictureRecord) -> None:
        """The same picture with another mark or cost."""
        if self.record is not None and self.record.id == record.id:
            self.record = record
            self._page.stage.result.show_record(record, self.paid(record))
        self._newest = tuple(record if r.id == record.id else r for r in self._newest)
        self.show_strip()

    def forget(self, picture_id: str) -> None:
        """It was deleted: its neighbour takes its place."""
        ids = [record.id for record in self._newest]
        at = ids.index(picture_id) if picture_id in ids else 0
        self._newest = tuple(record for record in self._newest if record.id != picture_id)
        if self.record is not None and self.record.id == picture_id:
            self.record, self.data = None, b""
            if self._newest:
                self._read(self._newest[min(at, len(self._newest) - 1)])
        self.load()
        self.show()
        self.picked.emit()

    def show(self) -> None:
        """All of it once more: after a second, another language, another currency."""
        self.show_strip()
        job = self.job
        stage = self._page.stage
        if job is not None:
            self._show_job(job)
        elif self.record is not None and self.data:
            stage.result.show_record(self.record, self.paid(self.record))
            if stage.current in (stage.empty, stage.forming):
                stage.show_result()
        elif stage.current is not stage.empty and stage.current in (stage.forming, stage.result):
            stage.show_empty()

    def show_strip(self) -> None:
        cards: list[StripItem] = [self._card(job) for job in self._maker.jobs]
        current = self._job_id or (self.record.id if self.record is not None else "")
        self._page.strip.set_items([*cards, *self._newest], current)
        known = [r.cost for r in self._newest if r.cost]
        total = sum_text(sum(known), money_of(self._settings())) if known else ""
        self._page.strip.set_counts(self._count, total if self._count <= NEWEST else "")

    def paid(self, record: PictureRecord) -> str:
        """What it cost in words; nothing for the person's own files."""
        if record.is_free or record.settings.is_practice:
            return free_text()
        if record.cost is None and not record.settings.model:
            return ""
        return paid_text(record.cost, money_of(self._settings()))

    # What comes

    def _on_page(self, page: PicturePage) -> None:
        self._newest = page.pictures
        if self.record is None and not self._job_id and self._newest:
            self._read(self._newest[0])
        self.show_strip()

    def _on_count(self, count: int) -> None:
        self._count = count
        self.show_strip()

    def _on_records(self, records: tuple[PictureRecord, ...]) -> None:
        if records:
            self._job_id = ""
            self._read(records[0])

    def _on_job(self, job_id: str) -> None:
        if job_id == self._job_id and self.job is None:
            self._job_id = ""
        self.show()

    def _on_arrived(self, record: PictureRecord) -> None:
        """The picture of the job on the stage is shown when no more follow."""
        self._newest = (record, *(r for r in self._newest if r.id != record.id))[:NEWEST]
        self._count += 1
        if record.job_id == self._job_id or (self.record is None and not self._job_id):
            self._job_id = ""
            self._read(record)
        self.show_strip()

    def _on_settled(self, job: ImageJob) -> None:
        """What the pictures cost is known only at the end."""
        for record in job.pictures:
            self.update(record)

    def _read(self, record: PictureRecord) -> None:
        self.record, self.data = record, b""
        self._calls.run(
            self._read_image(record.file),
            partial(self._on_image, record),
            partial(self._on_unread, record),
        )

    async def _read_image(self, file: Attachment) -> tuple[bytes, Levels]:
        """With smaller copies, so that a huge one does not hold up the window."""
        import asyncio

        data = await self._gallery.read(file)
        image = await shown(data, file.media_type)
        return data, await asyncio.to_thread(open_large, image, file.name)

    def _on_image(self, record: PictureRecord, found: tuple[bytes, Levels]) -> None:
        if self.record is None or self.record.id != record.id:
            return
        self.data, self.levels = found
        stage = self._page.stage
        moving = self.data if record.file.media_type == GIF else b""
        stage.result.show_picture(self.record, self.levels, self.paid(self.record), moving)
        if self.job is None and stage.current in (stage.empty, stage.forming, stage.result):
            stage.show_result()  # a guest such as the gallery stays
        self.show_strip()
        self.picked.emit()

    def _on_unread(self, record: PictureRecord, problem: Problem) -> None:
        if self.record is not None and self.record.id == record.id:
            self.record = None
        self.failed.emit(problem)

    def _load_tile(self, file: Attachment, give: Callable[[QImage], None]) -> None:
        self._calls.run(self._tile(file), give, lambda _problem: give(QImage()))

    async def _tile(self, file: Attachment) -> QImage:
        return await shown(await self._gallery.thumbnail(file, TILE_SIDE), "")

    # How it is said

    def _show_job(self, live: LiveJob) -> None:
        stage = self._page.stage
        order = live.job.order
        shape = pair_of(order.settings.size) or (1, 1)
        stage.forming.show_state(
            state_text(live, self._maker.seconds(live)), fraction_of(live), live.image, shape
        )
        is_running = live.is_running
        stage.forming.stop.setVisible(is_running)
        stage.forming.bar.setVisible(is_running)
        if stage.current in (stage.empty, stage.result, stage.forming):
            stage.show_forming()

    def _card(self, live: LiveJob) -> JobCard:
        state = live.job.state
        text = state_text(live, self._maker.seconds(live), is_short=True)
        is_waiting = state is JobState.QUEUED
        return JobCard(
            live.id,
            state,
            text,
            None if is_waiting else fraction_of(live),
            live.image,
            live.job.order.prompt,
        )
