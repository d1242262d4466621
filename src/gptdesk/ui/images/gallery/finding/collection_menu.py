"""The menus of collections: which one is shown, and into which ones pictures go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from gptdesk.domain.gallery import Collection

translate = QCoreApplication.translate

NEW, RENAME, REMOVE = "new", "rename", "remove"


def fill_collection_menu(
    menu: QMenu,
    collections: Sequence[Collection],
    chosen: str,
    choose: Callable[[str], None],
    act: Callable[[str], None],
) -> None:
    """All pictures, each collection with its number, and what can be done with the chosen one."""
    _tick(menu.addAction(translate("Gallery", "All pictures")), "", chosen, choose)
    for one in collections:
        text = translate("Gallery", "{name} ({count})").format(name=one.name, count=one.pictures)
        _tick(menu.addAction(text.replace("&", "&&")), one.id, chosen, choose)
    menu.addSeparator()
    menu.addAction(translate("Gallery", "New collection…"), partial(act, NEW))
    for one in collections:
        if one.id == chosen:
            text = translate("Gallery", "Rename “{name}”…").format(name=one.name)
            menu.addAction(text.replace("&", "&&"), partial(act, RENAME))
            text = translate("Gallery", "Remove “{name}”, keep its pictures")
            menu.addAction(text.format(name=one.name).replace("&", "&&"), partial(act, REMOVE))


def fill_adding_menu(
    menu: QMenu,
    collections: Sequence[Collection],
    held: frozenset[str],
    add: Callable[[str], None],
    take_out: Callable[[str], None],
    new: Callable[[], None],
) -> None:
    """A tick is where all of the chosen pictures are; choosing it takes them out again."""
    for one in collections:
        entry = menu.addAction(one.name.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(one.id in held)
        gesture = take_out if one.id in held else add
        entry.triggered.connect(partial(_told, gesture, one.id))
    if collections:
        menu.addSeparator()
    menu.addAction(translate("Gallery", "New collection…"), new)


def _tick(entry: object, one: str, chosen: str, choose: Callable[[str], None]) -> None:
    from PySide6.QtGui import QAction

    assert isinstance(entry, QAction)
    entry.setCheckable(True)
    entry.setChecked(one == chosen)
    entry.triggered.connect(partial(_told, choose, one))


def _told(gesture: Callable[[str], None], one: str, _checked: bool = False) -> None:
    gesture(one)
