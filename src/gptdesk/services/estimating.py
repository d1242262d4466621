"""What a click will cost, before it is made."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import FREE, Estimate, answer_range, chat_estimate
from gptdesk.domain.messages import MessageHeader
from gptdesk.domain.money_ports import TokenCounter, UsageStore
from gptdesk.domain.ports import ConversationStore
from gptdesk.domain.tokens import NOTHING, TokenCount, request_tokens
from gptdesk.services.prices import PriceBook

RECENT = 20
LEAST_IN_THREAD = 4000
"""Longer texts are counted beside the core thread, where answers arrive meanwhile."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that is being written. `pictures` are sizes in pixels."""

    connection: Connection
    model: str
    text: str
    conversation_id: str = ""
    pictures: tuple[tuple[int, int], ...] = ()


class EstimateService:
    """Counts the history of a conversation once, and each new text while it is typed."""

    def __init__(
        self,
        store: ConversationStore,
        usage: UsageStore,
        prices: PriceBook,
        counter: TokenCounter,
    ) -> None:
        self._store = store
        self._usage = usage
        self._prices = prices
        self._counter = counter
        self._counted: tuple[str, str, dict[MessageHeader, TokenCount]] = ("", "", {})

    async def chat(self, draft: Draft) -> Estimate:
        """The whole request, as it would go out now, and the answer it may get."""
        if self._prices.is_free(draft.connection):
            return FREE
        service = self._prices.service_of(draft.connection)
        facts = self._prices.facts(draft.model, service)
        price = self._prices.price(draft.model, service)
        if price is None or not draft.model:
            return Estimate()
        texts = await self._history(draft.conversation_id, facts.tokenizer)
        texts.append(await self._count(draft.text, facts.tokenizer))
        tokens = request_tokens(texts, draft.pictures, facts.tokenizer)
        recent = await self._usage.recent_answers(draft.model, service, RECENT)
        answer = answer_range(recent, facts.longest_answer, thinks=bool(facts.efforts))
        return chat_estimate(tokens, answer, price)

    async def _history(self, conversation_id: str, tokenizer: str) -> list[TokenCount]:
        """Of each message; only what is new since the last time is read and counted."""
        if not conversation_id:
            return []
        headers = await self._store.headers(conversation_id)
        place, words, known = self._counted
        if (place, words) != (conversation_id, tokenizer):
            known = {}
        for first, last in _gaps(headers, known):
            await self._read(conversation_id, tokenizer, headers[first : last + 1], known)
        self._counted = (conversation_id, tokenizer, {h: known[h] for h in headers if h in known})
        return [known.get(header, NOTHING) for header in headers if header.length]

    async def _read(
        self,
        conversation_id: str,
        tokenizer: str,
        headers: Sequence[MessageHeader],
        known: dict[MessageHeader, TokenCount],
    ) -> None:
        first, last = headers[0].position, headers[-1].position
        texts = {m.id: m.text for m in await self._store.bodies(conversation_id, first, last)}
        for header in headers:
            known[header] = await self._count(texts.get(header.id, ""), tokenizer)

    async def _count(self, text: str, tokenizer: str) -> TokenCount:
        if self._counter.is_ready(tokenizer) and len(text) < LEAST_IN_THREAD:
            return self._counter.count(text, tokenizer)
        return await asyncio.to_thread(self._counter.count, text, tokenizer)


def _gaps(
    headers: Sequence[MessageHeader], known: dict[MessageHeader, TokenCount]
) -> list[tuple[int, int]]:
    """Runs of messages that were not counted yet, at most two hundred each."""
    gaps: list[tuple[int, int]] = []
    for row, header in enumerate(headers):
        if header in known:
            continue
        if gaps and gaps[-1][1] == row - 1 and row - gaps[-1][0] < 200:
            gaps[-1] = (gaps[-1][0], row)
        else:
            gaps.append((row, row))
    return gaps
