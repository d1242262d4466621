"""What a tab tells the window about itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Tab:
    """`label` is asked again when the language changes; `build` is called at the first visit.

    `spoken` gives the accessible name and the page's title where the label is a short form.
    """

    id: str
    icon: str
    label: Callable[[], str]
    build: Callable[[], QWidget]
    spoken: Callable[[], str] | None = None

    def name(self) -> str:
        return self.spoken() if self.spoken is not None else self.label()
