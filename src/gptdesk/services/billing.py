"""The bill of one turn: what its request used, by the service's count or by our own."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gptdesk.domain.catalogue import Task
from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import Usage, cost
from gptdesk.domain.events import UsageReported
from gptdesk.domain.messages import ChatMessage, Message
from gptdesk.domain.money_ports import TokenCounter
from gptdesk.domain.problems import Problem
from gptdesk.domain.tokens import TokenCount, request_tokens, rough_count, sizes
from gptdesk.domain.usage import UsageRecord
from gptdesk.services.prices import PriceBook
from gptdesk.services.usage import UsageService

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of whom; `answered` counts the characters that were there already."""

    connection: Connection
    model: str
    history: Sequence[Message]
    answered: int = 0
    thought: int = 0


class Accountant:
    """Writes down what requests used, with the price of their day."""

    def __init__(
        self,
        usage: UsageService,
        prices: PriceBook,
        counter: TokenCounter,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._usage = usage
        self._prices = prices
        self._counter = counter
        self._now = now

    async def close(
        self, request: Request, message: ChatMessage, reported: UsageReported | None
    ) -> ChatMessage:
        """Keep the record; the message with what its answer used and cost in all."""
        service = self._prices.service_of(request.connection)
        usage = usage_of(reported) if reported else self._counted(request, message, service)
        amount = await self.note(
            Task.CHAT,
            request.connection,
            request.model,
            usage,
            is_estimate=reported is None,
            conversation_id=message.conversation_id,
            message_id=message.id,
        )
        return _with_usage(message, usage, amount)

    async def note(
        self,
        task: Task,
        connection: Connection,
        model: str,
        usage: Usage,
        *,
        is_estimate: bool = False,
        conversation_id: str = "",
        message_id: str = "",
    ) -> float | None:
        """Keep what a request of any tab used; its cost in dollars, None if nobody knows it."""
        is_free = self._prices.is_free(connection, model)
        price = self._prices.price_at(connection, model)
        amount = 0.0 if is_free else cost(usage, price)
        record = UsageRecord(
            self._now(),
            task.value,
            connection.id,
            self._prices.service_of(connection),
            model,
            usage,
            amount,
            is_free,
            is_estimate,
            price.as_of.isoformat() if price is not None and price.as_of else "",
            conversation_id,
            message_id,
        )
        try:
            await self._usage.record(record)
        except Problem as problem:  # the answer itself is not to be lost for that
            log.info("Usage not kept: %s", problem.code)
        return amount

    def _counted(self, request: Request, message: ChatMessage, service: str) -> Usage:
        """Nothing was reported: what was sent and what arrived, rather too much than too little."""
        tokenizer = self._prices.facts(request.model, service).tokenizer
        texts = [self._count(turn.text, tokenizer) for turn in request.history]
        said = message.text[request.answered :]
        thought = message.reasoning[request.thought :]
        output = self._count(said, tokenizer) + self._count(thought, tokenizer)
        thoughts = _middle(self._count(thought, tokenizer))
        pictures = [size for turn in request.history for size in sizes(turn.pictures)]
        sent = request_tokens(texts, pictures, tokenizer)
        return Usage(_middle(sent), _middle(output), 0, thoughts)

    def _count(self, text: str, tokenizer: str) -> TokenCount:
        """Nobody waits for a vocabulary at the end of an answer."""
        if self._counter.is_ready(tokenizer):
            return self._counter.count(text, tokenizer)
        return rough_count(text)


class Bill:
    """Follows one turn. At most one of its requests used anything: no words come from others.

    Without an accountant it only passes on what was reported.
    """

    def __init__(self, accountant: Accountant | None, answer: ChatMessage) -> None:
        self._accountant = accountant
        self._answer = answer
        self._request: Request | None = None
        self._reported: UsageReported | None = None
        self._arrived = False

    def begin(self, connection: Connection, model: str, history: Sequence[Message]) -> None:
        """A request goes out."""
        begun = (len(self._answer.text), len(self._answer.reasoning))
        self._request = Request(connection, model, tuple(history), *begun)
        self._reported, self._arrived = None, False

    def note_words(self) -> None:
        """The service has begun to answer, and will want to be paid."""
        self._arrived = True

    def note_report(self, report: UsageReported) -> None:
        self._reported = report

    async def close(self, message: ChatMessage) -> ChatMessage:
        """Pay: the message with its counts and its cost. To be called once, at the end."""
        if self._reported is None and not self._arrived:
            return message
        if self._accountant is None or self._request is None:
            return message if self._reported is None else _with_usage(
                message, usage_of(self._reported), None
            )  # fmt: skip
        return await self._accountant.close(self._request, message, self._reported)


def usage_of(report: UsageReported) -> Usage:
    return Usage(
        report.input_tokens,
        report.output_tokens,
        report.cached_tokens,
        report.reasoning_tokens,
        picture_input=report.picture_tokens,
        audio_input=report.audio_input,
        audio_output=report.audio_output,
        written_tokens=report.written_tokens,
    )


def _with_usage(message: ChatMessage, usage: Usage, amount: float | None) -> ChatMessage:
    """An answer that was continued cost as much as its parts together."""
    was_paid = message.input_tokens is not None or message.output_tokens is not None
    is_unknown = amount is None or (was_paid and message.cost is None)
    return replace(
        message,
        input_tokens=_sum(message.input_tokens, usage.input_tokens),
        output_tokens=_sum(message.output_tokens, usage.output_tokens),
        cached_tokens=_sum(message.cached_tokens, usage.cached_tokens),
        reasoning_tokens=_sum(message.reasoning_tokens, usage.reasoning_tokens),
        cost=None if is_unknown else (message.cost or 0.0) + (amount or 0.0),
    )


def _sum(before: int | None, more: int | None) -> int | None:
    return before if more is None else (before or 0) + more


def _middle(count: TokenCount) -> int:
    return count.high if count.is_exact else (count.low + count.high + 1) // 2
