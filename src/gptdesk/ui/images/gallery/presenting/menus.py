"""The menus that open over the wall and from its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gptdesk.domain.images import PictureRecord
from gptdesk.runtime.picture_saving import writable_formats
from gptdesk.ui.images.gallery.actions import fill_menu, offered
from gptdesk.ui.images.gallery.finding.collection_menu import fill_adding_menu
from gptdesk.ui.images.gallery.presenting.saving import AS_IT_IS
from gptdesk.ui.images.words import value_title
from gptdesk.ui.widgets.menu import menu

if TYPE_CHECKING:
    from gptdesk.domain.settings import Settings
    from gptdesk.ui.images.gallery.presenting.acting import Keeper
    from gptdesk.ui.images.gallery.presenting.finding import Finder
    from gptdesk.ui.images.gallery.view import GalleryView

translate = QCoreApplication.translate


class Menus(QObject):
    """Fills menus for the pictures they are opened for.

    Signals:
        acted: id of an action.
        kind_chosen: the file type in which several are saved; empty: as they are.
        notes_chosen: whether saved files hold their prompt from now on.
    """

    acted = Signal(str)
    kind_chosen = Signal(str)
    notes_chosen = Signal(bool)

    def __init__(
        self,
        view: GalleryView,
        finder: Finder,
        keeper: Keeper,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._finder = finder
        self._keeper = keeper
        self._settings = settings

    def open_actions(
        self, ids: Sequence[str], records: tuple[PictureRecord, ...], place: QPoint
    ) -> None:
        """All that can be done with these; of those out of sight nothing is known."""
        opened = menu(self._view)
        fill_menu(
            opened,
            offered(records, len(ids)),
            self.acted.emit,
            partial(self._fill_collections, ids, records),
            is_favourite=bool(records) and all(one.is_favourite for one in records),
        )
        opened.addSeparator()
        self._add_notes(opened)
        _show(opened, place)

    def open_collections(
        self, ids: Sequence[str], records: tuple[PictureRecord, ...], button: QWidget
    ) -> None:
        opened = menu(self._view)
        self._fill_collections(ids, records, opened)
        _show(opened, button.mapToGlobal(button.rect().topLeft()))

    def open_kinds(self, button: QWidget) -> None:
        """As what several pictures are saved."""
        opened = menu(self._view)
        opened.addAction(
            translate("Gallery", "Each as it is"), partial(self.kind_chosen.emit, AS_IT_IS)
        )
        opened.addSeparator()
        for kind in writable_formats():
            name = {"avif": "AVIF"}.get(kind, value_title(kind))
            text = translate("Gallery", "All as {kind}").format(kind=name)
            opened.addAction(text, partial(self.kind_chosen.emit, kind))
        opened.addSeparator()
        self._add_notes(opened)
        _show(opened, button.mapToGlobal(button.rect().topLeft()))

    def _add_notes(self, opened: QMenu) -> None:
        opened.setToolTipsVisible(True)
        notes = opened.addAction(translate("Gallery", "Store prompt and settings in saved files"))
        notes.setObjectName("images.gallery.notes")
        notes.setCheckable(True)
        notes.setChecked(self._settings().picture_notes)
        notes.setToolTip(
            translate(
                "Gallery",
                "Whoever gets the file can read how it was described. PNG, JPEG and WebP keep it; "
                "AVIF, GIF and SVG do not.",
            )
        )
        notes.toggled.connect(self.notes_chosen)

    def _fill_collections(
        self, ids: Sequence[str], records: tuple[PictureRecord, ...], opened: QMenu
    ) -> None:
        held = frozenset[str]()
        if len(records) == len(ids) and records:
            held = frozenset.intersection(*(frozenset(one.collections) for one in records))
        elif self._finder.wish.collection:
            held = frozenset({self._finder.wish.collection})
        fill_adding_menu(
            opened,
            self._finder.collections,
            held,
            partial(self._keeper.collect, ids),
            partial(self._keeper.take_out, ids),
            partial(self._keeper.collect_new, ids),
        )


def _show(opened: QMenu, place: QPoint) -> None:
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    opened.popup(place)
