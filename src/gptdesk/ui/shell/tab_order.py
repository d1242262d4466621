"""The Tab key goes through the window as it is seen, not in the order in which it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(parts: Sequence[QWidget]) -> None:
    """Let these parts of a window follow each other, each with all that is in it.

    Parts are made when they are needed, and Qt hangs what is new at the end. A page whose own
    parts are made late names them in `tab_parts`.
    """
    named = [part.tab_parts() if hasattr(part, "tab_parts") else [part] for part in parts]
    stops = [stop for part in chain.from_iterable(named) for stop in _stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    window = part.window()
    found: QWidget | None = window.nextInFocusChain()
    while found is not None and found is not window:
        takes_tab = found.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and (found is part or part.isAncestorOf(found)):
            yield found
        found = found.nextInFocusChain()
