"""What can be done with the picture on the stage, from buttons, menus and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from gptdesk.domain.images import ImageOrder, PictureRecord, Way
from gptdesk.domain.settings import Settings
from gptdesk.ui.images.words import shortened
from gptdesk.ui.widgets.menu import menu

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.order_desk import OrderDesk
    from gptdesk.ui.images.presenting.painting import Painter
    from gptdesk.ui.images.presenting.referring import Referrer
    from gptdesk.ui.images.presenting.saving import Saver
    from gptdesk.ui.images.presenting.showing import Shower

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Action:
    """One entry: its name, words, icon and what it does."""

    id: str
    text: str
    icon: str
    run: Callable[[], object]


class Actor(QObject):
    """Works on the picture on the stage, or on another that is given.

    Signals:
        chat_requested: a QImage is to go along with the next message.
        notes_chosen: whether saved files hold their prompt from now on.
        full_requested: the picture is to be seen over the whole screen.
    """

    chat_requested = Signal(object)
    notes_chosen = Signal(bool)
    full_requested = Signal()

    def __init__(
        self,
        page: ImagesPage,
        calls: Calls,
        gallery: Gallery,
        shower: Shower,
        saver: Saver,
        referrer: Referrer,
        painter: Painter,
        desk: OrderDesk,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._gallery = gallery
        self._shower = shower
        self._saver = saver
        self._referrer = referrer
        self._painter = painter
        self._desk = desk
        self._settings = settings
        self._deleted: PictureRecord | None = None
        head = page.head
        head.edit.clicked.connect(self.edit)
        head.vary.clicked.connect(self.vary)
        head.save.clicked.connect(self.save)
        head.favourite.clicked.connect(self.toggle_favourite)
        head.full.clicked.connect(self.full_requested)
        head.more.clicked.connect(self._on_more)
        pane = page.stage.result.pane
        pane.opened.connect(self.full_requested)
        pane.drag_started.connect(self.drag)
        page.strip.deleted.connect(self.delete)
        page.strip.menu_requested.connect(self._on_menu)
        page.strip.dragged.connect(self._drag_other)
        page.undo.undone.connect(self._on_undone)
        self._add_keys()

    def _add_keys(self) -> None:
        """The usual keys, while the keyboard is at the picture or its neighbours."""
        keys = QKeySequence.StandardKey
        for key, slot in ((keys.Save, self.save), (keys.Copy, self.copy)):
            for part in (self._page.stage.result, self._page.strip, self._page.head):
                shortcut = QShortcut(QKeySequence(key), part)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(slot)
        delete = QShortcut(QKeySequence(keys.Delete), self._page.stage.result)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(self.delete)

    @property
    def record(self) -> PictureRecord | None:
        return self._shower.record

    # Actions on the picture on the stage

    def edit(self) -> None:
        """Change a part of it: the canvas opens."""
        if self.record is not None:
            self._referrer.start_with(self.record, Way.EDIT)
            self._painter.open()

    def vary(self) -> None:
        if self.record is not None:
            self._referrer.start_with(self.record, Way.VARY)
            self._page.show_panel(True)

    def save(self) -> None:
        if self.record is not None:
            self._saver.ask(self.record)

    def copy(self) -> None:
        self._saver.copy(self._shower.image)

    def drag(self) -> None:
        if self.record is not None and self._shower.data:
            self._saver.drag(self.record, self._shower.data, self._shower.image)

    def reference(self) -> None:
        """It goes along with what is asked for next."""
        if self.record is not None:
            self._referrer.take_record(self.record)

    def use_again(self, record: PictureRecord | None = None) -> None:
        """Its prompt and settings stand on the page again."""
        record = record or self.record
        if record is not None:
            settings = replace(record.settings)
            way = record.way if record.way is Way.MAKE else self._desk.way
            now = self._desk.order if way is not Way.MAKE else ImageOrder(Way.MAKE)
            self._desk.put(replace(now, way=way, prompt=record.prompt, settings=settings))
            self._page.show_panel(True)

    def send_to_chat(self) -> None:
        if self.record is not None:
            self.chat_requested.emit(self._shower.image)

    def toggle_favourite(self) -> None:
        record = self.record
        if record is None:
            return
        wanted = not record.is_favourite
        self._calls.run(self._gallery.set_favourite((record.id,), wanted))
        self._shower.update(replace(record, is_favourite=wanted))
        self._page.head.set_favourite(wanted)

    def delete(self, record: PictureRecord | None = None) -> None:
        """Undone by the line that offers it."""
        record = record or self.record
        if record is None:
            return
        self._deleted = record
        self._calls.run(self._gallery.delete((record.id,)), lambda _: self._on_deleted(record))

    # Menus

    def actions(self) -> tuple[Action, ...]:
        """All that can be done with the picture on the stage; empty without one."""
        record = self.record
        if record is None:
            return ()
        star = (
            translate("Images", "Not a favourite any more")
            if record.is_favourite
            else translate("Images", "Mark as a favourite")
        )
        return (
            Action("edit", translate("Images", "Edit a part"), "brush", self.edit),
            Action("vary", translate("Images", "Vary"), "layers-2", self.vary),
            Action("reference", translate("Images", "Use as a reference"), "image",
                   self.reference),
            Action("again", translate("Images", "Use these settings again"), "refresh-cw",
                   self.use_again),
            Action("chat", translate("Images", "Send to chat"), "message-circle",
                   self.send_to_chat),
            Action("full", translate("Images", "On the whole screen"), "maximize",
                   self.full_requested.emit),
            Action("favourite", star, "star", self.toggle_favourite),
            Action("copy", translate("Images", "Copy the picture"), "copy", self.copy),
            Action("save", translate("Images", "Save as…"), "download", self.save),
            Action("delete", translate("Images", "Delete"), "trash-2", self.delete),
        )  # fmt: skip

    def fill(self, offered: QMenu) -> None:
        offered.setToolTipsVisible(True)
        for action in self.actions():
            if action.id in ("full", "delete"):
                offered.addSeparator()
            entry = offered.addAction(action.text, action.run)
            entry.setObjectName(f"images.action.{action.id}")
        offered.addSeparator()
        notes = offered.addAction(translate("Images", "Store the prompt in saved files"))
        notes.setCheckable(True)
        notes.setChecked(self._settings().picture_notes)
        notes.setToolTip(
            translate("Images", "Whoever gets the file can read how it was described.")
        )
        notes.toggled.connect(self.notes_chosen)

    def _on_more(self) -> None:
        button = self._page.head.more
        self._popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_menu(self, record: PictureRecord, place: QPoint) -> None:
        if self.record is None or self.record.id != record.id:
            self._shower.pick(record)
        self._popup(place)

    def _popup(self, place: QPoint) -> None:
        offered = menu(self._page)
        self.fill(offered)
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(place)

    def _drag_other(self, record: PictureRecord) -> None:
        """Its file is read first; what lies on the stage is there already."""
        if self.record is not None and self.record.id == record.id and self._shower.data:
            self.drag()

    def _on_deleted(self, record: PictureRecord) -> None:
        name = shortened(record.prompt or record.file.name, 40)
        self._page.undo.offer(translate("Images", "Deleted “{title}”").format(title=name))
        self._shower.forget(record.id)

    def _on_undone(self) -> None:
        record = self._deleted
        if record is not None:
            self._calls.run(self._gallery.restore((record.id,)), partial(self._on_restored, record))

    def _on_restored(self, record: PictureRecord, _none: object) -> None:
        self._shower.load()
        self._shower.pick(record)
