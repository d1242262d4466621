"""Brings what a lesson fills in to its tab, and back again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.help_pages import Page, Recipe
from gptdesk.runtime.calls import Calls
from gptdesk.ui.widgets.try_bar import TryBar

if TYPE_CHECKING:
    from gptdesk.domain.filling import TabFiller, Undo
    from gptdesk.runtime.core import CoreThread
    from gptdesk.ui.shell.window import MainWindow

Fillers = Mapping[str, Callable[[], "TabFiller | None"]]
"""For each tab that can be filled: what does it, once the tab's page is there."""
ASKING = ("chat", "images", "speech", "transcription")
"""Tabs that need something that answers."""
VIEWS = {"models": "learn", "tokenizer": "learn", "embeddings": "learn"}
"""What a recipe can fill that is no tab of its own but a view in one."""


class TryDesk(QObject):
    """`ways` tells what can answer in a tab; where that is nothing, the offline pack is offered.

    Signals:
        filled: the id of the recipe that is filled in now; empty if none is.
        back_wanted: the Page that it came from.
        pack_wanted: the way without a key.
    """

    filled = Signal(str)
    back_wanted = Signal(object)
    pack_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        core: CoreThread,
        fillers: Fillers,
        ways: Callable[[str], Coroutine[Any, Any, tuple[object, ...]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._calls = Calls(core, self)
        self._fillers = fillers
        self._ways = ways
        self._page: Page | None = None
        self._tab = ""
        self._undo: Undo | None = None
        self.bar = TryBar(window)
        window.above.insertWidget(0, self.bar)
        self.bar.undo_requested.connect(self.undo)
        self.bar.dismissed.connect(self.forget)
        self.bar.back_requested.connect(self._on_back)
        self.bar.pack_requested.connect(self.pack_wanted)
        window.tab_shown.connect(self._on_tab)

    def can_try(self, tab: str) -> bool:
        return tab in self._fillers

    def begin(self, page: Page, recipe: Recipe) -> None:
        """Fill the tab in and show it. What was filled in before stays as it is."""
        tab = VIEWS.get(recipe.tab, recipe.tab)
        self._window.show_tab(tab)
        filler = self._fillers[recipe.tab]()
        if filler is None:
            return
        self._page, self._tab = page, tab
        self._undo = filler.fill(recipe)
        self.bar.tell(page.header.title, can_undo=self._undo is not None)
        self.filled.emit(recipe.id if self._undo is not None else "")
        if recipe.tab in ASKING:
            self._calls.run(self._ways(recipe.tab), self._on_ways)

    def undo(self) -> None:
        """As it was before; where one is does not change."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
        self.forget()

    def forget(self) -> None:
        """What is filled in is the person's own now."""
        self._undo, self._tab = None, ""
        self.bar.hide()
        self.filled.emit("")

    def shutdown(self) -> None:
        self._calls.shutdown()

    def _on_tab(self, tab: str) -> None:
        """The strip belongs to one tab, and is there again when one comes back."""
        self.bar.setVisible(bool(self._tab) and tab == self._tab)

    def _on_ways(self, found: tuple[object, ...]) -> None:
        if not found:
            self.bar.offer_pack()

    def _on_back(self) -> None:
        if self._page is None:
            return
        self.back_wanted.emit(self._page)
        if self._tab in VIEWS.values():  # the lesson is in the same tab, without anything to undo
            self.forget()
