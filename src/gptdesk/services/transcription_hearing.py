"""The pieces of one recording being heard: several at once, each kept as soon as it is there."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

from gptdesk.domain.events import ParameterDropped, RetryScheduled
from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerEmpty,
    AnswerIncomplete,
    ContentRefused,
    EngineCrashed,
    Problem,
    RequestRefused,
    RequestTooLarge,
)
from gptdesk.domain.transcription import (
    CostNoted,
    Heard,
    JobSettled,
    JobState,
    Piece,
    PieceChanged,
    PieceState,
    Segment,
    SegmentsArrived,
    TextArrived,
    TranscriptionEvent,
    TranscriptionJob,
)
from gptdesk.domain.transcription_ports import PieceShelf, TranscriptionStore
from gptdesk.services.transcription_orders import segments_of
from gptdesk.services.transcription_parts import Part, fits, parts_of, together
from gptdesk.services.transcription_reading import name_of
from gptdesk.services.transcription_seams import Seams
from gptdesk.services.transcription_speakers import Speakers
from gptdesk.services.turn import TRIES, seconds_to_wait

Hearing = AsyncGenerator["TextArrived | Heard | ParameterDropped", None]

ONLY_THIS_PIECE = (
    AnswerBroken,
    AnswerEmpty,
    AnswerIncomplete,
    ContentRefused,
    RequestRefused,
    RequestTooLarge,
)
"""What is wrong with one piece need not be wrong with the next."""
MOST_FAILURES = 3
"""So many pieces in a row that fail tell that it is not the pieces."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the hearing of pieces needs. `listen` asks for one, with its file and known speakers.

    `cost` says what a piece cost, `note` keeps the record of it, `kind` is the file that is sent.
    A piece above `longest` seconds, which was cut for another model, is heard in parts.
    """

    store: TranscriptionStore
    shelf: PieceShelf
    listen: Callable[[Piece, Path, Speakers], Hearing]
    sleep: Callable[[float], Awaitable[None]]
    cost: Callable[[Piece, Heard], float | None]
    note: Callable[[Piece, Heard], Awaitable[None]]
    clock: Callable[[], float]
    measured: Callable[[float, float], None]
    kind: str = "wav"
    side_by_side: int = 1
    longest: float = math.inf


class Listening:
    """Hears what is put in, in order, and keeps it. Cancelling keeps every finished piece.

    After a failure that others would meet as well nothing new is begun; what runs is finished.
    """

    def __init__(self, job: TranscriptionJob, desk: Desk) -> None:
        self._job = job
        self._desk = desk
        self._pieces: dict[int, Piece] = {piece.position: piece for piece in job.pieces}
        self._seams = Seams(job)
        self._events: asyncio.Queue[TranscriptionEvent | None] = asyncio.Queue()
        self._waiting: asyncio.PriorityQueue[tuple[int, Piece | None]] = asyncio.PriorityQueue()
        self._speakers = Speakers(desk.shelf, job)
        self._problem: Problem | None = None
        self._is_over = False
        self._failures = 0
        self._cost = job.cost
        self._paid = any(piece.state is PieceState.READY for piece in job.pieces)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self._pieces[position] for position in sorted(self._pieces))

    def put(self, piece: Piece) -> None:
        """Another piece, with its sound on the shelf unless nobody speaks in it."""
        self._pieces[piece.position] = piece
        if not piece.is_settled:
            self._waiting.put_nowait((piece.position, piece))

    def tell(self, event: TranscriptionEvent) -> None:
        self._events.put_nowait(event)

    async def run(
        self, source: Callable[[], Awaitable[None]]
    ) -> AsyncGenerator[TranscriptionEvent, None]:
        """Yield what happens while `source` puts pieces in, last of all the settled job.

        Raises the Problem there was.
        """
        tasks = [asyncio.create_task(self._fill(source))]
        tasks += [asyncio.create_task(self._work()) for _ in range(self._desk.side_by_side)]
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
            await self._desk.store.set_state(self._job.id, JobState.STOPPED)
            raise
        finally:
            await _ended(tasks)
        yield JobSettled(await self._settle())
        if self._problem is not None:
            raise self._problem

    async def _settle(self) -> TranscriptionJob:
        code = self._problem.code if self._problem is not None else ""
        state = JobState.FAILED if code else JobState.DONE
        await self._desk.store.set_state(self._job.id, state, code)
        if state is JobState.DONE:
            await self._desk.shelf.clear(self._job.id)
        return await self._desk.store.job(self._job.id)

    async def _fill(self, source: Callable[[], Awaitable[None]]) -> None:
        try:
            await source()
        except Problem as problem:
            self._fail(problem)
        finally:
            for number in range(self._desk.side_by_side):
                self._waiting.put_nowait((1 << 40 | number, None))
            self._events.put_nowait(None)

    async def _work(self) -> None:
        try:
            while (piece := (await self._waiting.get())[1]) is not None:
                if self._is_over:
                    continue
                try:
                    await self._hear(piece)
                    self._failures = 0
                except Problem as problem:
                    await self._fail_piece(piece, problem)
        finally:
            self._events.put_nowait(None)

    async def _fail_piece(self, piece: Piece, problem: Problem) -> None:
        self._failures += 1
        is_alone = isinstance(problem, ONLY_THIS_PIECE) and self._failures < MOST_FAILURES
        self._problem = self._problem or problem
        self._is_over = self._is_over or not is_alone
        failed = replace(piece, state=PieceState.FAILED, problem=problem.code)
        self._change(failed)
        await self._desk.store.set_piece(self._job.id, failed)

    def _fail(self, problem: Problem) -> None:
        self._problem = self._problem or problem
        self._is_over = True

    async def _hear(self, piece: Piece) -> None:
        self._change(replace(piece, state=PieceState.SENDING, problem=""))
        answers: list[Heard] = []
        segments: list[Segment] = []
        for part in await self._parts(piece):
            heard, found = await self._hear_part(part)
            answers.append(heard)
            segments += found
        known, speakers = await self._speakers.known(piece, name_of(piece), segments)
        await self._keep(piece, together(answers), known, speakers)

    async def _parts(self, piece: Piece) -> list[Part]:
        name = name_of(piece)
        if fits(piece, self._desk.longest):
            loudness = await self._desk.shelf.loudness(self._job.id, name)
            return [Part(piece, name, loudness=loudness)]
        samples = await self._desk.shelf.samples(self._job.id, name)
        return list(parts_of(piece, samples, self._desk.longest))

    async def _hear_part(self, part: Part) -> tuple[Heard, tuple[Segment, ...]]:
        if part.samples is not None:
            await self._desk.shelf.keep(self._job.id, part.name, part.samples)
        sound = await self._desk.shelf.encoded(self._job.id, part.name, self._desk.kind)
        begun = self._desk.clock()
        heard = await self._heard(part.piece, sound)
        self._desk.measured(part.piece.end - part.piece.start, self._desk.clock() - begun)
        if part.samples is not None:
            await self._desk.shelf.forget(self._job.id, part.name)
        return heard, await asyncio.to_thread(segments_of, heard, part.piece, part.loudness)

    async def _keep(
        self, piece: Piece, heard: Heard, segments: Sequence[Segment], speakers: dict[str, str]
    ) -> None:
        """From the first line on it is never sent again."""
        ready = replace(piece, state=PieceState.READY, problem="")
        amount = self._desk.cost(piece, heard)
        kept = await self._desk.store.keep_heard(
            self._job.id, ready, segments, heard.language, amount
        )
        self._seams.put(piece.position, kept)
        self._change(ready)
        self.tell(SegmentsArrived(piece.position, kept, speakers, heard.language))
        await self._desk.note(piece, heard)
        if speakers:
            await self._desk.store.save_speakers(self._job.id, self._speakers.names)
        await self._stitch(piece.position)
        self._add_cost(amount)
        self.tell(CostNoted(self._cost))
        await self._desk.shelf.forget(self._job.id, name_of(piece))

    def _add_cost(self, amount: float | None) -> None:
        before = self._cost if self._paid else 0.0
        self._cost = None if before is None or amount is None else before + amount
        self._paid = True

    async def _stitch(self, position: int) -> None:
        for amended in self._seams.stitch(position, self._pieces):
            await self._desk.store.amend(self._job.id, amended.changed)
            self.tell(SegmentsArrived(amended.position, amended.segments))

    async def _heard(self, piece: Piece, sound: Path) -> Heard:
        for attempt in range(1, TRIES):
            try:
                return await self._attempt(piece, sound)
            except Problem as problem:
                wait = _seconds_to_wait(problem, attempt)
                if wait is None or self._is_over:
                    raise
                self.tell(RetryScheduled(wait, attempt + 1, problem.code))
            await self._desk.sleep(wait)
        return await self._attempt(piece, sound)

    async def _attempt(self, piece: Piece, sound: Path) -> Heard:
        heard: Heard | None = None
        async with aclosing(self._desk.listen(piece, sound, self._speakers)) as arriving:
            async for event in arriving:
                match event:
                    case Heard():
                        heard = event
                    case TextArrived(_, text):
                        self.tell(TextArrived(piece.position, text))
                    case _:
                        self.tell(event)
        if heard is None:
            raise AnswerIncomplete("nothing was heard")
        return heard

    def _change(self, piece: Piece) -> None:
        self._pieces[piece.position] = piece
        self.tell(PieceChanged(piece))


def _seconds_to_wait(problem: Problem, attempt: int) -> float | None:
    """Whatever may pass is tried again: only this one piece is at stake."""
    if isinstance(problem, EngineCrashed):
        return seconds_to_wait(problem, attempt)
    return seconds_to_wait(problem, attempt) if problem.can_retry else None


async def _ended(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
