"""The Tab key goes through the window as it is seen, not in the order in which it was made.

WORKAROUND(PYSIDE): `nextInFocusChain` makes what it returns a child of the widget that was asked,
so that later, when that widget is deleted, Python holds the other for deleted too. Neither this
module nor any other may use it; it can come back when shiboken6.dump shows no such children.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


def put_in_order(parts: Sequence[QWidget]) -> None:
    """Let these parts of a window follow each other, each with all that is in it.

    Parts are made when they are needed, and Qt hangs what is new at the end.
    """
    stops = list(chain.from_iterable(map(tab_stops, parts)))
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def tab_stops(part: QWidget) -> Iterator[QWidget]:
    """What takes the Tab key in a part.

    A widget whose children were not made in the order in which they are seen names its inner
    parts itself, in `tab_parts`.
    """
    if takes_tab(part):
        yield part
    named = part.tab_parts() if hasattr(part, "tab_parts") else part.children()
    for child in named:
        if isinstance(child, QWidget) and not child.isWindow():
            yield from tab_stops(child)


def is_tab_key(event: QEvent) -> bool:
    """Whether the Tab key was pressed somewhere in the window that this event came to."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
