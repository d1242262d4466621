"""Writing down a recording while it is made: in pieces, and whatever the network does."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any, Protocol

from gptdesk.domain.evening import evened
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
from gptdesk.domain.transcription_ports import PieceShelf, TranscriptionStore
from gptdesk.services.transcription_reading import name_of

SECOND = SPEECH_RATE * SAMPLE_BYTES
FIRST_WAIT, LONGEST_WAIT = 2.0, 30.0
TRIES = 3
"""How often one piece is tried before the others go on without it, and at the end in all."""


class Hearing(Protocol):
    """Sends the pieces that are put into it and keeps what was heard; a failure ends it."""

    def put(self, piece: Piece) -> None: ...

    def run(
        self, source: Callable[[], Awaitable[None]]
    ) -> AsyncGenerator[TranscriptionEvent, None]: ...


@dataclass(frozen=True, slots=True)
class LiveWork:
    """What listening along needs. `hearing` finds the sound of pieces on the shelf."""

    store: TranscriptionStore
    shelf: PieceShelf
    hearing: Callable[[TranscriptionJob], Awaitable[Hearing]]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    pace: Pace | None = None


class LiveTranscription:
    """One recording that is written down while it is made.

    After a failure what was recorded meanwhile is kept in pieces, and all of it is asked for again
    later. What cannot succeed by waiting is tried once more when the recording has ended. Nothing
    of this ever touches the recording.
    """

    def __init__(self, job: TranscriptionJob, work: LiveWork) -> None:
        self._job = job
        self._work = work
        self._slicer = LiveSlicer(work.pace)
        self._pieces: list[Piece] = []
        self._changed = asyncio.Event()
        self._events: asyncio.Queue[TranscriptionEvent | None] = asyncio.Queue()
        self._is_recorded = asyncio.Event()
        self._tries: Counter[int] = Counter()
        self._failures = self._waits = 0
        self._has_failed = False
        self._problem: Problem | None = None
        self._broken: Problem | None = None

    async def run(self, samples: AsyncIterable[bytes]) -> AsyncGenerator[TranscriptionEvent, None]:
        """Yield what happens, last of all the settled job; raise the Problem that remained."""
        yield JobStarted(self._job)
        tasks = [asyncio.create_task(self._cut(samples)), asyncio.create_task(self._hear())]
        try:
            running = len(tasks)
            while running:
                event = await self._events.get()
                if event is None:
                    running -= 1
                else:
                    yield event
            await asyncio.gather(*tasks)
        except (asyncio.CancelledError, GeneratorExit):
            await _ended(tasks)
            await self._work.store.set_state(self._job.id, JobState.STOPPED)
            raise
        finally:
            await _ended(tasks)
        yield JobSettled(await self._settle())
        if (problem := self._remaining) is not None:
            raise problem

    # Cutting

    async def _cut(self, samples: AsyncIterable[bytes]) -> None:
        try:
            async for pcm in samples:
                for piece, sound in self._slicer.add(pcm):
                    await self._add(piece, sound)
            for piece, sound in self._slicer.end():
                await self._add(piece, sound)
            await self._work.store.set_pieces(self._job.id, self._pieces, self._slicer.seconds)
        except Problem as problem:
            self._broken = problem
        finally:
            self._is_recorded.set()
            self._changed.set()
            self._events.put_nowait(None)

    async def _add(self, piece: Piece, sound: bytes) -> None:
        """A piece and its sound are on disk before it is sent."""
        if piece.state is PieceState.WAITING:
            if self._job.settings.even_loudness:
                sound = await asyncio.to_thread(evened, sound)
            await self._work.shelf.keep(self._job.id, name_of(piece), sound)
        await self._work.store.set_piece(self._job.id, piece)
        self._pieces.append(piece)
        self._events.put_nowait(PiecesCut(tuple(self._pieces), self._slicer.seconds))
        self._changed.set()

    # Hearing

    async def _hear(self) -> None:
        """Ask for pieces as they come; after a failure wait, and ask for all that is missing."""
        try:
            while not await self._has_heard_all():
                if self._failures >= TRIES:
                    return
                await self._rest()
        finally:
            self._events.put_nowait(None)

    async def _has_heard_all(self) -> bool:
        """One go at it; false if it ended in a failure."""
        is_last = self._is_recorded.is_set()
        await self._work.store.set_state(self._job.id, JobState.WORKING)
        try:
            hearing = await self._work.hearing(await self._work.store.job(self._job.id))
            async with aclosing(hearing.run(lambda: self._feed(hearing))) as events:
                async for event in events:
                    self._pass_on(event)
        except Problem as problem:
            self._problem = problem
            if is_last:
                self._failures += 1 if problem.can_retry else TRIES
            return False
        self._problem = None
        return True

    async def _feed(self, hearing: Hearing) -> None:
        """Everything that is missing, and then what comes, until all is there or one failed."""
        self._has_failed = False
        given = 0
        left_out: list[Piece] = []
        while not self._has_failed:
            while given < len(self._pieces):
                piece = self._pieces[given]
                given += 1
                if self._tries[piece.position] >= TRIES and not self._is_recorded.is_set():
                    left_out.append(piece)
                elif not piece.is_settled:
                    hearing.put(replace(piece, state=PieceState.WAITING, problem=""))
            if self._is_recorded.is_set():
                break
            self._changed.clear()
            await self._changed.wait()
        for piece in left_out:
            hearing.put(replace(piece, state=PieceState.WAITING, problem=""))

    def _pass_on(self, event: TranscriptionEvent) -> None:
        if isinstance(event, JobStarted | JobSettled):
            return  # of this go; the job's own end is told once
        if isinstance(event, PieceChanged):
            piece = event.piece
            self._pieces[piece.position] = piece
            if piece.state is PieceState.READY:
                self._waits = 0
            elif piece.state is PieceState.FAILED:
                self._tries[piece.position] += 1
                self._has_failed = True
                self._changed.set()
        self._events.put_nowait(event)

    async def _rest(self) -> None:
        """Longer after each failure, at most until the recording ends."""
        waits: list[asyncio.Future[Any]] = []
        if not self._is_recorded.is_set():
            waits.append(asyncio.ensure_future(self._is_recorded.wait()))
        if self._problem is None or self._problem.can_retry:
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2**self._waits)
            waits.append(asyncio.ensure_future(self._work.sleep(wait)))
            self._waits = min(10, self._waits + 1)
        if not waits:
            return
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _ended(waits)

    @property
    def _remaining(self) -> Problem | None:
        """Why it is not complete: pieces that failed, or a disk that took no more."""
        return self._problem or self._broken

    async def _settle(self) -> TranscriptionJob:
        code = self._remaining.code if self._remaining is not None else ""
        state = JobState.FAILED if code else JobState.DONE
        await self._work.store.set_state(self._job.id, state, code)
        return await self._work.store.job(self._job.id)


class LiveSlicer:
    """Cuts samples as they come, and gives each piece with its sound.

    No more is kept than the piece that is being recorded.
    """

    def __init__(self, pace: Pace | None = None) -> None:
        self._cutter = LiveCutter(pace)
        self._overlap = (pace or Pace()).overlap
        self._kept = bytearray()
        self._kept_from = self._at = 0

    @property
    def seconds(self) -> float:
        return self._at / SECOND

    def add(self, pcm: bytes) -> list[tuple[Piece, bytes]]:
        self._at += len(pcm)
        self._kept += pcm
        return [self._with_sound(piece) for piece in self._cutter.feed(pcm)]

    def end(self) -> list[tuple[Piece, bytes]]:
        return [self._with_sound(piece) for piece in self._cutter.finish(self.seconds)]

    def _with_sound(self, piece: Piece) -> tuple[Piece, bytes]:
        start, end = _bytes(piece.start - piece.overlap), _bytes(piece.end)
        sound = bytes(self._kept[max(0, start - self._kept_from) : end - self._kept_from])
        needed = max(self._kept_from, _bytes(piece.end - self._overlap))
        del self._kept[: needed - self._kept_from]
        self._kept_from = needed
        return piece, sound


def _bytes(seconds: float) -> int:
    return max(0, round(seconds * SPEECH_RATE)) * SAMPLE_BYTES


async def _ended(tasks: Sequence[asyncio.Future[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
