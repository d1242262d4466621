"""The menu of a segment: everything that can be done with it, with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, Qt
from PySide6.QtWidgets import QMenu, QWidget

from gptdesk.domain.transcription import Segment
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.segments.gestures import (
    Copy,
    Delete,
    Gesture,
    Hear,
    Loop,
    Merge,
    NewSpeaker,
    SetSpeaker,
)
from gptdesk.ui.transcription.segments.speakers import speaker_name, speaker_tint
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate

Wish = Callable[[Gesture], None]


def segment_menu(
    parent: QWidget,
    segment: Segment,
    speakers: Mapping[str, str],
    wish: Wish,
    edit: Callable[[], None],
) -> QMenu:
    """For the context menu and the button with three dots."""
    made = menu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    number = segment.id

    def add(icon: str, text: str, keys: str, then: Callable[[], None]) -> None:
        action = made.addAction(Theme.current().icon(icon, size=16), text)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(then)

    add("play", translate("Segments", "Play from here"), "Return", partial(wish, Hear(number)))
    add("repeat", translate("Segments", "Repeat it"), "L", partial(wish, Loop(number)))
    made.addSeparator()
    add("pencil", translate("Segments", "Correct it"), "F2", edit)
    add("arrow-up", translate("Segments", "Join to the one before"), "Ctrl+Shift+J",
        partial(wish, Merge(number, -1)))  # fmt: skip
    add("arrow-down", translate("Segments", "Join to the one after"), "Ctrl+J",
        partial(wish, Merge(number, 1)))  # fmt: skip
    made.addMenu(speaker_menu(made, segment, speakers, wish))
    add("copy", translate("Segments", "Copy the text"), "Ctrl+C", partial(wish, Copy(number)))
    made.addSeparator()
    add("trash-2", translate("Segments", "Delete it"), "Del", partial(wish, Delete(number)))
    return made


def speaker_menu(
    parent: QWidget, segment: Segment, speakers: Mapping[str, str], wish: Wish
) -> QMenu:
    """Who may have spoken it."""
    made = menu(parent)
    made.setTitle(translate("Segments", "Who speaks"))
    made.setIcon(Theme.current().icon("users", size=16))
    for place, key in enumerate(speakers):
        action = made.addAction(_dot(speaker_tint(key, speakers)), speaker_name(key, speakers))
        if place < 9:
            action.setShortcut(QKeySequence(str(place + 1)))
            action.setShortcutVisibleInContextMenu(True)
        action.setCheckable(True)
        action.setChecked(key == segment.speaker)
        action.triggered.connect(partial(_choose, wish, segment.id, key))
    if speakers:
        made.addSeparator()
    new = made.addAction(
        Theme.current().icon("plus", size=16), translate("Segments", "Somebody else")
    )
    new.triggered.connect(partial(_add, wish, segment.id))
    if segment.speaker:
        none = made.addAction(translate("Segments", "Nobody knows"))
        none.setShortcut(QKeySequence("0"))
        none.setShortcutVisibleInContextMenu(True)
        none.triggered.connect(partial(_choose, wish, segment.id, ""))
    return made


def _choose(wish: Wish, segment: int, key: str, _checked: bool = False) -> None:
    wish(SetSpeaker(segment, key))


def _add(wish: Wish, segment: int, _checked: bool = False) -> None:
    wish(NewSpeaker(segment))


def _dot(tint: str) -> QIcon:
    theme = Theme.current()
    side = theme.icon_size(16)
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color("field-border"))
    painter.setBrush(theme.color(tint))
    painter.drawEllipse(2, 2, side - 5, side - 5)
    painter.end()
    return QIcon(pixmap)
