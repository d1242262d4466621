"""What the services need from the outside world to know what things cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from gptdesk.domain.catalogue import Price
from gptdesk.domain.tokens import TokenCount
from gptdesk.domain.usage import UsageRecord, UsageSum

PriceKey = tuple[str, str]
"""Service and model."""


class TokenCounter(Protocol):
    """Counts tokens. May load a vocabulary first: not to be called in the UI thread."""

    def is_ready(self, tokenizer: str) -> bool:
        """Whether counting starts at once."""
        ...

    def count(self, text: str, tokenizer: str) -> TokenCount:
        """Exact for a tokenizer whose vocabulary is here, a range for any other name."""
        ...


class UsageStore(Protocol):
    """Keeps what every request used, for ever. Moments are in seconds since the epoch."""

    async def add(self, record: UsageRecord) -> None: ...

    async def sums(self, since: float, until: float) -> tuple[UsageSum, ...]:
        """By day, task, service and model, the oldest day first."""
        ...

    async def records(self, since: float, until: float) -> tuple[UsageRecord, ...]:
        """One by one, the oldest first."""
        ...

    async def of_conversation(self, conversation_id: str) -> UsageSum: ...

    async def recent_answers(self, model: str, service: str, count: int) -> tuple[int, ...]:
        """The tokens of the last answers that were reported, the newest first."""
        ...

    async def models(self) -> tuple[tuple[str, str], ...]:
        """Service and model of everything that was ever paid for, the last one first."""
        ...


class PriceStore(Protocol):
    """Keeps the prices that the user set, by service and model."""

    async def load(self) -> Mapping[PriceKey, Price]: ...

    async def save(self, prices: Mapping[PriceKey, Price]) -> None: ...
