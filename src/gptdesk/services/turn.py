"""One answer in the making: tried, tried again where that helps, and settled whatever happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from gptdesk.domain.events import (
    ChatEvent,
    Finished,
    MessageAdded,
    MessageChanged,
    MessageRemoved,
    ModelUsed,
    ReasoningDelta,
    RetryScheduled,
    TextDelta,
    UsageReported,
)
from gptdesk.domain.messages import STOPPED, ChatMessage, MessageState
from gptdesk.domain.ports import ConversationStore
from gptdesk.domain.problems import EngineCrashed, Problem, RateLimited, ServiceFailed
from gptdesk.services.billing import Bill
from gptdesk.services.growing import GrowingAnswer

TRIES = 3
LONGEST_WAIT = 120.0
"""A service that asks for a longer wait is not waited for: the user decides."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and the answer that is to be made for it.

    `earlier` is the answer that stands at this place already when one is asked for again.
    """

    question: ChatMessage
    answer: ChatMessage
    earlier: ChatMessage | None = None


class TurnRunner:
    """Runs `attempt` until it succeeds or fails for good, and stores what became of the turn."""

    def __init__(
        self,
        store: ConversationStore,
        turn: Turn,
        attempt: Callable[[], AsyncGenerator[ChatEvent, None]],
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        bill: Bill | None = None,
    ) -> None:
        self._store = store
        self._turn = turn
        self._attempt = attempt
        self._now = now
        self._sleep = sleep
        self._growing = GrowingAnswer(store, turn.answer, is_stored=bool(turn.answer.text))
        self._started = now()
        self._arrived = False
        self._finish = ""
        self._bill = bill or Bill(None, turn.answer)

    async def run(self) -> AsyncGenerator[ChatEvent, None]:
        """Yield what happens, last of all the settled messages; raise the Problem there was."""
        try:
            async with self._growing:
                async with aclosing(self._attempts()) as events:
                    async for event in events:
                        await self._note(event)
                        yield event
        except Problem as problem:
            for event in await self._cut_short(problem.code):
                yield event
            raise
        except (asyncio.CancelledError, GeneratorExit):
            await self._cut_short(STOPPED)
            raise
        yield MessageChanged(await self._settle())

    async def _attempts(self) -> AsyncGenerator[ChatEvent, None]:
        for attempt in range(1, TRIES + 1):
            try:
                async with aclosing(self._attempt()) as events:
                    async for event in events:
                        yield event
                return
            except (RateLimited, ServiceFailed, EngineCrashed) as problem:
                wait = seconds_to_wait(problem, attempt)
                if self._arrived or wait is None or attempt == TRIES:
                    raise
                code = problem.code
            yield RetryScheduled(wait, attempt + 1, code)
            await self._sleep(wait)

    async def _note(self, event: ChatEvent) -> None:
        match event:
            case TextDelta(text):
                await self._first_words()
                await self._growing.add_text(text)
            case ReasoningDelta(text):
                await self._first_words()
                await self._growing.add_reasoning(text)
            case ModelUsed(model):
                self._growing.set_model(model)
            case UsageReported():
                self._bill.note_report(event)
            case Finished(reason):
                self._finish = reason

    async def _first_words(self) -> None:
        self._bill.note_words()
        if not self._arrived:
            self._arrived = True
            await self._store.set_state(self._turn.question.id, MessageState.DONE, "")

    async def _settle(self) -> ChatMessage:
        answer = replace(
            self._growing.message,
            state=MessageState.DONE,
            finish=self._finish,
            seconds=self._now() - self._started,
        )
        answer = await self._bill.close(answer)
        if not self._growing.is_stored:
            await self._first_words()
            await self._store.add(answer)
        await self._store.finish(answer)
        return answer

    async def _cut_short(self, code: str) -> list[ChatEvent]:
        """Keep what arrived; without a word, the question waits to be sent again."""
        if self._growing.is_stored:
            answer = replace(self._growing.message, state=MessageState.INTERRUPTED, problem=code)
            answer = await self._bill.close(answer)
            await self._store.finish(answer)
            return [MessageChanged(answer)]
        await self._bill.close(self._growing.message)
        gone = MessageRemoved(self._turn.answer.id)
        if self._turn.earlier is not None:
            return [gone, MessageAdded(self._turn.earlier)]
        question = replace(self._turn.question, state=MessageState.UNSENT, problem=code)
        await self._store.set_state(question.id, question.state, code)
        return [gone, MessageChanged(question)]


def seconds_to_wait(problem: Problem, attempt: int) -> float | None:
    """How long to wait before trying again, doubling; None where waiting is for the user."""
    if isinstance(problem, EngineCrashed):
        return 0.0 if attempt == 1 else None
    asked = problem.retry_after if isinstance(problem, RateLimited | ServiceFailed) else None
    wait = float(2 ** (attempt - 1)) if asked is None else asked
    return wait if wait <= LONGEST_WAIT else None
