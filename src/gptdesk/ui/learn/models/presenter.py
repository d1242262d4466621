"""Gives the model explorer what it shows: prices, the user's own models, and this computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price
from gptdesk.domain.computer import Computer
from gptdesk.domain.connections import Connection
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.services.connections import ConnectionService
from gptdesk.services.prices import PriceBook
from gptdesk.ui.learn.models.page import ExplorerPage
from gptdesk.ui.widgets.money import money_of


class ExplorerPresenter(QObject):
    """`read_computer` may take some seconds; it is called beside the core thread."""

    def __init__(
        self,
        page: ExplorerPage,
        calls: Calls,
        catalogue: Catalogue,
        connections: ConnectionService,
        prices: PriceBook,
        read_computer: Callable[[], Computer],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or page)
        self._page, self._calls = page, calls
        self._catalogue, self._connections, self._prices = catalogue, connections, prices
        self._read_computer = read_computer
        page.show_catalogue(catalogue, price_of=self._price_of)
        page.computer_wanted.connect(self._on_computer_wanted)
        self._ask_connections()

    def use_settings(self, settings: Settings) -> None:
        """The currency may be another one now."""
        self._page.set_money(money_of(settings))

    def refresh(self) -> None:
        """Connections or the user's own prices may have changed."""
        self._page.set_prices(self._price_of)
        self._ask_connections()

    def _ask_connections(self) -> None:
        self._calls.run(self._connections.all(), self._on_connections, lambda _problem: None)

    def _price_of(self, facts: ModelFacts) -> Price | None:
        return self._prices.price(facts.name, facts.service)

    def _on_connections(self, connections: tuple[Connection, ...]) -> None:
        found = [
            (service.id, one.model)
            for one in connections
            if one.model and (service := self._catalogue.service_of(one)) is not None
        ]
        self._page.set_in_use(found)

    def _on_computer_wanted(self) -> None:
        self._calls.run(_read(self._read_computer), self._page.set_computer)


async def _read(read: Callable[[], Computer]) -> Computer:
    import asyncio

    return await asyncio.to_thread(read)
