"""The recordings that wait, are being written down, or are done; one is worked on at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.events import EngineStarting, ParameterDropped, RetryScheduled
from gptdesk.domain.transcription import (
    JobSettled,
    JobStarted,
    JobState,
    TextArrived,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.ui.transcription.dropping import recordings_of
from gptdesk.ui.transcription.presenting.joining import JobInHand

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.transcription import TranscriptionService

UNFINISHED = (JobState.QUEUED, JobState.STOPPED, JobState.FAILED)


class JobQueue(QObject):
    """Holds the jobs of the page in their order.

    Signals:
        listed: jobs came, went, or stand in another order.
        changed: the job with this id is further on.
        grew: only more text of a piece came for this job.
        began: this job is under way. ended: it is not any more; True if stopped by hand.
        emptied: everything that was asked for is done.
        failed: job id and Problem. refused: path and Problem: a file that cannot be taken.
        told: something on the way that is worth a line: an event.
    """

    listed = Signal()
    changed = Signal(str)
    grew = Signal(str)
    began = Signal(str)
    ended = Signal(str, bool)
    emptied = Signal()
    failed = Signal(str, object)
    refused = Signal(object, object)
    told = Signal(object)

    def __init__(self, calls: Calls, service: TranscriptionService, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._service = service
        self._jobs: dict[str, JobInHand] = {}
        self._order: list[str] = []
        self._operation: Operation | None = None
        self._running = ""
        self._wanted: list[str] = []

    @property
    def jobs(self) -> list[TranscriptionJob]:
        return [self._jobs[job_id].job for job_id in self._order]

    @property
    def running(self) -> str:
        """The id of the job that is being written down, or empty."""
        return self._running

    @property
    def waiting(self) -> list[TranscriptionJob]:
        """Jobs that can be begun or continued, in order."""
        return [job for job in self.jobs if job.state in UNFINISHED and job.id != self._running]

    def hand(self, job_id: str) -> JobInHand | None:
        return self._jobs.get(job_id)

    def job(self, job_id: str) -> TranscriptionJob | None:
        hand = self._jobs.get(job_id)
        return hand.job if hand is not None else None

    def add(self, paths: Sequence[Path], settings: TranscriptionSettings, title: str = "") -> None:
        """Take files in, and what is in folders; `title` if it is not that of the file."""
        self._calls.run(self._find(paths), partial(self._on_found, settings, title))

    def take(self, job: TranscriptionJob) -> None:
        """A job from the history, or a new one."""
        if job.id not in self._jobs:
            self._order.append(job.id)
        if job.id != self._running:
            self._jobs[job.id] = JobInHand(job)
        self.listed.emit()
        self.changed.emit(job.id)

    def remove(self, job_id: str) -> None:
        """Out of the queue; it stays in the history."""
        if job_id == self._running:
            self.stop()
        self._wanted = [one for one in self._wanted if one != job_id]
        if job_id in self._order:
            self._order.remove(job_id)
            if job_id != self._running:
                del self._jobs[job_id]
            self.listed.emit()

    def rename(self, job_id: str, title: str) -> None:
        """It has another title in the history."""
        if (hand := self._jobs.get(job_id)) is not None:
            hand.rename(title)
            self.changed.emit(job_id)

    def sort(self, order: Sequence[str]) -> None:
        known = [one for one in order if one in self._jobs]
        self._order = [*known, *(one for one in self._order if one not in known)]
        self.listed.emit()

    def use(self, settings: TranscriptionSettings) -> None:
        """What has not been begun is done in this way."""
        for hand in self._jobs.values():
            if hand.job.state is JobState.QUEUED and not hand.job.pieces:
                hand.use(settings)

    def start(self, job_ids: Sequence[str]) -> None:
        """Write these down, one after the other."""
        self._wanted.extend(one for one in job_ids if one not in self._wanted)
        self._next()

    def feed(self, job_id: str, events: Sequence[object]) -> None:
        """Events of a job that somebody else is at, as while it is recorded."""
        hand = self._jobs.get(job_id)
        if hand is None:
            return
        for event in events:
            self._take(hand, event)
        self.changed.emit(job_id)

    def stop(self) -> None:
        """What is done stays; nothing more is begun."""
        self._wanted.clear()
        if self._operation is not None:
            self._operation.cancel()

    def shutdown(self) -> None:
        self.stop()
        self._operation = None
        self._running = ""

    async def _find(self, paths: Sequence[Path]) -> list[Path]:
        import asyncio

        return await asyncio.to_thread(recordings_of, paths)

    async def _added(
        self, path: Path, settings: TranscriptionSettings, title: str
    ) -> TranscriptionJob:
        job = await self._service.add(path, settings)
        if title:
            await self._service.rename(job.id, title)
            job = replace(job, title=title)
        return job

    def _on_found(self, settings: TranscriptionSettings, title: str, paths: list[Path]) -> None:
        for path in paths:
            self._calls.run(
                self._added(path, settings, title), self.take, partial(self._on_refused, path)
            )

    def _on_refused(self, path: Path, problem: Problem) -> None:
        self.refused.emit(path, problem)

    def _next(self) -> None:
        while self._operation is None and self._wanted:
            job_id = self._wanted.pop(0)
            hand = self._jobs.get(job_id)
            if hand is not None and hand.job.state is not JobState.DONE:
                self._calls.run(
                    self._service.save_settings(job_id, hand.job.settings),
                    partial(self._on_ready, job_id),
                    partial(self._on_failed, job_id),
                )
                return
        if self._operation is None:
            self.emptied.emit()

    def _on_ready(self, job_id: str, _done: object = None) -> None:
        if self._operation is None and job_id in self._jobs:
            self._run(job_id)

    def _run(self, job_id: str) -> None:
        self._operation = self._calls.stream(
            self._service.run(job_id), self._on_events, partial(self._on_failed, job_id)
        )
        if self._operation is not None:
            self._running = job_id
            self._operation.finished.connect(self._on_finished)
            self.began.emit(job_id)

    def _on_events(self, operation: Operation, events: list[Any]) -> None:
        hand = self._jobs.get(self._running)
        if operation is not self._operation or hand is None:
            return
        is_only_text = True
        for event in events:
            is_only_text = is_only_text and isinstance(event, TextArrived)
            self._take(hand, event)
        (self.grew if is_only_text else self.changed).emit(self._running)

    def _take(self, hand: JobInHand, event: object) -> None:
        match event:
            case JobStarted(job):
                kept = replace(job, segments=hand.job.segments or job.segments)
                hand.job = kept
            case JobSettled(job):
                hand.settle(job)
            case EngineStarting() | ParameterDropped() | RetryScheduled():
                self.told.emit(event)
            case _:
                hand.take(event)

    def _on_failed(self, job_id: str, problem: Problem) -> None:
        hand = self._jobs.get(job_id)
        if hand is not None and hand.job.state is not JobState.DONE:
            hand.job = replace(hand.job, state=JobState.FAILED, problem=problem.code)
        self._wanted.clear()
        self.failed.emit(job_id, problem)

    def _on_finished(self) -> None:
        if self._operation is None:
            return  # closed meanwhile
        was_stopped, job_id = self._operation.was_cancelled, self._running
        self._operation, self._running = None, ""
        hand = self._jobs.get(job_id)
        if was_stopped and hand is not None:
            hand.rest()
        if job_id not in self._order:
            self._jobs.pop(job_id, None)
        self.changed.emit(job_id)
        self.listed.emit()
        self.ended.emit(job_id, was_stopped)
        self._next()
