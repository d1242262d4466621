"""The pictures that go along: taken from files, the clipboard and the gallery, and kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.catalogue import PictureLimits
from gptdesk.domain.images import PictureRecord, Reference, Way
from gptdesk.domain.problems import PictureBroken
from gptdesk.runtime.large_pictures import as_png
from gptdesk.runtime.pictures import PictureSource, prepared
from gptdesk.runtime.shown_pictures import shown

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.order_desk import OrderDesk

translate = QCoreApplication.translate

LIMITS = PictureLimits(("png", "jpeg", "webp"), 16, 8192, 50_000_000)
"""As services take them for edits; what a model takes less of is made smaller on the way out."""
MOST = 16
PIXELS = frozenset({"image/png", "image/jpeg", "image/webp"})


class Referrer(QObject):
    """Whatever is dropped becomes a reference; while a new picture is made that means an edit.

    Signals:
        failed: a Problem with one of them; the others are taken.
        added: at least one is there.
        size_wanted: the size of the picture that is to be changed.
    """

    failed = Signal(object)
    added = Signal()
    size_wanted = Signal(str)

    def __init__(
        self,
        page: ImagesPage,
        calls: Calls,
        work: ImageWork,
        gallery: Gallery,
        desk: OrderDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._work = work
        self._gallery = gallery
        self._desk = desk
        row = page.panel.references
        row.add_requested.connect(self.ask)
        row.removed.connect(self._on_removed)
        page.pictures_dropped.connect(self.take)
        page.picture_dropped.connect(self.take_id)

    def ask(self) -> None:
        """Let the person choose files."""
        title = translate("Images", "Choose pictures")
        kinds = translate("Images", "Pictures")
        patterns = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.heic *.avif"
        every = translate("Images", "All files")
        found, _kind = QFileDialog.getOpenFileNames(
            self._page, title, "", f"{kinds} ({patterns});;{every} (*)"
        )
        self.take([Path(one) for one in found])

    def take(self, sources: Sequence[PictureSource]) -> None:
        for source in sources[:MOST]:
            self._calls.run(self._kept(source), self._on_kept, self.failed.emit)

    def take_id(self, picture_id: str) -> None:
        """A picture of the gallery, by its id."""
        self._calls.run(self._gallery.records((picture_id,)), self._on_records)

    def take_record(self, record: PictureRecord) -> None:
        """Beside those that are there."""
        self._with_pixels(record, self._add)

    def start_with(self, record: PictureRecord, way: Way) -> None:
        """This picture instead of those that are there; what is painted on it already stays."""
        self._desk.go(way)
        if [one.picture for one in self._desk.order.references[:1]] == [record.id]:
            return
        self._desk.set_references(())
        self._with_pixels(record, self._start)

    def _start(self, reference: Reference) -> None:
        self._desk.set_references((reference,))
        self.size_wanted.emit(f"{reference.file.width}x{reference.file.height}")

    def _with_pixels(self, record: PictureRecord, take: Callable[[Reference], None]) -> None:
        """Services take no drawings and no moving pictures: these go as they are seen."""
        if record.file.media_type in PIXELS:
            take(Reference(record.file, record.id))
        else:
            self._calls.run(self._seen(record), take, self.failed.emit)

    async def _seen(self, record: PictureRecord) -> Reference:
        import asyncio

        data = await self._gallery.read(record.file)
        image = await shown(data, record.file.media_type)
        if image.isNull():
            raise PictureBroken(record.file.name)
        png = await asyncio.to_thread(as_png, image)
        picture = PreparedPicture(png, "image/png", image.width(), image.height(), record.file.name)
        return Reference(await self._work.keep(picture), record.id)

    async def _kept(self, source: PictureSource) -> Reference:
        copy = QImage(source) if isinstance(source, QImage) else source
        picture = await prepared(copy, LIMITS)
        record = await self._gallery.add_upload(picture)
        return Reference(record.file, record.id)

    def _on_kept(self, reference: Reference) -> None:
        self._add(reference)

    def _on_records(self, records: tuple[PictureRecord, ...]) -> None:
        for record in records:
            self.take_record(record)

    def _add(self, reference: Reference) -> None:
        if self._desk.way is Way.MAKE:
            self._desk.go(Way.EDIT)
        now = self._desk.order.references
        if self._desk.way is Way.VARY:
            self._desk.set_references((reference,))
        elif all(one.file.id != reference.file.id for one in now) and len(now) < MOST:
            self._desk.set_references((*now, reference))
        self.added.emit()

    def _on_removed(self, place: int) -> None:
        now = self._desk.order.references
        self._desk.set_references((*now[:place], *now[place + 1 :]))
