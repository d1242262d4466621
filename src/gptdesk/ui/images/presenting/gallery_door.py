"""The gallery on the stage of the tab, and what its pictures ask the page for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage

from gptdesk.domain.images import PictureRecord, Way
from gptdesk.domain.settings import Settings
from gptdesk.ui.images.gallery.presenter import GalleryPresenter

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenter import ImagesPresenter
    from gptdesk.ui.images.presenting.acting import Actor
    from gptdesk.ui.images.presenting.painting import Painter
    from gptdesk.ui.images.presenting.referring import Referrer
    from gptdesk.ui.images.presenting.showing import Shower
    from gptdesk.ui.images.presenting.views import Views


class GalleryDoor(QObject):
    """Reads the gallery again when something was made, and when somebody looks into it."""

    def __init__(
        self,
        page: ImagesPage,
        core: CoreThread,
        calls: Calls,
        gallery: Gallery,
        views: Views,
        shower: Shower,
        actor: Actor,
        referrer: Referrer,
        painter: Painter,
        settings: Callable[[], Settings],
        parent: ImagesPresenter,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._gallery = gallery
        self._views = views
        self._shower = shower
        self._actor = actor
        self._referrer = referrer
        self._painter = painter
        self.presenter = GalleryPresenter(core, gallery, self, settings=settings, place=page.stage)
        self.presenter.view.installEventFilter(self)
        views.place_gallery(self.presenter.view)
        parent.settled.connect(self.refresh)
        self._connect()
        self.presenter.start()

    def refresh(self) -> None:
        """Something was made; small pictures are loaded only for those who look."""
        self.presenter.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.presenter.refresh()
        elif event.type() == QEvent.Type.LanguageChange:
            self.presenter.language_changed()
        return False

    def shutdown(self) -> None:
        self.presenter.shutdown()

    def _connect(self) -> None:
        gallery = self.presenter
        gallery.reuse_settings.connect(self._on_reuse)
        gallery.edit.connect(self._on_edit)
        gallery.vary.connect(self._on_vary)
        gallery.use_as_reference.connect(self._referrer.take_record)
        gallery.show.connect(self._on_show)
        gallery.send_to_chat.connect(self._on_chat)
        gallery.make_wanted.connect(self._on_make)
        gallery.changed.connect(self._on_changed)
        gallery.deleted.connect(self._on_deleted)
        gallery.faq_requested.connect(self._page.notice.faq_requested)
        gallery.notes_chosen.connect(self._actor.notes_chosen)

    def _on_reuse(self, record: PictureRecord) -> None:
        self._on_show(record)
        self._actor.use_again(record)

    def _on_edit(self, record: PictureRecord) -> None:
        self._referrer.start_with(record, Way.EDIT)
        self._painter.open()

    def _on_vary(self, record: PictureRecord) -> None:
        self._on_show(record)
        self._referrer.start_with(record, Way.VARY)
        self._page.show_panel(True)

    def _on_show(self, record: PictureRecord) -> None:
        self._shower.pick(record)
        self._views.show_result()

    def _on_chat(self, _record: PictureRecord, image: QImage) -> None:
        self._actor.chat_requested.emit(image)

    def _on_make(self) -> None:
        self._views.show_result()
        self._page.show_panel(True)

    def _on_changed(self) -> None:
        """The newest ones below the stage, and the star of the one on it."""
        self._shower.load()
        if self._shower.record is not None:
            wanted = (self._shower.record.id,)
            self._calls.run(self._gallery.records(wanted), self._on_record)

    def _on_record(self, records: tuple[PictureRecord, ...]) -> None:
        for record in records:
            self._shower.update(record)
            self._views.show()

    def _on_deleted(self, picture_ids: list[str]) -> None:
        record = self._shower.record
        if record is not None and record.id in picture_ids and self._shower.job is None:
            self._shower.forget(record.id)
