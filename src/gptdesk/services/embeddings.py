"""Measures how near texts are in meaning: with whom, at what price, and what came out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import FREE, Estimate, Usage, cost
from gptdesk.domain.embeddings import EmbeddingsProvider, Point, flat_map, similarities
from gptdesk.domain.money_ports import TokenCounter
from gptdesk.domain.tasks import Task
from gptdesk.domain.tokens import NOTHING
from gptdesk.services.billing import Accountant
from gptdesk.services.connections import ConnectionService
from gptdesk.services.prices import PriceBook


@dataclass(frozen=True, slots=True)
class Comparison:
    """How near each text is to each, and where they lie on a map. `cost` is in US dollars."""

    texts: tuple[str, ...]
    similarities: tuple[tuple[float, ...], ...]
    points: tuple[Point, ...]
    cost: float | None = None
    tokens: int | None = None


class EmbeddingService:
    """Lives in the core thread, except for `can_embed`, `known` and `facts`, which only read."""

    def __init__(
        self,
        connections: ConnectionService,
        provider: EmbeddingsProvider,
        catalogue: Catalogue,
        prices: PriceBook,
        accountant: Accountant,
        counter: TokenCounter,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._connections = connections
        self._provider = provider
        self._catalogue = catalogue
        self._prices = prices
        self._accountant = accountant
        self._counter = counter
        self._today = today

    async def places(self) -> tuple[Connection, ...]:
        """The connections that can be asked, or of which nothing says that they cannot."""
        found = await self._connections.all()
        return tuple(one for one in found if self.can_embed(one))

    def can_embed(self, connection: Connection) -> bool:
        """The catalogue says so; where it does not know the service, that may be tried."""
        if connection.kind is ConnectionKind.OFFLINE:
            return False
        service = self._catalogue.service_of(connection)
        return service is None or Task.EMBEDDINGS in service.tasks

    def known(self, connection: Connection) -> tuple[str, ...]:
        """The models that the catalogue names for it, the recommended ones first."""
        service = self._prices.service_of(connection)
        if not service:
            return ()
        models = [one for one in self._catalogue.models(service) if self._is_fit(one)]
        models.sort(key=lambda one: not one.is_recommended)
        return tuple(one.name for one in models)

    async def models(self, connection: Connection) -> tuple[str, ...]:
        """Those that the catalogue names; only where it names none is the service asked."""
        if names := self.known(connection):
            return names
        service = self._prices.service_of(connection)
        listed = await self._connections.models(connection)
        return tuple(name for name in listed if self._is_fit(self._prices.facts(name, service)))

    async def estimate(self, connection: Connection, model: str, texts: Sequence[str]) -> Estimate:
        """What it will cost to compare them."""
        if self._prices.is_free(connection, model):
            return FREE
        price = self._prices.price_at(connection, model)
        tokenizer = self._prices.facts(model, self._prices.service_of(connection)).tokenizer
        together = NOTHING
        for text in texts:
            together += await asyncio.to_thread(self._counter.count, text, tokenizer)
        if price is None:
            return Estimate(tokens=together)
        low, high = cost(Usage(together.low, 0), price), cost(Usage(together.high, 0), price)
        rough = not together.is_exact
        return Estimate(low, high, rough, tokens=together, answer=(0, 0), as_of=price.as_of)

    async def compare(self, connection: Connection, model: str, texts: Sequence[str]) -> Comparison:
        """Ask the service, write down what it used, and measure. Raises a Problem."""
        async with self._connections.endpoint(connection, model) as endpoint:
            found = await self._provider.embed(endpoint, model, texts)
        tokens = found.tokens
        if tokens is None:
            estimate = await self.estimate(connection, model, texts)
            tokens = estimate.tokens.high
        paid = await self._accountant.note(
            Task.EMBEDDINGS,
            connection,
            model,
            Usage(tokens, 0),
            is_estimate=found.tokens is None,
        )
        near = await asyncio.to_thread(similarities, found.vectors)
        points = await asyncio.to_thread(flat_map, found.vectors)
        return Comparison(tuple(texts), near, points, paid, tokens)

    def _is_fit(self, facts: ModelFacts) -> bool:
        return facts.task is Task.EMBEDDINGS and not facts.is_retired(self._today())
