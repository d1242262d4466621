"""What is on the wall: the search, its filters and the collections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gptdesk.domain.gallery import Collection, PictureHeader
from gptdesk.ui.images.gallery.finding.wish import Wish

if TYPE_CHECKING:
    from gptdesk.domain.images import PictureRecord
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.gallery.view import GalleryView

PAUSE_MS = 120
"""Between two letters nothing is looked for."""


class Finder(QObject):
    """Owns what is looked for; the newest answer counts.

    Signals:
        found: the wall shows what fits.
    """

    found = Signal()

    def __init__(
        self,
        view: GalleryView,
        calls: Calls,
        gallery: Gallery,
        parent: QObject,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._calls = calls
        self._gallery = gallery
        self._now = now
        self._asked = 0
        self._go_to = ""
        self._missing: list[str] = []
        self._is_reading = False
        self.wish = Wish()
        self.collections: tuple[Collection, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        bar = view.bar
        bar.text_edited.connect(self._on_text)
        bar.favourites_toggled.connect(self._on_favourites)
        bar.filter_toggled.connect(self._on_filter)
        bar.collection_chosen.connect(self.choose_collection)
        bar.cleared.connect(self.clear)
        view.wall.seen.connect(self._on_seen)

    @property
    def names(self) -> dict[str, str]:
        return {one.id: one.name for one in self.collections}

    def load(self, go_to: str = "") -> None:
        """Everything again: pictures, models and collections; then perhaps to one of them."""
        self._go_to = go_to
        self.look()
        self._calls.run(self._gallery.models(), self._view.bar.set_models)
        self.load_collections()

    def load_collections(self) -> None:
        self._calls.run(self._gallery.collections(), self._on_collections)

    def look(self) -> None:
        """Ask for what fits now."""
        self._pause.stop()
        self._asked += 1
        headers = self._gallery.headers(self.wish.query(self._now()))
        self._calls.run(headers, partial(self._on_headers, self._asked, self.wish))

    def clear(self) -> None:
        self._set(Wish())

    def choose_collection(self, collection_id: str) -> None:
        self._set(replace(self.wish, collection=collection_id))

    def shutdown(self) -> None:
        self._pause.stop()

    def _set(self, wish: Wish) -> None:
        self.wish = wish
        self.look()

    def _on_text(self, text: str) -> None:
        self.wish = replace(self.wish, text=text)
        self._pause.start()

    def _on_favourites(self) -> None:
        self._set(replace(self.wish, is_favourite=not self.wish.is_favourite))

    def _on_filter(self, field: str, value: str) -> None:
        self._set(self.wish.toggled(field, value))

    def _on_headers(self, asked: int, wish: Wish, headers: tuple[PictureHeader, ...]) -> None:
        if asked != self._asked or wish != self.wish:
            return
        self._view.wall.show_headers(headers)
        self._view.show_found(wish, len(headers))
        if self._go_to:
            self._view.wall.go_to(self._go_to)
            self._go_to = ""
        self.found.emit()

    def _on_collections(self, collections: tuple[Collection, ...]) -> None:
        self.collections = collections
        self._view.bar.set_collections(collections)
        if self.wish.collection and self.wish.collection not in self.names:
            self.choose_collection("")

    # What is said of the tiles that can be seen

    def _on_seen(self, headers: list[PictureHeader]) -> None:
        self._missing = [one.id for one in headers if self._view.model.record(one.id) is None]
        self._read_missing()

    def _read_missing(self) -> None:
        if self._missing and not self._is_reading:
            self._is_reading = True
            wanted, self._missing = tuple(self._missing), []
            self._calls.run(self._gallery.records(wanted), self._on_records, self._on_unread)

    def _on_records(self, records: tuple[PictureRecord, ...]) -> None:
        self._is_reading = False
        self._view.model.put_records(records)
        self._read_missing()

    def _on_unread(self, _problem: object) -> None:
        """A tile without words is a tile all the same; the wall tells of a broken database."""
        self._is_reading = False
