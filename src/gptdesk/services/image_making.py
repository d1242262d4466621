"""One job: kept, queued, made, watched, and settled whatever happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, aclosing
from dataclasses import dataclass, field, replace
from uuid import uuid4

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.costs import Usage
from gptdesk.domain.events import ParameterDropped, RetryScheduled
from gptdesk.domain.image_ports import (
    ImageArrival,
    ImageJobStore,
    ImagesPaid,
    PartialArrived,
    PictureArrived,
    PictureFitting,
    PictureStore,
)
from gptdesk.domain.images import (
    ImageEvent,
    ImageJob,
    ImageOrder,
    JobQueued,
    JobSettled,
    JobStarted,
    JobState,
    Origin,
    Partial,
    PartialShown,
    PictureFinished,
    PictureRecord,
)
from gptdesk.domain.problems import AnswerBroken, Bug, Problem, RateLimited, ServiceFailed
from gptdesk.services.image_turns import Turns
from gptdesk.services.turn import TRIES, seconds_to_wait

Arriving = AsyncGenerator[ImageArrival, None]


@dataclass(frozen=True, slots=True)
class Studio:
    """What the making of pictures needs from around it."""

    store: PictureStore
    jobs: ImageJobStore
    fitting: PictureFitting
    turns: Turns
    now: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Sitting:
    """The pictures of one request as they come, and what was really asked of whom."""

    arriving: Arriving
    order: ImageOrder
    service: str = ""
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Commission:
    """How one order is carried out: whom to ask, and how it is paid."""

    order: ImageOrder
    ask: Callable[[ImageOrder], AbstractAsyncContextManager[Sitting]]
    pay: Callable[[ImageOrder, ImagesPaid | None, int], Awaitable[float | None]]


@dataclass(slots=True)
class Unsaved:
    """Pictures that were paid for and that the disk did not take."""

    pictures: list[tuple[PictureRecord, bytes]] = field(default_factory=list)
    problem: Problem | None = None


class Making:
    """Carries out one order. `stop` ends it and lets its last event come."""

    def __init__(self, studio: Studio, commission: Commission) -> None:
        self._studio = studio
        self._commission = commission
        self.job = ImageJob(commission.order, studio.now())
        self.unsaved = Unsaved()
        self._events: asyncio.Queue[ImageEvent | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._is_stopping = False
        self._sitting: Sitting | None = None
        self._partial: bytes = b""
        self._paid: ImagesPaid | None = None
        self._arrived = 0

    async def events(self) -> AsyncGenerator[ImageEvent, None]:
        """All of them, JobSettled last. Whatever ends the iteration ends the job."""
        self._task = asyncio.create_task(self._run())
        self._task.add_done_callback(lambda _: self._events.put_nowait(None))
        try:
            while (event := await self._events.get()) is not None:
                yield event
            if not self.job.is_over:  # stopped before its first step
                yield JobSettled(replace(self.job, state=JobState.STOPPED))
            await asyncio.gather(self._task, return_exceptions=self._is_stopping)
        finally:
            if not self._is_stopping:
                self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def stop(self) -> None:
        if self._task is not None and not self._is_stopping and not self.job.is_over:
            self._is_stopping = True
            self._task.cancel()

    async def _run(self) -> None:
        try:
            await self._studio.jobs.create(self.job)
            self._tell(JobQueued(self.job))
            line = self._commission.order.settings.connection_id
            async with self._studio.turns.turn(line, self._on_moved):
                await self._make()
        except Problem as problem:
            await self._settle(JobState.FAILED, problem)
        except asyncio.CancelledError:
            await self._settle(JobState.STOPPED)
            raise
        except Exception as error:
            await self._settle(JobState.FAILED, Bug(f"{type(error).__name__}: {error}"))
            raise
        else:
            await self._settle(JobState.DONE)

    async def _make(self) -> None:
        self.job = replace(self.job, state=JobState.RUNNING, before=0, started=self._studio.now())
        await self._studio.jobs.set_state(self.job.id, JobState.RUNNING)
        self._tell(JobStarted(self.job))
        for attempt in range(1, TRIES + 1):
            try:
                await self._attempt()
                break
            except (RateLimited, ServiceFailed) as problem:
                wait = seconds_to_wait(problem, attempt)
                if self._partial or self._arrived or wait is None or attempt == TRIES:
                    raise
                code = problem.code
            self._tell(RetryScheduled(wait, attempt + 1, code))
            await self._studio.sleep(wait)
        if self.unsaved.problem is not None:
            raise self.unsaved.problem

    async def _attempt(self) -> None:
        order = self._commission.order
        async with self._commission.ask(order) as sitting, aclosing(sitting.arriving):
            self._sitting = sitting
            async for arrival in sitting.arriving:
                await self._take(arrival)

    async def _take(self, arrival: ImageArrival) -> None:
        match arrival:
            case PartialArrived(index, data):
                self._partial = data
                of = max(self.job.order.settings.partials, index + 1)
                self._tell(PartialShown(self.job.id, Partial(index + 1, of, data)))
            case PictureArrived(data, revised):
                self._arrived += 1
                self._partial = b""
                await self._keep(await self._studio.fitting.looked_at(data), revised)
            case ImagesPaid():
                self._paid = _together(self._paid, arrival)
            case ParameterDropped():
                self._tell(arrival)

    async def _keep(
        self, picture: PreparedPicture, revised: str = "", *, is_unfinished: bool = False
    ) -> None:
        """On the disk at once; what it does not take is held until it does."""
        record = self._record(picture, revised, is_unfinished)
        try:
            await self._studio.store.add(record, picture.data)
        except Problem as problem:
            self.unsaved.pictures.append((record, picture.data))
            self.unsaved.problem = problem
            return
        self._show(record)

    def _show(self, record: PictureRecord) -> None:
        self.job = replace(self.job, pictures=(*self.job.pictures, record))
        self._tell(PictureFinished(self.job.id, record))

    def _record(self, picture: PreparedPicture, revised: str, is_unfinished: bool) -> PictureRecord:
        assert self._sitting is not None
        sitting, now = self._sitting, self._studio.now()
        order = sitting.order
        return PictureRecord(
            uuid4().hex,
            picture.attachment(),
            now,
            Origin.PRACTICE if order.settings.is_practice else Origin.MODEL,
            order.way,
            order.prompt,
            revised,
            order.settings,
            sitting.service,
            0.0 if sitting.is_free else None,
            sitting.is_free,
            max(0.0, now - (self.job.started or now)),
            is_unfinished=is_unfinished,
            parents=tuple(dict.fromkeys(one.picture for one in order.references if one.picture)),
            job_id=order.id,
            mask=order.mask,
        )

    async def _settle(self, state: JobState, problem: Problem | None = None) -> None:
        """Keep what had formed, pay, and write down how it ended."""
        try:
            if self._partial and not self._arrived:
                await self._keep_unfinished()
            await self._pay()
            code = problem.code if problem is not None else ""
            await self._studio.jobs.set_state(self.job.id, state, code)
        except Problem as trouble:
            if problem is None and state is JobState.DONE:
                state, problem = JobState.FAILED, trouble
        code = problem.code if problem is not None else ""
        self.job = replace(self.job, state=state, problem=problem, problem_code=code)
        self._tell(JobSettled(self.job))

    async def _keep_unfinished(self) -> None:
        try:
            picture = await self._studio.fitting.looked_at(self._partial)
        except AnswerBroken:
            return
        await self._keep(picture, is_unfinished=True)

    async def _pay(self) -> None:
        """Each picture bears its share; also one that never became whole may be billed."""
        count = self._arrived or (1 if self._partial else 0)
        if not count or self._sitting is None or self._sitting.is_free:
            return
        amount = await self._commission.pay(self._sitting.order, self._paid, count)
        share = None if amount is None else amount / count
        ids = [record.id for record in self.job.pictures]
        await self._studio.store.set_cost(ids, share)
        paid = tuple(replace(record, cost=share) for record in self.job.pictures)
        self.job = replace(self.job, pictures=paid)
        self.unsaved.pictures = [
            (replace(record, cost=share), data) for record, data in self.unsaved.pictures
        ]

    def _on_moved(self, before: int) -> None:
        self.job = replace(self.job, before=before)
        self._tell(JobQueued(self.job))

    def _tell(self, event: ImageEvent) -> None:
        self._events.put_nowait(event)


def _together(one: ImagesPaid | None, other: ImagesPaid) -> ImagesPaid:
    """Several reports of one job are added up."""
    if one is None:
        return other
    a, b = one.usage, other.usage
    usage = Usage(
        (a.input_tokens or 0) + (b.input_tokens or 0),
        (a.output_tokens or 0) + (b.output_tokens or 0),
        a.cached_tokens + b.cached_tokens,
        picture_input=a.picture_input + b.picture_input,
        picture_output=a.picture_output + b.picture_output,
    )
    return replace(other, usage=usage, beside=(*one.beside, *other.beside))
