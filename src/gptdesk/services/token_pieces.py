"""Cuts a text into tokens, counts it for several models, and says what sending it would cost."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.costs import Estimate, Usage, cost
from gptdesk.domain.money_ports import TokenCounter
from gptdesk.domain.token_pieces import Piece, TokenSplitter, starts
from gptdesk.domain.tokens import TokenCount
from gptdesk.services.prices import PriceBook

LEAST_IN_THREAD = 2000
"""Longer texts are cut beside the core thread, where answers arrive meanwhile."""


@dataclass(frozen=True, slots=True)
class CutText:
    """A text in its pieces. `starts` are where they begin as Qt counts characters."""

    text: str
    tokenizer: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    @property
    def tokens(self) -> int:
        return sum(len(piece.ids) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Priced:
    """What it costs to send a text to a model once and to get an answer of so many tokens."""

    model: ModelFacts
    tokens: TokenCount
    estimate: Estimate


class TokenService:
    """Lives in the core thread."""

    def __init__(self, splitter: TokenSplitter, counter: TokenCounter, prices: PriceBook) -> None:
        self._splitter, self._counter, self._prices = splitter, counter, prices

    async def cut(self, text: str, tokenizer: str) -> CutText | None:
        """None where nothing on this computer can do it."""
        if self._counter.is_ready(tokenizer) and len(text) < LEAST_IN_THREAD:
            return self._cut(text, tokenizer)
        return await asyncio.to_thread(self._cut, text, tokenizer)

    async def priced(
        self, text: str, models: Sequence[ModelFacts], answer: int
    ) -> tuple[Priced, ...]:
        """For each model; a range where its vocabulary is not known."""
        counts: dict[str, TokenCount] = {}
        for facts in models:
            if facts.tokenizer not in counts:
                counts[facts.tokenizer] = await asyncio.to_thread(
                    self._counter.count, text, facts.tokenizer
                )
        return tuple(self._priced(facts, counts[facts.tokenizer], answer) for facts in models)

    def _cut(self, text: str, tokenizer: str) -> CutText | None:
        pieces = self._splitter.split(text, tokenizer)
        return None if pieces is None else CutText(text, tokenizer, pieces, starts(pieces))

    def _priced(self, facts: ModelFacts, tokens: TokenCount, answer: int) -> Priced:
        price = self._prices.price(facts.name, facts.service)
        if price is None:
            return Priced(facts, tokens, Estimate(tokens=tokens))
        low = cost(Usage(tokens.low, answer), price)
        high = cost(Usage(tokens.high, answer), price)
        rough = not tokens.is_exact
        return Priced(
            facts,
            tokens,
            Estimate(low, high, rough, low == high == 0.0, tokens, (answer, answer), price.as_of),
        )
