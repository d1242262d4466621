"""The picture beside the wall: its words, its family, and itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.images import Origin, PictureRecord
from gptdesk.domain.settings import Settings
from gptdesk.runtime.shown_pictures import shown
from gptdesk.ui.images.gallery.detail.family import family_rows
from gptdesk.ui.widgets.money import free_text, money_of, paid_text

if TYPE_CHECKING:
    from gptdesk.domain.gallery import Lineage
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.gallery.presenting.finding import Finder
    from gptdesk.ui.images.gallery.view import GalleryView

LARGE_SIDE, SMALL_SIDE = 1024, 320
GIF = "image/gif"


class Looker(QObject):
    """Follows the keyboard on the wall; what was asked for before is cancelled.

    Signals:
        changed: another picture, or other words of it.
    """

    changed = Signal()

    def __init__(
        self,
        view: GalleryView,
        calls: Calls,
        gallery: Gallery,
        finder: Finder,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._calls = calls
        self._gallery = gallery
        self._finder = finder
        self._settings = settings
        self._wanted = ""
        self._pictured = ""
        self._operation: Operation | None = None
        self.record: PictureRecord | None = None
        view.tiles.use(self._load_tile)
        view.wall.current_changed.connect(self.look)
        view.detail.picked.connect(self.walk)

    def look(self, picture_id: str) -> None:
        """This one; none if the id is empty."""
        if picture_id == self._wanted:
            return
        self._wanted = picture_id
        if self._operation is not None:
            self._operation.cancel()
        if not picture_id:
            self.record, self._pictured = None, ""
            self._view.detail.show_nothing()
            self.changed.emit()
            return
        self._operation = self._calls.run(
            self._read(picture_id), partial(self._on_read, picture_id), self._on_unread
        )

    def again(self) -> None:
        """Its words have changed: a mark, a collection, a language, a currency."""
        wanted, self._wanted = self._wanted, ""
        self.look(wanted)

    def walk(self, picture_id: str) -> None:
        """To a member of the family, also to one that is not on the wall."""
        if not self._view.wall.go_to(picture_id):
            self.look(picture_id)

    def update(self, record: PictureRecord) -> None:
        """The same picture with another mark."""
        if self.record is not None and self.record.id == record.id:
            self.record = record
            self._show()

    async def _read(self, picture_id: str) -> tuple[PictureRecord | None, Lineage]:
        records = await self._gallery.records((picture_id,))
        return next(iter(records), None), await self._gallery.lineage(picture_id)

    def _on_read(self, picture_id: str, found: tuple[PictureRecord | None, Lineage]) -> None:
        record, lineage = found
        if picture_id != self._wanted:
            return
        self.record = record
        if record is None:
            self._view.detail.show_nothing()
        else:
            self._view.model.put_records((record,))
            self._show()
            self._view.detail.show_family(family_rows(lineage, record.id))
            if self._pictured != record.id:
                self._operation = self._calls.run(
                    self._image(record), partial(self._on_image, record.id), self._on_unseen
                )
        self.changed.emit()

    async def _image(self, record: PictureRecord) -> tuple[QImage, bytes]:
        """As large as the panel may ever be; a moving picture needs all of its file."""
        if record.file.media_type == GIF:
            data = await self._gallery.read(record.file)
            return await shown(data, GIF), data
        small = await self._gallery.thumbnail(record.file, LARGE_SIDE)
        return await shown(small, ""), b""

    def _on_image(self, picture_id: str, found: tuple[QImage, bytes]) -> None:
        if self.record is not None and self.record.id == picture_id:
            self._pictured = picture_id
            self._view.detail.show_image(*found)

    def _on_unseen(self, _problem: object) -> None:
        """The words are shown all the same; the tile says that the file is gone."""

    def _on_unread(self, problem: object) -> None:
        self._view.detail.show_nothing()
        self._calls.failed.emit(problem)

    def _show(self) -> None:
        if self.record is not None:
            paid = paid_words(self.record, self._settings())
            self._view.detail.show_record(self.record, paid, self._finder.names)

    def _load_tile(self, file: Attachment, give: Callable[[QImage], None]) -> None:
        self._calls.run(self._small(file), give, lambda _problem: give(QImage()))

    async def _small(self, file: Attachment) -> QImage:
        return await shown(await self._gallery.thumbnail(file, SMALL_SIDE), "")


def paid_words(record: PictureRecord, settings: Settings) -> str:
    """What it cost; nothing for a file of the person's own."""
    if record.origin is Origin.UPLOAD:
        return ""
    if record.is_free or record.settings.is_practice:
        return free_text()
    return paid_text(record.cost, money_of(settings))
