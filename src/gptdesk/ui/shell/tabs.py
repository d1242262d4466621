"""What a tab tells the window about itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget


class Tab(NamedTuple):
    """`label` is asked again when the language changes; `build` is called at the first visit.

    `sketch` builds what stands in for the page in the very first picture, where building the
    page would keep that waiting.
    `spoken` gives the accessible name and the page's title where the label is a short form.
    """

    id: str
    icon: str
    label: Callable[[], str]
    build: Callable[[], QWidget]
    spoken: Callable[[], str] | None = None
    sketch: Callable[[], QWidget] | None = None

    def name(self) -> str:
        return self.spoken() if self.spoken is not None else self.label()
