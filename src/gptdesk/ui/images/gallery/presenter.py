"""Connects the gallery with the services; the parts are in `presenting`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication, QImage

from gptdesk.domain.images import PictureRecord
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.ui.images.gallery import actions as a
from gptdesk.ui.images.gallery.pictures import WallPictures
from gptdesk.ui.images.gallery.presenting.acting import Keeper
from gptdesk.ui.images.gallery.presenting.carrying import Carrier
from gptdesk.ui.images.gallery.presenting.finding import Finder
from gptdesk.ui.images.gallery.presenting.looking import Looker
from gptdesk.ui.images.gallery.presenting.menus import Menus
from gptdesk.ui.images.gallery.presenting.saving import Exporter
from gptdesk.ui.images.gallery.presenting.screens import Screens
from gptdesk.ui.images.gallery.presenting.telling import Teller
from gptdesk.ui.images.gallery.view import GalleryView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.gallery import Gallery


class GalleryPresenter(QObject):
    """Decides what the gallery shows. `view` is the widget to be placed.

    Signals:
        reuse_settings, edit, vary, use_as_reference, show: a PictureRecord.
        send_to_chat: a PictureRecord and its QImage.
        make_wanted: nothing is there yet and a picture is to be made.
        changed: pictures were deleted, restored or marked.
        deleted: a list of ids that are not to be seen any more.
        faq_requested: id of an FAQ entry.
        notes_chosen: whether saved files hold their prompt from now on.
    """

    reuse_settings = Signal(object)
    edit = Signal(object)
    vary = Signal(object)
    use_as_reference = Signal(object)
    show = Signal(object)
    send_to_chat = Signal(object, object)
    make_wanted = Signal()
    changed = Signal()
    deleted = Signal(list)
    faq_requested = Signal(str)
    notes_chosen = Signal(bool)

    def __init__(
        self,
        core: CoreThread,
        gallery: Gallery,
        parent: QObject | None = None,
        *,
        settings: Callable[[], Settings] = Settings,
        place: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls = Calls(core, self)
        self._pictures = WallPictures(calls, gallery, self)
        self.view = view = GalleryView(self._pictures, place)
        self._teller = Teller(view, self)
        self._finder = Finder(view, calls, gallery, self)
        self._looker = Looker(view, calls, gallery, self._finder, settings, self)
        self._keeper = Keeper(view, calls, gallery, self._finder, self._looker, self)
        self._exporter = Exporter(view, calls, gallery, settings, self)
        self._carrier = Carrier(view, calls, gallery, self._exporter, self)
        self._screens = Screens(view, calls, gallery, self)
        self._menus = Menus(view, self._finder, self._keeper, settings, self)
        self._save_again: Callable[[], None] | None = None
        self._connect_parts()
        self._connect_view()

    # For the page

    def start(self) -> None:
        """Read what is there; call it when the gallery is first shown."""
        self._finder.load()

    def refresh(self) -> None:
        """Something was made, deleted, marked or priced elsewhere."""
        self._finder.load()
        self._looker.again()

    def go_to(self, picture_id: str) -> None:
        """Show this picture with its story."""
        self._looker.walk(picture_id)
        self.view.show_detail(True)

    def settings_changed(self) -> None:
        self._looker.again()

    language_changed = settings_changed

    def shutdown(self) -> None:
        self._calls.shutdown()
        for part in (self._finder, self._exporter, self._screens, self.view):
            part.shutdown()

    @property
    def chosen(self) -> list[str]:
        """Ids of the chosen pictures; a member of the family that is not on the wall counts."""
        chosen = [header.id for header in self.view.wall.chosen]
        record = self._looker.record
        if record is not None and len(chosen) <= 1:
            return [record.id]
        return chosen

    # Actions

    def act(self, name: str) -> None:
        """Do one of `actions` with what is chosen."""
        ids, record = self.chosen, self._looker.record
        if not ids:
            return
        several: dict[str, Callable[[], object]] = {
            a.FAVOURITE: partial(self._keeper.toggle_favourite, ids),
            a.DELETE: partial(self._keeper.delete, ids),
            a.COPY: partial(self._carrier.copy, ids),
            a.SAVE: self._save,
            a.COMPARE: partial(self._screens.compare, ids),
            a.STORY: partial(self.view.show_detail, True),
            a.COLLECT: self._open_collections,
            a.FULL: partial(self._screens.open, self.view.wall.current_id or ids[0]),
        }
        if name in several:
            several[name]()
        elif record is not None:
            self._act_on(name, record)

    def _act_on(self, name: str, record: PictureRecord) -> None:
        signals = {
            a.AGAIN: self.reuse_settings,
            a.EDIT: self.edit,
            a.VARY: self.vary,
            a.REFERENCE: self.use_as_reference,
            a.SHOW: self.show,
        }
        if name in signals:
            signals[name].emit(record)
        elif name == a.CHAT:
            self._carrier.read_image(record)
        elif name == a.FOLDER:
            self._carrier.show_folder(record)

    def _save(self) -> None:
        ids, record = self.chosen, self._looker.record
        if len(ids) == 1 and record is not None:
            self._save_again = partial(self._exporter.ask_one, record)
            self._save_again()
        elif len(ids) > 1:
            self._menus.open_kinds(self.view.selection.buttons[a.SAVE])

    def _on_kind(self, kind: str) -> None:
        self._save_again = partial(self._exporter.ask_many, self.chosen, kind)
        self._save_again()

    def _on_place_wanted(self) -> None:
        if self._save_again is not None:
            self._save_again()

    def _open_collections(self) -> None:
        button = self.view.selection.buttons[a.COLLECT]
        self._menus.open_collections(self.chosen, self._records(), button)

    def _open_actions(self, place: QPoint) -> None:
        self._menus.open_actions(self.chosen, self._records(), place)

    def _on_more(self) -> None:
        button = self.view.detail.more
        self._open_actions(button.mapToGlobal(button.rect().bottomLeft()))

    def _records(self) -> tuple[PictureRecord, ...]:
        """Of the chosen ones that something is known of."""
        known = (self.view.model.record(one) for one in self.chosen)
        return tuple(one for one in known if one is not None)

    def _on_opened(self, picture_id: str) -> None:
        """On a narrow page its story comes first, and the whole screen from there."""
        self.view.wall.go_to(picture_id)
        if self.view.is_narrow:
            self.view.show_detail(True)
        else:
            self._screens.open(picture_id)

    def _on_empty_action(self) -> None:
        if self._finder.wish.is_empty:
            self.make_wanted.emit()
        else:
            self._finder.clear()

    def _on_image_read(self, record: PictureRecord, image: QImage) -> None:
        self.send_to_chat.emit(record, image)

    # Wiring

    def _connect_parts(self) -> None:
        self._calls.failed.connect(self._teller.say_problem)
        self._keeper.changed.connect(self.changed)
        self._keeper.deleted.connect(self.deleted)
        self._exporter.progressed.connect(self._teller.say_progress)
        self._exporter.saved.connect(self._teller.say_saved)
        self._exporter.failed.connect(self._teller.say_failed)
        self._exporter.stopped.connect(self._teller.say_stopped)
        self._teller.stop_requested.connect(self._exporter.stop)
        self._teller.place_requested.connect(self._on_place_wanted)
        for part in (self._carrier, self._screens):
            part.failed.connect(self._teller.say_problem)
        self._carrier.told.connect(self._teller.say_line)
        self._carrier.image_read.connect(self._on_image_read)
        self._menus.acted.connect(self.act)
        self._menus.kind_chosen.connect(self._on_kind)
        self._menus.notes_chosen.connect(self.notes_chosen)

    def _connect_view(self) -> None:
        view, wall, detail = self.view, self.view.wall, self.view.detail
        wall.opened.connect(self._on_opened)
        wall.chosen_changed.connect(self._on_chosen)
        wall.menu_requested.connect(self._open_actions)
        for signal, name in (
            (wall.delete_pressed, a.DELETE),
            (wall.copy_pressed, a.COPY),
            (wall.save_pressed, a.SAVE),
            (wall.full_pressed, a.FULL),
        ):
            signal.connect(partial(self.act, name))
        wall.drag_started.connect(lambda: self._carrier.drag(self.chosen))
        view.bar.wall_wanted.connect(self._on_wall_wanted)
        view.empty.action.connect(self._on_empty_action)
        view.notice.faq_requested.connect(self.faq_requested)
        view.selection.acted.connect(self.act)
        view.selection.cleared.connect(self._on_selection_cleared)
        detail.acted.connect(self._act_on_shown)
        detail.menu_requested.connect(self._on_more)
        detail.copied.connect(self._on_text_copied)
        detail.dragged.connect(self._on_detail_dragged)
        detail.back_requested.connect(partial(view.show_detail, False))

    def _act_on_shown(self, name: str) -> None:
        """The buttons of the panel mean its picture, however many are chosen on the wall."""
        record = self._looker.record
        if record is None:
            return
        if len(self.chosen) > 1:
            self.view.wall.go_to(record.id)
        self.act(name)

    def _on_chosen(self) -> None:
        self.view.selection.show_count(self.view.wall.chosen_count)

    def _on_selection_cleared(self) -> None:
        self.view.wall.setCurrentIndex(self.view.wall.currentIndex())

    def _on_wall_wanted(self) -> None:
        self.view.wall.enter()

    def _on_text_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _on_detail_dragged(self) -> None:
        record = self._looker.record
        if record is not None:
            self._carrier.drag((record.id,))
