"""The pieces of one text in the making: side by side, each kept as soon as it is whole."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from gptdesk.domain.events import ParameterDropped, RetryScheduled
from gptdesk.domain.problems import EngineCrashed, Problem
from gptdesk.domain.speech import (
    JobSettled,
    JobState,
    Piece,
    PieceChanged,
    PieceState,
    Sound,
    SpeechEvent,
    SpeechJob,
)
from gptdesk.domain.speech_ports import SoundShelf, SpeechStore
from gptdesk.services.turn import TRIES, seconds_to_wait

SpokenBytes = AsyncGenerator["bytes | ParameterDropped", None]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the making of pieces needs. `speak` asks for one, `side_by_side` says how many at once.

    `note` is told of each sound that was made, so that its cost is known.
    """

    store: SpeechStore
    shelf: SoundShelf
    speak: Callable[[Piece], SpokenBytes]
    sleep: Callable[[float], Awaitable[None]]
    side_by_side: int
    note: Callable[[Piece, Sound], Awaitable[None]]


class Making:
    """Makes what is missing of a job. After a failure nothing new is begun, what runs is finished.

    Cancelling keeps every piece that is whole.
    """

    def __init__(self, job: SpeechJob, workshop: Workshop) -> None:
        self._job = job
        self._shop = workshop
        self._pieces = list(job.pieces)
        self._waiting = deque(piece for piece in job.pieces if not piece.is_settled)
        self._events: asyncio.Queue[SpeechEvent | None] = asyncio.Queue()
        self._locks: dict[str, asyncio.Lock] = {}
        self._problem: Problem | None = None

    async def run(self) -> AsyncGenerator[SpeechEvent, None]:
        """Yield what happens, last of all the settled job; raise the Problem there was."""
        workers = [asyncio.create_task(self._work()) for _ in range(self._shop.side_by_side)]
        try:
            running = len(workers)
            while running:
                event = await self._events.get()
                if event is None:
                    running -= 1
                else:
                    yield event
            await asyncio.gather(*workers)
        except (asyncio.CancelledError, GeneratorExit):
            await _ended(workers)
            await self._shop.store.set_state(self._job.id, JobState.STOPPED)
            raise
        finally:
            await _ended(workers)
        yield JobSettled(await self._settle())
        if self._problem is not None:
            raise self._problem

    async def _settle(self) -> SpeechJob:
        code = self._problem.code if self._problem is not None else ""
        state = JobState.FAILED if code else JobState.DONE
        await self._shop.store.set_state(self._job.id, state, code)
        return replace(self._job, pieces=tuple(self._pieces), state=state, problem=code)

    async def _work(self) -> None:
        try:
            while self._waiting and self._problem is None:
                piece = self._waiting.popleft()
                try:
                    await self._make(piece)
                except Problem as problem:
                    self._problem = self._problem or problem
                    self._change(replace(piece, state=PieceState.FAILED))
        finally:
            self._events.put_nowait(None)

    async def _make(self, piece: Piece) -> None:
        async with self._locks.setdefault(piece.key, asyncio.Lock()):
            sound = await self._shop.shelf.find(piece.key)
            if sound is None:
                self._change(replace(piece, state=PieceState.MAKING))
                sound = await self._made(piece)
        self._change(replace(piece, state=PieceState.READY, sound=sound))

    async def _made(self, piece: Piece) -> Sound:
        for attempt in range(1, TRIES):
            try:
                return await self._attempt(piece)
            except Problem as problem:
                wait = _seconds_to_wait(problem, attempt)
                if wait is None or self._problem is not None:
                    raise
                self._events.put_nowait(RetryScheduled(wait, attempt + 1, problem.code))
            await self._shop.sleep(wait)
        return await self._attempt(piece)

    async def _attempt(self, piece: Piece) -> Sound:
        async with (
            self._shop.shelf.draft(piece.key) as draft,
            aclosing(self._shop.speak(piece)) as arriving,
        ):
            async for data in arriving:
                if isinstance(data, ParameterDropped):
                    self._events.put_nowait(data)
                else:
                    await draft.add(data)
            sound = await draft.finish()
        await self._shop.note(piece, sound)
        return sound

    def _change(self, piece: Piece) -> None:
        self._pieces[piece.position] = piece
        self._events.put_nowait(PieceChanged(piece))


def _seconds_to_wait(problem: Problem, attempt: int) -> float | None:
    """Whatever may pass is tried again: only this one piece is at stake."""
    if isinstance(problem, EngineCrashed):
        return seconds_to_wait(problem, attempt)
    return seconds_to_wait(problem, attempt) if problem.can_retry else None


async def _ended(workers: Sequence[asyncio.Task[None]]) -> None:
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
