"""The menu of filters: by model, by work, by who drew it, by date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from gptdesk.domain.images import PRACTICE_ID, Origin, Way
from gptdesk.ui.images.gallery.finding.filter_words import filter_word
from gptdesk.ui.images.gallery.finding.wish import Span, Wish

translate = QCoreApplication.translate

Toggle = Callable[[str, str], None]
MOST_MODELS = 12


def fill_filter_menu(menu: QMenu, wish: Wish, models: Sequence[str], toggle: Toggle) -> None:
    """Every entry that holds has a tick; choosing it again takes it away."""
    named = [one for one in models if one and one != PRACTICE_ID][:MOST_MODELS]
    groups: tuple[tuple[str, str, Sequence[str]], ...] = (
        ("span", translate("Gallery", "When"), [str(span) for span in Span if span]),
        ("ways", translate("Gallery", "Kind of work"), [str(way) for way in Way]),
        ("origins", translate("Gallery", "Who drew it"), [str(origin) for origin in Origin]),
        ("models", translate("Gallery", "Model"), named),
    )
    held = set(wish.filters)
    for field, title, values in groups:
        if not values:
            continue
        if menu.actions():
            menu.addSeparator()
        heading = menu.addAction(title)
        heading.setEnabled(False)
        for value in values:
            entry = menu.addAction(filter_word(field, value))
            entry.setCheckable(True)
            entry.setChecked((field, value) in held)
            entry.setObjectName(f"images.gallery.filter.{field}.{value}")
            entry.triggered.connect(partial(_toggled, toggle, field, value))


def _toggled(toggle: Toggle, field: str, value: str, _checked: bool = False) -> None:
    toggle(field, value)
