"""Jobs on their way: each has its own state, and none is in the way of another."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from gptdesk.domain.events import ParameterDropped, RetryScheduled
from gptdesk.domain.images import (
    ImageJob,
    ImageOrder,
    JobQueued,
    JobSettled,
    JobStarted,
    JobState,
    PartialShown,
    PictureFinished,
    PictureRecord,
)
from gptdesk.runtime.shown_pictures import shown

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.images import ImageWork

TICK_MS = 1000


@dataclass(frozen=True, slots=True)
class LiveJob:
    """A job with what can be seen of it. `began` is a moment of the monotonic clock."""

    job: ImageJob
    partial: int = 0
    partials: int = 0
    image: QImage | None = None
    began: float = 0.0

    @property
    def id(self) -> str:
        return self.job.id

    @property
    def is_running(self) -> bool:
        return self.job.state in (JobState.QUEUED, JobState.RUNNING)


class Maker(QObject):
    """Submits orders and follows them.

    Signals:
        changed: the id of a job that is another now.
        arrived: a PictureRecord that was just finished.
        settled: an ImageJob that is over.
        told: something on the way that is worth a line: an event.
        ticked: a second has gone by while something runs.
    """

    changed = Signal(str)
    arrived = Signal(object)
    settled = Signal(object)
    told = Signal(object)
    ticked = Signal()

    def __init__(
        self,
        calls: Calls,
        work: ImageWork,
        parent: QObject,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._work = work
        self._clock = clock
        self._jobs: dict[str, LiveJob] = {}
        self._operations: dict[str, Operation] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def jobs(self) -> tuple[LiveJob, ...]:
        """The newest first."""
        return tuple(reversed(self._jobs.values()))

    @property
    def running(self) -> tuple[LiveJob, ...]:
        return tuple(job for job in self.jobs if job.is_running)

    def job(self, job_id: str) -> LiveJob | None:
        return self._jobs.get(job_id)

    def seconds(self, job: LiveJob) -> float:
        """How long it has been under way."""
        return self._clock() - job.began if job.began else 0.0

    def make(self, order: ImageOrder) -> str:
        """Begin it, and give the id of its job."""
        order = self._work.again(order)
        self._jobs[order.id] = LiveJob(ImageJob(order, time.time()))
        events = self._work.submit(order)
        operation = self._calls.stream(events, self._on_events, lambda _problem: None)
        if operation is not None:
            self._operations[order.id] = operation
            operation.finished.connect(lambda: self._operations.pop(order.id, None))
        self._timer.start()
        self.changed.emit(order.id)
        return order.id

    def stop(self, job_id: str) -> None:
        """What came is kept; the job says so itself."""
        self._calls.run(self._work.stop(job_id))

    def dismiss(self, job_id: str) -> None:
        """Put a job away that is over."""
        if self._jobs.pop(job_id, None) is not None:
            self._calls.run(self._work.dismiss(job_id))
            self.changed.emit(job_id)

    def show_open(self, jobs: tuple[ImageJob, ...]) -> None:
        """Jobs that did not end well, from the time before."""
        for job in reversed(jobs):
            if job.id not in self._jobs:
                self._jobs[job.id] = LiveJob(job)
        if jobs:
            self.changed.emit(jobs[0].id)

    def shutdown(self) -> None:
        self._timer.stop()
        for operation in tuple(self._operations.values()):
            operation.cancel()
        self._operations.clear()

    def _on_events(self, operation: Operation, events: list[Any]) -> None:
        for event in events:
            self._take(event)

    def _take(self, event: object) -> None:
        match event:
            case JobQueued(job) | JobStarted(job):
                self._update(job)
            case PartialShown(job_id, partial):
                self._on_partial(job_id, partial.number, partial.of, partial.data)
            case PictureFinished(job_id, picture):
                self._on_picture(job_id, picture)
            case JobSettled(job):
                self._on_settled(job)
            case ParameterDropped() | RetryScheduled():
                self.told.emit(event)

    def _update(self, job: ImageJob) -> None:
        known = self._jobs.get(job.id) or LiveJob(job)
        is_started = job.state is JobState.RUNNING and not known.began
        began = self._clock() if is_started else known.began
        self._jobs[job.id] = replace(known, job=job, began=began)
        self.changed.emit(job.id)

    def _on_partial(self, job_id: str, number: int, of: int, data: bytes) -> None:
        known = self._jobs.get(job_id)
        if known is None:
            return
        self._jobs[job_id] = replace(known, partial=number, partials=of)
        self._calls.run(shown(data, ""), lambda image: self._on_image(job_id, image))
        self.changed.emit(job_id)

    def _on_image(self, job_id: str, image: QImage) -> None:
        known = self._jobs.get(job_id)
        if known is not None and not image.isNull():
            self._jobs[job_id] = replace(known, image=image)
            self.changed.emit(job_id)

    def _on_picture(self, job_id: str, picture: PictureRecord) -> None:
        known = self._jobs.get(job_id)
        if known is not None:
            job = replace(known.job, pictures=(*known.job.pictures, picture))
            self._jobs[job_id] = replace(known, job=job, image=None, partial=0)
        self.arrived.emit(picture)

    def _on_settled(self, job: ImageJob) -> None:
        known = self._jobs.get(job.id)
        if job.state is JobState.DONE or (job.state is JobState.STOPPED and job.pictures):
            self._jobs.pop(job.id, None)
        elif job.state is JobState.STOPPED:
            self._jobs.pop(job.id, None)
            self._calls.run(self._work.dismiss(job.id))
        elif known is not None:
            self._jobs[job.id] = replace(known, job=job)
        if not self.running:
            self._timer.stop()
        self.changed.emit(job.id)
        self.settled.emit(job)
