"""What a *Try it* needs of a tab: to fill it in, and to put back what was there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, TypeAlias

from gptdesk.domain.help_pages import Recipe, RecipeValue
from gptdesk.domain.resources import resource_root

Undo: TypeAlias = Callable[[], None]
SAMPLE = "sample:"


class TabFiller(Protocol):
    """One for each tab. It sends nothing and spends nothing."""

    def fill(self, recipe: Recipe) -> Undo | None:
        """Fill the tab in; None where nothing was there that could be put back."""
        ...


Fields: TypeAlias = Mapping[str, RecipeValue]


def text_of(fields: Fields, name: str) -> str:
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""


def texts_of(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields.get(name, ())
    return value if isinstance(value, tuple) else ()


def sample_file(named: str) -> Path:
    """A file that came with the app, by the name that a page gives it."""
    return resource_root() / "samples" / Path(named.removeprefix(SAMPLE)).name
