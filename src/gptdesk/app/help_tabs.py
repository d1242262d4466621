"""Connects Learn and FAQ with the other tabs: errors, links, the palette, and *Try it*."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.app.help_desk import HelpDesk
from gptdesk.app.tab_wirings import TabPresenter, TabWiring
from gptdesk.app.tabs import tabs
from gptdesk.app.trying import Fillers, TryDesk
from gptdesk.domain.help_pages import Kind

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.app.learn_views import LearnViews
    from gptdesk.domain.filling import TabFiller
    from gptdesk.domain.help_layout import Target
    from gptdesk.domain.help_pages import Page
    from gptdesk.domain.help_search import Place
    from gptdesk.runtime.core import CoreThread
    from gptdesk.ui.faq.page import FaqPage
    from gptdesk.ui.faq.presenter import FaqPresenter
    from gptdesk.ui.learn.page import LearnPage
    from gptdesk.ui.learn.presenter import LearnPresenter
    from gptdesk.ui.shell.command import Command
    from gptdesk.ui.shell.tabs import Tab
    from gptdesk.ui.shell.window import MainWindow
    from gptdesk.ui.widgets.help.reader import HelpReader

CanTry = Callable[[str], bool]
LINKS = {"lesson": Kind.LESSON, "faq": Kind.FAQ, "term": Kind.TERM}
"""What links within the help are called, and what they lead to."""


class HelpTab(QObject):
    """What the shell says to one of both tabs."""

    def __init__(self, desk: HelpDesk, presenter: LearnPresenter | FaqPresenter) -> None:
        super().__init__(presenter)
        self._desk = desk
        self._presenter = presenter

    def start(self) -> None:
        self._desk.load()

    def connections_changed(self) -> None:
        """Nothing here needs one."""

    def settings_changed(self) -> None:
        """Nothing here goes by them."""

    def language_changed(self) -> None:
        """The desk reads the other language, for both tabs at once."""

    def shutdown(self) -> None:
        self._presenter.shutdown()

    async def save_rest(self) -> None:
        """The desk keeps what is to be kept."""


class HelpWiring(TabWiring):
    """What Learn and FAQ have in common.

    Signals: as every TabWiring's, and
        page_requested: the Target of a link that leads to the other of both.
        models_requested: a view of the model explorer.
        tried: a Page and its Recipe. undo_wanted: take back what was filled in.
    """

    page_requested = Signal(object)
    models_requested = Signal(str)
    tried = Signal(object, object)
    undo_wanted = Signal()

    def __init__(self, desk: HelpDesk, can_try: CanTry, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._can_try = can_try
        self.reader: HelpReader | None = None

    def listen(self, reader: HelpReader) -> None:
        self.reader = reader
        reader.tab_wanted.connect(self.page_wanted)
        reader.page_wanted.connect(self.page_requested)
        reader.models_wanted.connect(self.models_requested)
        reader.try_requested.connect(self.tried)

    def set_filled(self, recipe_id: str) -> None:
        if self.reader is not None:
            self.reader.set_filled(recipe_id)


class LearnWiring(HelpWiring):
    """Signals: as every HelpWiring's."""

    tab = "learn"
    views: LearnViews | None = None
    """The model explorer and the playground, beside the lessons."""

    def make(self, page: QWidget) -> TabPresenter:
        from gptdesk.ui.learn.presenter import LearnPresenter  # only when the tab is visited

        shown = cast("LearnPage", page)
        presenter = self.own = LearnPresenter(shown, self._can_try, self)
        self.listen(presenter.reader)
        shown.pane.view.undo_requested.connect(self.undo_wanted)
        self._desk.ready.connect(presenter.show)
        presenter.progressed.connect(self._desk.keep)
        if self.views is not None:
            self.views.stand_beside(shown)
            presenter.reader.models_wanted.connect(self.views.show_models)
            self.views.settings_requested.connect(self.settings_requested)
            self.views.faq_requested.connect(self.faq_requested)
        return HelpTab(self._desk, presenter)

    def filler(self, view: str) -> TabFiller | None:
        return self.views.filler(view) if self.views is not None else None

    def open(self, place: Place, anchor: str = "") -> None:
        self.page_wanted.emit(self.tab)
        self.own.open(place, anchor)

    def commands(self, query: str) -> list[Command]:
        return self._desk.commands()

    def connections_changed(self) -> None:
        if self.views is not None:
            self.views.connections_changed()

    def settings_changed(self) -> None:
        if self.views is not None:
            self.views.settings_changed()

    def language_changed(self) -> None:
        self._desk.language_changed()

    def shutdown(self) -> None:
        super().shutdown()
        if self.views is not None:
            self.views.shutdown()
        self._desk.shutdown()

    async def save_rest(self) -> None:
        await self._desk.save_rest()


class FaqWiring(HelpWiring):
    """Signals: as every HelpWiring's."""

    tab = "faq"

    def make(self, page: QWidget) -> TabPresenter:
        from gptdesk.ui.faq.presenter import FaqPresenter  # only when the tab is visited

        shown = cast("FaqPage", page)
        presenter = self.own = FaqPresenter(shown, self._can_try, self)
        self.listen(presenter.reader)
        shown.view.undo_requested.connect(self.undo_wanted)
        self._page = shown
        shown.strip.pressed.connect(self._on_back)
        self._desk.ready.connect(presenter.show)
        return HelpTab(self._desk, presenter)

    def open(self, entry: str) -> None:
        self.page_wanted.emit(self.tab)
        self.own.open(entry)

    def came_from(self, tab: Tab) -> None:
        """A strip leads back to that tab."""
        self._from = tab.id
        self._page.strip.lead_back_to(tab.name, tab.icon)

    def forget_way(self) -> None:
        """One went on by oneself: nothing leads back any more."""
        if self.presenter is not None:
            self._page.strip.hide()

    def _on_back(self) -> None:
        self.forget_way()
        self.page_wanted.emit(self._from)


class HelpTabs(QObject):
    """Both tabs, and the ways between them and the others.

    Signals:
        pack_wanted: the way without a key.
    """

    pack_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        core: CoreThread,
        backend: Backend,
        fillers: Fillers,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        desk = self._desk = HelpDesk(core, backend.help, self)
        self.trying = TryDesk(window, core, fillers, backend.connections.all, self)
        can_try = self.trying.can_try
        self.learn = LearnWiring(desk, can_try, self)
        self.faq = FaqWiring(desk, can_try, self)
        desk.wanted.connect(self._on_wanted)
        for one in (self.learn, self.faq):
            one.page_requested.connect(self._on_link)
            one.tried.connect(self.trying.begin)
            one.undo_wanted.connect(self.trying.undo)
            self.trying.filled.connect(one.set_filled)
        window.tab_shown.connect(self._on_tab)
        self.trying.back_wanted.connect(self._on_back)
        self.trying.pack_wanted.connect(self.pack_wanted)

    @property
    def wirings(self) -> tuple[HelpWiring, ...]:
        return (self.learn, self.faq)

    def open_faq(self, entry: str) -> None:
        """From a message about a problem: `error.<code>`, or the id of an entry."""
        before = self._window.current_tab
        self.faq.open(entry)
        if before not in ("faq", "learn"):
            self.faq.came_from(next(tab for tab in tabs() if tab.id == before))

    @property
    def is_read(self) -> bool:
        """Whether the pages are there."""
        return self._desk.shelf is not None

    def shutdown(self) -> None:
        self.trying.shutdown()

    def _on_tab(self, tab: str) -> None:
        if tab not in ("faq", "learn"):
            self.faq.forget_way()

    def _on_back(self, page: Page) -> None:
        self._on_wanted((page.header.kind, page.id))

    def _on_wanted(self, place: Place) -> None:
        if place[0] is Kind.FAQ:
            self.faq.open(place[1])
        else:
            self.learn.open(place)

    def _on_link(self, found: Target) -> None:
        kind = LINKS[found.kind]
        if kind is Kind.FAQ:
            self.faq.open(found.name)
        else:
            self.learn.open((kind, found.name), found.anchor)
