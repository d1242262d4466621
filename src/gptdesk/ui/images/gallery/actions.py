"""What can be done with the chosen pictures: names and icons for buttons and menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from gptdesk.domain.images import Origin, PictureRecord

translate = QCoreApplication.translate

AGAIN, EDIT, VARY, REFERENCE = "again", "edit", "vary", "reference"
CHAT, SHOW, FULL, COMPARE = "chat", "show", "full", "compare"
FAVOURITE, COPY, SAVE, FOLDER, DELETE = "favourite", "copy", "save", "folder", "delete"
COLLECT, STORY = "collect", "story"
ALONE = frozenset({AGAIN, EDIT, VARY, REFERENCE, CHAT, SHOW, FULL, FOLDER})
"""What is done with one picture only."""
NEED_PICTURE = frozenset({EDIT, VARY})
GROUPS = (
    (AGAIN, EDIT, VARY, REFERENCE, CHAT, SHOW),
    (FULL, COMPARE, FAVOURITE, COLLECT),
    (COPY, SAVE, FOLDER),
    (DELETE,),
)


class PictureAction(NamedTuple):
    id: str
    text: str
    icon: str
    keys: str = ""


def action_of(action: str, *, is_favourite: bool = False) -> PictureAction:
    """Its words now."""
    star = (
        translate("Gallery", "Not a favourite any more")
        if is_favourite
        else translate("Gallery", "Mark as a favourite")
    )
    words = {
        AGAIN: (translate("Gallery", "Use these settings again"), "refresh-cw", ""),
        EDIT: (translate("Gallery", "Edit a part"), "brush", ""),
        VARY: (translate("Gallery", "Vary"), "layers-2", ""),
        REFERENCE: (translate("Gallery", "Use as a reference"), "image", ""),
        CHAT: (translate("Gallery", "Send to chat"), "message-circle", ""),
        SHOW: (translate("Gallery", "Show as the result"), "eye", ""),
        FULL: (translate("Gallery", "On the whole screen"), "maximize", "F11"),
        STORY: (translate("Gallery", "About the picture"), "info", ""),
        COMPARE: (translate("Gallery", "Compare the two"), "columns-2", ""),
        FAVOURITE: (star, "star", "F"),
        COLLECT: (translate("Gallery", "Collections"), "folder", ""),
        COPY: (translate("Gallery", "Copy"), "copy", "Ctrl+C"),
        SAVE: (translate("Gallery", "Save as…"), "download", "Ctrl+S"),
        FOLDER: (translate("Gallery", "Show in its folder"), "folder-open", ""),
        DELETE: (translate("Gallery", "Delete"), "trash-2", "Del"),
    }
    return PictureAction(action, *words[action])


def offered(records: tuple[PictureRecord, ...], count: int) -> tuple[tuple[str, ...], ...]:
    """The actions that make sense for so many pictures, in groups."""
    is_alone = count == 1
    made = bool(records) and records[0].origin is not Origin.UPLOAD
    is_drawing = bool(records) and records[0].file.media_type in ("image/svg+xml", "image/gif")

    def fits(action: str) -> bool:
        if action == COMPARE:
            return count == 2
        if action == AGAIN and not made:
            return False
        if action in NEED_PICTURE and is_drawing:
            return False
        return is_alone or action not in ALONE

    groups = (tuple(action for action in group if fits(action)) for group in GROUPS)
    return tuple(group for group in groups if group)


def fill_menu(
    menu: QMenu,
    groups: tuple[tuple[str, ...], ...],
    act: Callable[[str], None],
    fill_collections: Callable[[QMenu], None],
    *,
    is_favourite: bool,
) -> None:
    for number, group in enumerate(groups):
        if number:
            menu.addSeparator()
        for name in group:
            action = action_of(name, is_favourite=is_favourite)
            if name == COLLECT:
                fill_collections(menu.addMenu(action.text))
                continue
            text = f"{action.text}\t{action.keys}" if action.keys else action.text
            entry = menu.addAction(text, partial(act, name))
            entry.setObjectName(f"images.gallery.action.{name}")
