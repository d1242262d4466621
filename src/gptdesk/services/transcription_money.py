"""What writing down a recording costs: said before, written down after each piece."""

from __future__ import annotations

from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import FREE, Estimate, cost
from gptdesk.domain.tasks import Task
from gptdesk.domain.transcription import Heard
from gptdesk.domain.transcription_costs import transcription_estimate, usage_of
from gptdesk.services.billing import Accountant
from gptdesk.services.prices import PriceBook


class TranscriptionMoney:
    """Knows the prices of the day, the user's own first."""

    def __init__(self, prices: PriceBook, accountant: Accountant) -> None:
        self._prices = prices
        self._accountant = accountant

    def estimate(self, connection: Connection, model: str, seconds: float) -> Estimate:
        if self._prices.is_free(connection, model):
            return FREE
        return transcription_estimate(self._prices.price_at(connection, model), seconds)

    def cost(
        self, connection: Connection, model: str, heard: Heard, seconds: float
    ) -> float | None:
        """What a piece cost; None if nobody knows the price."""
        if self._prices.is_free(connection, model):
            return 0.0
        price = self._prices.price_at(connection, model)
        return cost(usage_of(heard, seconds, price), price)

    async def note(self, connection: Connection, model: str, heard: Heard, seconds: float) -> None:
        """Keep the record of a piece. Where the service reports nothing, its length counts."""
        usage = usage_of(heard, seconds, self._prices.price_at(connection, model))
        told = (heard.seconds, heard.input_tokens, heard.output_tokens)
        await self._accountant.note(
            Task.TRANSCRIPTION, connection, model, usage, is_estimate=told == (None, None, None)
        )
