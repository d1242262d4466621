"""Writing down a recording while it is made: in pieces, and whatever the network does."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any

from gptdesk.domain.live_cutting import LiveCutter, Pace
from gptdesk.domain.problems import Problem
from gptdesk.domain.sound import SAMPLE_BYTES, SPEECH_RATE
from gptdesk.domain.transcription import (
    JobSettled,
    JobStarted,
    JobState,
    Piece,
    PieceChanged,
    PiecesCut,
    PieceState,
    TranscriptionEvent,
    TranscriptionJob,
)
from gptdesk.domain.transcription_ports import TranscriptionStore

SendPiece = Callable[[TranscriptionJob, Piece], AsyncGenerator[TranscriptionEvent, None]]
"""Asks for one piece and keeps what was heard; raises the Problem there was."""

FIRST_WAIT, LONGEST_WAIT = 2.0, 30.0
LAST_TRIES = 3
"""How often a piece is tried again once nothing more is recorded."""


@dataclass(frozen=True, slots=True)
class LiveWork:
    """What listening along needs. `side_by_side` says how many pieces are sent at once."""

    store: TranscriptionStore
    send: SendPiece
    side_by_side: int = 1
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    pace: Pace | None = None


class Listening:
    """One recording that is written down while it is made.

    A piece that fails is tried again later, and those after it wait meanwhile: a service that is
    down is not asked for each of them. What cannot succeed by waiting is tried once more when the
    recording has ended. Nothing of this ever touches the recording.
    """

    def __init__(self, job: TranscriptionJob, work: LiveWork) -> None:
        self._job = job
        self._work = work
        self._cutter = LiveCutter(pace=work.pace)
        self._pieces: list[Piece] = []
        self._waiting: deque[Piece] = deque()
        self._events: asyncio.Queue[TranscriptionEvent | None] = asyncio.Queue()
        self._woken = asyncio.Condition()
        self._length = 0
        self._cut_to_the_end = asyncio.Event()
        self._is_resting = False
        self._failures = 0
        self._tries: Counter[int] = Counter()
        self._problem: Problem | None = None
        self._broken: Problem | None = None

    async def run(self, samples: AsyncIterable[bytes]) -> AsyncGenerator[TranscriptionEvent, None]:
        """Yield what happens, last of all the settled job; raise the Problem that remained."""
        yield JobStarted(self._job)
        workers = [asyncio.create_task(self._cut(samples))]
        workers += [asyncio.create_task(self._send_all()) for _ in range(self._work.side_by_side)]
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
            await self._stop()
            raise
        finally:
            await _ended(workers)
        yield JobSettled(await self._settle())
        if (problem := self._remaining) is not None:
            raise problem

    @property
    def _remaining(self) -> Problem | None:
        """Why it is not complete: pieces that failed, or a disk that took no more."""
        return self._problem or self._broken

    @property
    def _seconds(self) -> float:
        return self._length / SAMPLE_BYTES / SPEECH_RATE

    # Cutting

    async def _cut(self, samples: AsyncIterable[bytes]) -> None:
        try:
            async for pcm in samples:
                self._length += len(pcm)
                for piece in self._cutter.feed(pcm):
                    await self._add(piece)
            for piece in self._cutter.finish(self._seconds):
                await self._add(piece)
        except Problem as problem:
            self._broken = problem
        finally:
            self._cut_to_the_end.set()
            self._failures = 0
            await self._wake()
            self._events.put_nowait(None)

    async def _add(self, piece: Piece) -> None:
        """A piece is on disk before it is sent."""
        await self._work.store.set_piece(self._job.id, piece)
        self._pieces.append(piece)
        if piece.state is PieceState.WAITING:
            self._waiting.append(piece)
        self._events.put_nowait(PiecesCut(tuple(self._pieces), self._seconds))
        await self._wake()

    async def _wake(self) -> None:
        async with self._woken:
            self._woken.notify_all()

    # Sending

    async def _send_all(self) -> None:
        try:
            while (piece := await self._next()) is not None:
                try:
                    await self._send(piece)
                except Problem as problem:
                    await self._put_back(piece, problem)
                else:
                    self._failures, self._problem = 0, None
        finally:
            self._events.put_nowait(None)

    async def _next(self) -> Piece | None:
        """The next piece to be sent; None when there will be no more, or no more sense in it."""
        async with self._woken:
            await self._woken.wait_for(self._can_go_on)
            return self._waiting.popleft() if self._waiting and not self._has_given_up else None

    def _can_go_on(self) -> bool:
        if self._is_cut:
            return self._has_given_up or not self._is_resting
        return bool(self._waiting) and not self._is_resting and not self._is_refused

    @property
    def _is_cut(self) -> bool:
        return self._cut_to_the_end.is_set()

    @property
    def _is_refused(self) -> bool:
        return self._problem is not None and not self._problem.can_retry

    @property
    def _has_given_up(self) -> bool:
        return self._is_cut and self._failures >= LAST_TRIES

    async def _send(self, piece: Piece) -> None:
        self._change(replace(piece, state=PieceState.SENDING))
        async with aclosing(self._work.send(self._job, piece)) as events:
            async for event in events:
                if isinstance(event, PieceChanged):
                    self._pieces[piece.position] = event.piece
                self._events.put_nowait(event)
        self._change(replace(piece, state=PieceState.READY))

    async def _put_back(self, piece: Piece, problem: Problem) -> None:
        """A piece that fails again and again lets the others pass."""
        failed = replace(piece, state=PieceState.FAILED, problem=problem.code)
        await self._work.store.set_piece(self._job.id, failed)
        self._change(failed)
        self._tries[piece.position] += 1
        if self._tries[piece.position] < LAST_TRIES:
            self._waiting.appendleft(piece)
        else:
            self._waiting.append(piece)
        self._problem = problem
        self._failures += 1 if problem.can_retry else LAST_TRIES
        if not self._has_given_up and not self._is_refused:
            await self._rest(min(LONGEST_WAIT, FIRST_WAIT * 2 ** (self._failures - 1)))
        await self._wake()

    async def _rest(self, seconds: float) -> None:
        """Nobody asks for anything meanwhile. The end of the recording ends it."""
        self._is_resting = True
        waits = [asyncio.ensure_future(self._work.sleep(seconds))]
        if not self._is_cut:
            waits.append(asyncio.ensure_future(self._cut_to_the_end.wait()))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._is_resting = False
            await _ended(waits)

    def _change(self, piece: Piece) -> None:
        if self._pieces[piece.position] != piece:
            self._pieces[piece.position] = piece
            self._events.put_nowait(PieceChanged(piece))

    # The end

    async def _settle(self) -> TranscriptionJob:
        store, job_id = self._work.store, self._job.id
        await store.set_pieces(job_id, self._pieces, self._seconds)
        problem = self._remaining.code if self._remaining is not None else ""
        await store.set_state(job_id, JobState.FAILED if problem else JobState.DONE, problem)
        return await store.job(job_id)

    async def _stop(self) -> None:
        """Cancelled: what was on the way waits, and what was not cut yet is cut by `rest_of`."""
        pieces = [
            replace(piece, state=PieceState.WAITING) if piece.state is PieceState.SENDING else piece
            for piece in self._pieces
        ]
        await self._work.store.set_pieces(self._job.id, pieces, self._seconds)
        await self._work.store.set_state(self._job.id, JobState.STOPPED)


async def rest_of(
    job: TranscriptionJob, seconds: float, samples: AsyncIterable[bytes], pace: Pace | None = None
) -> tuple[Piece, ...]:
    """The pieces of a recording that the app was ended in, or that was stopped.

    `seconds` is how long it turned out to be, `samples` are those after the last piece.
    """
    start = job.pieces[-1].end if job.pieces else 0.0
    cutter = LiveCutter(start=start, position=len(job.pieces), pace=pace)
    found = list(job.pieces)
    async for pcm in samples:
        found += cutter.feed(pcm)
    found += cutter.finish(seconds)
    return tuple(found)


async def _ended(workers: Sequence[asyncio.Future[Any]]) -> None:
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
