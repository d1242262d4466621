"""A chat model works with a transcript: translates, sums up, or is asked about it in Chat."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from gptdesk.domain.catalogue import Task
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import FREE, Estimate, Usage, chat_estimate
from gptdesk.domain.events import EngineStarting, TextDelta, UsageReported
from gptdesk.domain.messages import Message, Role
from gptdesk.domain.packs import EngineState
from gptdesk.domain.ports import ChatProvider, Engine
from gptdesk.domain.problems import (
    AnswerEmpty,
    AnswerIncomplete,
    ConnectionCut,
    ConnectionRefused,
    EngineCrashed,
)
from gptdesk.domain.sentences import letters
from gptdesk.domain.tokens import TokenCount, estimate_tokens, request_tokens, rough_count
from gptdesk.domain.transcript_asking import (
    Wish,
    batches,
    notes_prompt,
    parts_to_read,
    summary_prompt,
    text_to_read,
    translated_lines,
    translation_prompt,
)
from gptdesk.domain.transcription import Segment
from gptdesk.services.billing import Accountant, usage_of
from gptdesk.services.connections import ConnectionService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.prices import PriceBook

BATCH = 3000
SMALL_BATCH = 600
"""Letters of one request to translate; small models lose the thread with more."""
READS = 24_000
SMALL_READS = 4_000
"""Characters that are read at once; longer texts are read in parts and summed up at last."""
TRANSLATED = (0.5, 2.5)
"""Tokens of a translation for one of the text."""
SUMMARY = (120, 1500)


@dataclass(frozen=True, slots=True)
class Translated:
    """Segments with other words and the same times; `done` of `total` are translated."""

    segments: tuple[Segment, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part of a long text was read."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What was used so far, in US dollars; None where the price is not known."""

    cost: float | None


WorkEvent = Translated | PartRead | TextDelta | Spent | EngineStarting


class TranscriptChat:
    """Cancelling an iteration stops at once; what was yielded stays."""

    def __init__(
        self,
        connections: ConnectionService,
        provider: ChatProvider,
        engine: Engine,
        prices: PriceBook,
        conversations: ConversationService,
        accountant: Accountant | None = None,
    ) -> None:
        self._tools = _Tools(connections, provider, engine, accountant)
        self._prices = prices
        self._conversations = conversations

    def estimate(
        self, connection: Connection, model: str, segments: Sequence[Segment], wish: Wish
    ) -> Estimate:
        """What it will cost, roughly: the tokens are counted by characters."""
        if self._prices.is_free(connection, model):
            return FREE
        text = rough_count("\n".join(one.text for one in segments))
        requests = _requests(connection, segments, wish)
        instruction = rough_count("x" * 500)
        sent = text
        for _ in range(requests):
            sent += request_tokens([instruction, rough_count("")])
        if wish is Wish.TRANSLATION:
            answer = (int(text.low * TRANSLATED[0]), int(text.high * TRANSLATED[1]) + 50)
        else:
            answer = (SUMMARY[0] * requests, SUMMARY[1] * requests)
            if requests > 1:
                sent += TokenCount(*answer)
        return chat_estimate(sent, answer, self._prices.price_at(connection, model))

    async def translate(
        self, connection: Connection, model: str, segments: Sequence[Segment], language: str
    ) -> AsyncGenerator[WorkEvent, None]:
        """Segment by segment with its times. What was translated before a failure stays.

        `language` is the name in English. Lines that an answer leaves out are asked for again.
        """
        most = SMALL_BATCH if connection.kind is ConnectionKind.OFFLINE else BATCH
        total = sum(bool(one.text.strip()) for one in segments)
        work = _Work(self._tools, connection, model)
        waiting = deque(batches(segments, most))
        done = 0
        while waiting:
            group = waiting.popleft()
            answer: list[str] = []
            async with aclosing(work.ask(*translation_prompt(group, language))) as events:
                async for event in _gathering(events, answer):
                    yield event
            found = _with_texts(group, translated_lines("".join(answer), len(group)))
            done += len(found)
            if found:
                yield Translated(found, done, total)
            waiting.extendleft(reversed(_left_out(group, found)))

    async def sum_up(
        self,
        connection: Connection,
        model: str,
        segments: Sequence[Segment],
        names: Mapping[str, str],
        wish: Wish,
        language: str,
    ) -> AsyncGenerator[WorkEvent, None]:
        """A summary, or what is to be done, as Markdown that grows."""
        text = text_to_read(segments, names)
        work = _Work(self._tools, connection, model)
        parts = parts_to_read(text, _reads(connection))
        if len(parts) > 1:
            notes: list[str] = []
            for number, part in enumerate(parts, 1):
                prompt = notes_prompt(part, language, number, len(parts))
                async with aclosing(work.ask(*prompt)) as events:
                    async for event in _gathering(events, notes):
                        yield event
                notes.append("\n\n")
                yield PartRead(number, len(parts))
            text = "".join(notes).strip()
        said = False
        async with aclosing(work.ask(*summary_prompt(wish, text, language))) as events:
            async for event in events:
                said = said or (isinstance(event, TextDelta) and bool(event.text.strip()))
                yield event
        if not said:
            raise AnswerEmpty

    async def open_in_chat(
        self, title: str, text: str, introduction: str, connection_id: str = "", model: str = ""
    ) -> str:
        """A new conversation with the transcript in its draft, ready for a question; its id."""
        conversation = await self._conversations.new(connection_id, model)
        await self._conversations.rename(conversation.id, title)
        draft = f"{introduction}\n\n{text.strip()}\n\n"
        await self._conversations.save_draft(conversation.id, draft)
        return conversation.id


@dataclass(frozen=True, slots=True)
class _Tools:
    """What requests are made with."""

    connections: ConnectionService
    provider: ChatProvider
    engine: Engine
    accountant: Accountant | None


class _Work:
    """The requests of one piece of work, and what they cost together."""

    def __init__(self, tools: _Tools, connection: Connection, model: str) -> None:
        self._tools = tools
        self._connection = connection
        self._model = model
        self._cost: float | None = 0.0

    async def ask(self, instruction: str, text: str) -> AsyncGenerator[WorkEvent, None]:
        tools, connection = self._tools, self._connection
        is_offline = connection.kind is ConnectionKind.OFFLINE
        if is_offline and tools.engine.state() is not EngineState.READY:
            yield EngineStarting()
        history = (Message(Role.SYSTEM, instruction), Message(Role.USER, text))
        reported: UsageReported | None = None
        said: list[str] = []
        try:
            async with (
                tools.connections.endpoint(connection, self._model) as endpoint,
                aclosing(tools.provider.stream(endpoint, self._model, history, {})) as events,
            ):
                async for event in events:
                    if isinstance(event, UsageReported):
                        reported = event
                    elif isinstance(event, TextDelta):
                        said.append(event.text)
                        yield event
        except (ConnectionCut, ConnectionRefused, AnswerIncomplete) as problem:
            if is_offline:
                raise EngineCrashed(problem.detail) from None
            raise
        finally:
            if said or reported is not None:
                await self._pay(instruction + text, "".join(said), reported)
        yield Spent(self._cost)

    async def _pay(self, sent: str, said: str, reported: UsageReported | None) -> None:
        if self._tools.accountant is None:
            return
        usage = Usage(estimate_tokens(sent), estimate_tokens(said))
        if reported is not None:
            usage = usage_of(reported)
        amount = await self._tools.accountant.note(
            Task.CHAT, self._connection, self._model, usage, is_estimate=reported is None
        )
        known = self._cost is not None and amount is not None
        self._cost = (self._cost or 0.0) + (amount or 0.0) if known else None


async def _gathering(
    events: AsyncGenerator[WorkEvent, None], texts: list[str]
) -> AsyncGenerator[WorkEvent, None]:
    """Keep the words for ourselves and pass on the rest."""
    async for event in events:
        if isinstance(event, TextDelta):
            texts.append(event.text)
        else:
            yield event


def _left_out(group: Sequence[Segment], found: Sequence[Segment]) -> list[tuple[Segment, ...]]:
    """What an answer left out is asked for one by one; once more, and then it is a failure."""
    known = {one.id for one in found}
    left: list[tuple[Segment, ...]] = [(one,) for one in group if one.id not in known]
    if left and len(group) == 1:
        raise AnswerIncomplete("a line came back without a translation")
    return left


def _with_texts(group: Sequence[Segment], texts: Mapping[int, str]) -> tuple[Segment, ...]:
    """Other words, the same times; the times of single words mean nothing any more."""
    return tuple(
        replace(one, text=texts[place], words=(), is_edited=True)
        for place, one in enumerate(group)
        if place in texts
    )


def _reads(connection: Connection) -> int:
    return SMALL_READS if connection.kind is ConnectionKind.OFFLINE else READS


def _requests(connection: Connection, segments: Sequence[Segment], wish: Wish) -> int:
    if wish is Wish.TRANSLATION:
        return sum(1 for _ in batches(segments, BATCH))
    length = sum(letters(one.text) + 1 for one in segments)
    parts = -(-length // _reads(connection)) or 1
    return parts if parts == 1 else parts + 1
