"""Marks, collections and deleting, each undone by one press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.gallery import Collection, PictureHeader
from gptdesk.domain.images import PictureRecord
from gptdesk.ui.images.gallery.finding.collection_menu import NEW, REMOVE, RENAME
from gptdesk.ui.images.words import shortened

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.gallery.presenting.finding import Finder
    from gptdesk.ui.images.gallery.presenting.looking import Looker
    from gptdesk.ui.images.gallery.view import GalleryView

translate = QCoreApplication.translate

LONGEST = 40


class Keeper(QObject):
    """Changes what is kept of pictures, never the pictures themselves.

    Signals:
        changed: something else may show these pictures too.
        deleted: a list of ids that are gone.
    """

    changed = Signal()
    deleted = Signal(list)

    def __init__(
        self,
        view: GalleryView,
        calls: Calls,
        gallery: Gallery,
        finder: Finder,
        looker: Looker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._calls = calls
        self._gallery = gallery
        self._finder = finder
        self._looker = looker
        self._undo: Callable[[], None] | None = None
        self._to_collect: tuple[str, ...] = ()
        self._naming = ""
        view.undo.undone.connect(self._on_undone)
        view.bar.collection_action.connect(self._on_collection_action)
        view.name.named.connect(self._on_named)
        view.wall.favourite_pressed.connect(self.toggle_favourite)

    # Favourites

    def toggle_favourite(self, picture_ids: Sequence[str]) -> None:
        """All of them become favourites; where all are, none is any more."""
        headers = self._headers(picture_ids)
        record = self._looker.record
        marks = [header.is_favourite for header in headers]
        if not headers and record is not None and record.id in picture_ids:
            marks = [record.is_favourite]
        if not marks:
            return
        wanted = not all(marks)
        self._calls.run(
            self._gallery.set_favourite(tuple(picture_ids), wanted),
            partial(self._on_marked, headers, tuple(picture_ids), wanted),
        )

    def _on_marked(
        self,
        headers: list[PictureHeader],
        picture_ids: tuple[str, ...],
        wanted: bool,
        _none: object,
    ) -> None:
        for header in headers:
            self._view.model.put_header(replace(header, is_favourite=wanted))
        for picture_id in picture_ids:
            record = self._view.model.record(picture_id)
            if record is not None:
                self._put(replace(record, is_favourite=wanted))
        if self._finder.wish.is_favourite:
            self._finder.look()
        self.changed.emit()

    # Deleting

    def delete(self, picture_ids: Sequence[str]) -> None:
        if picture_ids:
            ids = tuple(picture_ids)
            self._calls.run(self._gallery.delete(ids), partial(self._on_deleted, ids))

    def _on_deleted(self, ids: tuple[str, ...], _none: object) -> None:
        record = self._view.model.record(ids[0])
        text = translate("Gallery", "Deleted %n picture(s)", None, len(ids))
        if len(ids) == 1 and record is not None and record.prompt:
            title = shortened(record.prompt, LONGEST)
            text = translate("Gallery", "Deleted “{title}”").format(title=title)
        self._offer(text, partial(self._restore, ids))
        if self._looker.record is not None and self._looker.record.id in ids:
            self._looker.look("")
        self._finder.load()
        self.deleted.emit(list(ids))
        self.changed.emit()

    def _restore(self, ids: tuple[str, ...]) -> None:
        self._calls.run(self._gallery.restore(ids), partial(self._on_restored, ids))

    def _on_restored(self, ids: tuple[str, ...], _none: object) -> None:
        self._finder.load(go_to=ids[0])
        self.changed.emit()

    # Collections

    def collect(self, picture_ids: Sequence[str], collection_id: str) -> None:
        ids = tuple(picture_ids)
        self._calls.run(
            self._gallery.collect(ids, collection_id),
            partial(self._on_collected, ids, collection_id, True),
        )

    def take_out(self, picture_ids: Sequence[str], collection_id: str) -> None:
        ids = tuple(picture_ids)
        self._calls.run(
            self._gallery.uncollect(ids, collection_id),
            partial(self._on_collected, ids, collection_id, False),
        )

    def collect_new(self, picture_ids: Sequence[str]) -> None:
        """Into a collection that gets its name first."""
        self._to_collect, self._naming = tuple(picture_ids), ""
        self._view.name.ask()

    def _on_collected(
        self, ids: tuple[str, ...], collection_id: str, is_in: bool, _none: object
    ) -> None:
        name = self._finder.names.get(collection_id, "")
        words = translate("Gallery", "%n picture(s) put into “{name}”", None, len(ids))
        back = partial(self.take_out, ids, collection_id)
        if not is_in:
            words = translate("Gallery", "%n picture(s) taken out of “{name}”", None, len(ids))
            back = partial(self.collect, ids, collection_id)
        self._offer(words.format(name=name), back)
        for picture_id in ids:
            self._forget_collections(picture_id, collection_id, is_in=is_in)
        self._finder.load_collections()
        if self._finder.wish.collection:
            self._finder.look()
        self._looker.again()

    def _forget_collections(self, picture_id: str, collection_id: str, *, is_in: bool) -> None:
        record = self._view.model.record(picture_id)
        if record is not None:
            others = tuple(one for one in record.collections if one != collection_id)
            now = (*others, collection_id) if is_in else others
            self._view.model.put_records((replace(record, collections=now),))

    def _on_collection_action(self, action: str) -> None:
        chosen = self._finder.wish.collection
        if action == NEW:
            self._to_collect, self._naming = (), ""
            self._view.name.ask()
        elif action == RENAME:
            self._naming = chosen
            self._view.name.ask(self._finder.names.get(chosen, ""), is_new=False)
        elif action == REMOVE:
            name = self._finder.names.get(chosen, "")
            self._calls.run(
                self._gallery.remove_collection(chosen), partial(self._on_removed, chosen, name)
            )

    def _on_named(self, name: str) -> None:
        if self._naming:
            self._calls.run(
                self._gallery.rename_collection(self._naming, name),
                lambda _none: self._on_renamed(),
            )
        else:
            self._calls.run(self._gallery.new_collection(name), self._on_new)

    def _on_renamed(self) -> None:
        self._finder.load_collections()
        self._looker.again()

    def _on_new(self, collection: Collection) -> None:
        """An empty one is shown, so that it tells how pictures get into it."""
        self._finder.collections = (*self._finder.collections, collection)
        if self._to_collect:
            self.collect(self._to_collect, collection.id)
            self._to_collect = ()
        else:
            self._finder.choose_collection(collection.id)
        self._finder.load_collections()

    def _on_removed(self, collection_id: str, name: str, _none: object) -> None:
        text = translate("Gallery", "Removed the collection “{name}”").format(name=name)
        self._offer(text, partial(self._restore_collection, collection_id))
        self._finder.choose_collection("")
        self._finder.load_collections()

    def _restore_collection(self, collection_id: str) -> None:
        self._calls.run(
            self._gallery.restore_collection(collection_id),
            lambda _none: self._finder.load_collections(),
        )

    # Undo

    def _offer(self, text: str, undo: Callable[[], None]) -> None:
        self._undo = undo
        self._view.undo.offer(text)

    def _on_undone(self) -> None:
        if self._undo is not None:
            undo, self._undo = self._undo, None
            undo()

    def _headers(self, picture_ids: Sequence[str]) -> list[PictureHeader]:
        rows = (self._view.model.row_of(one) for one in picture_ids)
        return [self._view.model.at(row) for row in rows if row >= 0]

    def _put(self, record: PictureRecord) -> None:
        self._view.model.put_records((record,))
        self._looker.update(record)
