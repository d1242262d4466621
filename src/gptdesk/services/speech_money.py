"""What speaking costs: said before, written down after each piece."""

from __future__ import annotations

from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import FREE, Estimate, Usage
from gptdesk.domain.speech import Sound, SpeechOrder
from gptdesk.domain.speech_costs import speech_estimate
from gptdesk.domain.tasks import Task
from gptdesk.services.billing import Accountant
from gptdesk.services.prices import PriceBook


class SpeechMoney:
    """Knows the prices of the day, the user's own first."""

    def __init__(self, prices: PriceBook, accountant: Accountant) -> None:
        self._prices = prices
        self._accountant = accountant

    def estimate(
        self, connection: Connection, model: str, text: str, speed: float = 1.0
    ) -> Estimate:
        if self._prices.is_free(connection, model):
            return FREE
        return speech_estimate(self._prices.price_at(connection, model), text, speed)

    async def note(
        self, connection: Connection, order: SpeechOrder, sound: Sound, job_id: str = ""
    ) -> None:
        """Services that speak report nothing: letters and seconds are counted here."""
        await self._accountant.note(
            Task.SPEECH,
            connection,
            order.model,
            Usage(characters=len(order.text), seconds=sound.seconds),
            is_estimate=True,
            conversation_id=job_id,
        )
