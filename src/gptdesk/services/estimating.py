"""What a click will cost, before it is made."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import FREE, Estimate, answer_range, chat_estimate
from gptdesk.domain.history import UNSEEN
from gptdesk.domain.messages import MessageHeader
from gptdesk.domain.money_ports import TokenCounter, UsageStore
from gptdesk.domain.ports import ConversationStore
from gptdesk.domain.tokens import NOTHING, Size, TokenCount, request_tokens, rough_count, sizes
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
    pictures: tuple[Size, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """One turn: the tokens of its text, and the sizes of its pictures."""

    text: TokenCount
    pictures: tuple[Size, ...] = ()


class EstimateService:
    """Counts the history of a conversation once, and each new text while it is typed.

    `facts` gives what is known of a model at a connection, also what the user says of it; without
    it only the catalogue is asked.
    """

    def __init__(
        self,
        store: ConversationStore,
        usage: UsageStore,
        prices: PriceBook,
        counter: TokenCounter,
        facts: Callable[[Connection, str], ModelFacts] | None = None,
    ) -> None:
        self._store = store
        self._usage = usage
        self._prices = prices
        self._counter = counter
        self._facts = facts or self._from_catalogue
        self._counted: tuple[str, str, dict[MessageHeader, Counted]] = ("", "", {})

    async def chat(self, draft: Draft) -> Estimate:
        """The whole request, as it would go out now, and the answer it may get."""
        if self._prices.is_free(draft.connection, draft.model):
            return FREE
        service = self._prices.service_of(draft.connection)
        facts = self._facts(draft.connection, draft.model)
        price = self._prices.price(draft.model, service)
        if price is None or not draft.model:
            return Estimate()
        turns = await self._history(draft.conversation_id, facts.tokenizer)
        turns.append(Counted(await self._count(draft.text, facts.tokenizer), draft.pictures))
        tokens = _request(turns, facts)
        recent = await self._usage.recent_answers(draft.model, service, RECENT)
        answer = answer_range(recent, facts.longest_answer, thinks=bool(facts.efforts))
        return chat_estimate(tokens, answer, price)

    async def _history(self, conversation_id: str, tokenizer: str) -> list[Counted]:
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
        said = [header for header in headers if header.length or header.attachments]
        return [known.get(header, Counted(NOTHING)) for header in said]

    async def _read(
        self,
        conversation_id: str,
        tokenizer: str,
        headers: Sequence[MessageHeader],
        known: dict[MessageHeader, Counted],
    ) -> None:
        first, last = headers[0].position, headers[-1].position
        bodies = {m.id: m for m in await self._store.bodies(conversation_id, first, last)}
        for header in headers:
            message = bodies.get(header.id)
            text = message.text if message is not None else ""
            pictures = sizes(message.attachments) if message is not None else ()
            known[header] = Counted(await self._count(text, tokenizer), pictures)

    async def _count(self, text: str, tokenizer: str) -> TokenCount:
        if self._counter.is_ready(tokenizer) and len(text) < LEAST_IN_THREAD:
            return self._counter.count(text, tokenizer)
        return await asyncio.to_thread(self._counter.count, text, tokenizer)

    def _from_catalogue(self, connection: Connection, model: str) -> ModelFacts:
        return self._prices.facts(model, self._prices.service_of(connection))


def _request(turns: Sequence[Counted], facts: ModelFacts) -> TokenCount:
    """All that goes out; to a model without eyes, words in the place of pictures."""
    texts = [turn.text for turn in turns]
    pictures = [size for turn in turns for size in turn.pictures]
    if facts.may_see_pictures:
        return request_tokens(texts, pictures, facts.tokenizer)
    return request_tokens([*texts, *(rough_count(UNSEEN) for _ in pictures)], (), facts.tokenizer)


def _gaps(
    headers: Sequence[MessageHeader], known: dict[MessageHeader, Counted]
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
