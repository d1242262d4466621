"""F6 goes round the large parts of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gptdesk.ui.widgets.tab_order import tab_stops, takes_tab


def next_region(regions: Sequence[QWidget], step: int) -> QWidget | None:
    """Move the keyboard to the next part that can take it, and give the widget that got it."""
    now = QApplication.focusWidget()
    places = [i for i, region in enumerate(regions) if now is not None and _holds(region, now)]
    place = places[-1] if places else (-1 if step > 0 else 0)
    for _number in regions:
        place = (place + step) % len(regions)
        if (target := _first_stop(regions[place])) is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)  # the reason that shows the ring
            return target
    return None


def _holds(region: QWidget, widget: QWidget) -> bool:
    return region is widget or region.isAncestorOf(widget)


def _first_stop(region: QWidget) -> QWidget | None:
    """What had the keyboard there last, or the first that takes Tab."""
    last = region.focusWidget()
    if last is not None and _can_take(last) and _holds(region, last):
        return last
    return next(filter(_can_take, tab_stops(region)), None)


def _can_take(widget: QWidget) -> bool:
    return takes_tab(widget) and widget.isEnabled() and widget.isVisible()
