"""What pictures cost: said before, written down after."""

from __future__ import annotations

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import FREE, Estimate, Usage
from gptdesk.domain.image_costs import image_estimate
from gptdesk.domain.image_ports import PictureStore
from gptdesk.domain.images import ImageOrder
from gptdesk.domain.tasks import Task
from gptdesk.domain.tokens import request_tokens, rough_count
from gptdesk.services.billing import Accountant
from gptdesk.services.prices import PriceBook

RECENT = 40


class ImageMoney:
    """Knows the prices of the day, the user's own first, and learns from what was paid."""

    def __init__(self, prices: PriceBook, accountant: Accountant, store: PictureStore) -> None:
        self._prices = prices
        self._accountant = accountant
        self._store = store

    async def estimate(
        self, connection: Connection, order: ImageOrder, facts: ModelFacts
    ) -> Estimate:
        model = order.settings.model
        if self._prices.is_free(connection, model):
            return FREE
        service = self._prices.service_of(connection)
        price = self._prices.price_at(connection, model)
        recent = await self._store.recent_costs(model, service, RECENT)
        sizes = [(one.file.width, one.file.height) for one in order.references]
        words = request_tokens([rough_count(order.prompt)], sizes, facts.tokenizer)
        return image_estimate(price, facts, order, words, recent)

    def is_free(self, connection: Connection, model: str) -> bool:
        return self._prices.is_free(connection, model)

    def service_of(self, connection: Connection) -> str:
        return self._prices.service_of(connection)

    async def note(
        self, connection: Connection, model: str, usage: Usage, *, is_estimate: bool = False
    ) -> float | None:
        """Keep what was used; what it cost."""
        price = self._prices.price_at(connection, model)
        if price is not None and price.pictures and price.picture_output is None:
            usage = Usage(pictures=usage.pictures, picture_kind=usage.picture_kind)
        return await self._accountant.note(
            Task.IMAGES, connection, model, usage, is_estimate=is_estimate
        )
