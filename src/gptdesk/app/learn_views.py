"""The model explorer and the playground beside the lessons, and where they lead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.domain.filling import TabFiller, Undo, text_of, texts_of
from gptdesk.domain.help_pages import Recipe
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.ui.learn.beside import BesideView

if TYPE_CHECKING:
    from gptdesk.app.backend import Backend
    from gptdesk.runtime.core import CoreThread
    from gptdesk.ui.chat.filling import ChatFilling
    from gptdesk.ui.learn.models.page import ExplorerPage
    from gptdesk.ui.learn.models.presenter import ExplorerPresenter
    from gptdesk.ui.learn.page import LearnPage
    from gptdesk.ui.learn.playground.meaning_presenter import MeaningPresenter
    from gptdesk.ui.learn.playground.page import PlaygroundPage
    from gptdesk.ui.learn.playground.token_presenter import TokenPresenter

translate = QCoreApplication.translate


class LearnViews(QObject):
    """Each view and its presenters are made when it is first seen.

    Signals:
        settings_requested: section and connection id.
        faq_requested: id of an FAQ entry.
        tab_wanted: the tab to which something was brought.
    """

    settings_requested = Signal(str, str)
    faq_requested = Signal(str)
    tab_wanted = Signal(str)

    def __init__(
        self,
        core: CoreThread,
        backend: Backend,
        settings: Callable[[], Settings],
        chat: Callable[[], ChatFilling],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._calls = Calls(core, self)
        self._backend, self._settings, self._chat = backend, settings, chat
        self._page: LearnPage | None = None
        self._views: dict[str, BesideView] = {}
        self._explorer: ExplorerPresenter | None = None
        self._tokens: TokenPresenter | None = None
        self._meaning: MeaningPresenter | None = None

    def stand_beside(self, page: LearnPage) -> None:
        """Put both views beside the lessons."""
        self._page = page
        for name, label, make in (
            ("models", _models_label, self._make_explorer),
            ("playground", _playground_label, self._make_playground),
        ):
            self._views[name] = BesideView(name, page, make)
            page.add_view(name, label, self._views[name])

    def show_models(self, table: str = "", query: str = "") -> None:
        """A link of a lesson leads to a table."""
        explorer = self._shown("models")
        if table and explorer is not None:
            explorer.open_table(table, query)  # type: ignore[attr-defined]

    def filler(self, view: str) -> TabFiller | None:
        return _ViewFilling(partial(self._fill, view)) if self._page is not None else None

    def connections_changed(self) -> None:
        for part in (self._explorer, self._meaning):
            if part is not None:
                part.refresh()

    def settings_changed(self) -> None:
        for part in (self._explorer, self._tokens, self._meaning):
            if part is not None:
                part.use_settings(self._settings())

    def shutdown(self) -> None:
        for part in (self._tokens, self._meaning):
            if part is not None:
                part.shutdown()
        self._calls.shutdown()

    def _shown(self, view: str) -> QWidget | None:
        if self._page is None:
            return None
        content = self._views[view].content()
        self._page.show_view(view)
        return content

    def _fill(self, view: str, recipe: Recipe) -> None:
        if view == "models":
            self.show_models(text_of(recipe.fields, "view"), text_of(recipe.fields, "search"))
            return
        playground: PlaygroundPage = self._shown("playground")  # type: ignore[assignment]
        texts = texts_of(recipe.fields, "texts")
        if view == "tokenizer":
            playground.show_part("tokens")
            playground.tokens.set_text("\n".join(texts))
        else:
            playground.show_part("meaning")
            playground.meaning.set_sentences(texts)

    def _make_explorer(self) -> ExplorerPage:
        from gptdesk.runtime.this_computer import this_computer
        from gptdesk.ui.learn.models.page import ExplorerPage
        from gptdesk.ui.learn.models.presenter import ExplorerPresenter

        page = ExplorerPage()
        backend = self._backend
        self._explorer = ExplorerPresenter(
            page,
            self._calls,
            backend.catalogue,
            backend.connections,
            backend.prices,
            this_computer,
            self,
        )
        self._explorer.use_settings(self._settings())
        page.use_model.connect(self._on_use_model)
        return page

    def _make_playground(self) -> PlaygroundPage:
        from gptdesk.ui.learn.playground.meaning_presenter import MeaningPresenter
        from gptdesk.ui.learn.playground.page import PlaygroundPage
        from gptdesk.ui.learn.playground.token_presenter import TokenPresenter

        page = PlaygroundPage()
        backend = self._backend
        self._tokens = TokenPresenter(
            page.tokens, self._calls, backend.tokens, backend.catalogue, self
        )
        self._meaning = MeaningPresenter(page.meaning, self._calls, backend.embeddings, self)
        self._tokens.use_settings(self._settings())
        self._meaning.use_settings(self._settings())
        page.use_text.connect(self._on_use_text)
        page.action.connect(self._on_action)
        page.faq_requested.connect(self.faq_requested)
        return page

    def _on_use_model(self, service: str, model: str) -> None:
        """Where no connection leads to its service, one is to be made."""
        if self._chat().use_model(service, model):
            self.tab_wanted.emit("chat")
        else:
            self.settings_requested.emit("connections", "")

    def _on_use_text(self, text: str) -> None:
        self._chat().fill(Recipe("playground", "chat", "", "", {"prompt": text}))
        self.tab_wanted.emit("chat")

    def _on_action(self, _action: str) -> None:
        self.settings_requested.emit("connections", "")


class _ViewFilling:
    """Shows a view with what the lesson gives it; the lessons are one click away."""

    def __init__(self, fill: Callable[[Recipe], None]) -> None:
        self._fill = fill

    def fill(self, recipe: Recipe) -> Undo | None:
        self._fill(recipe)
        return None


def _models_label() -> str:
    return translate("Learn", "Models")


def _playground_label() -> str:
    return translate("Learn", "Playground")
