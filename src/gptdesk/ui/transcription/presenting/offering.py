"""What the big button does now, what that costs, how long it takes, and how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.costs import FREE, Estimate
from gptdesk.domain.transcription import JobState, TranscriptionJob
from gptdesk.ui.transcription.foot import FootWords
from gptdesk.ui.transcription.words import duration_text, failed_pieces, pieces_done
from gptdesk.ui.widgets.money import (
    date_text,
    free_text,
    money_of,
    paid_text,
    price_text,
    unknown_text,
)

if TYPE_CHECKING:
    from gptdesk.domain.settings import Settings
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.transcription.presenting.choosing import EarPresenter
    from gptdesk.ui.transcription.presenting.queueing import JobQueue

translate = QCoreApplication.translate

SURE_AFTER = 2
"""Pieces after which the time that is left is told by how long they took."""


class Offer:
    """Looks at the queue and the chosen model."""

    def __init__(
        self,
        ears: EarPresenter,
        queue: JobQueue,
        service: TranscriptionService,
        settings: Callable[[], Settings],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ears = ears
        self._queue = queue
        self._service = service
        self._settings = settings
        self._now = now
        self._began = 0.0
        self._done_before = 0.0

    def begin(self) -> None:
        """A job is under way from now on."""
        job = self._queue.job(self._queue.running)
        self._began = self._now()
        self._done_before = _seconds_done(job) if job is not None else 0.0

    def estimate(self, jobs: Sequence[TranscriptionJob]) -> Estimate:
        """What is missing of these will cost."""
        connection = self._ears.connection
        if connection is None or not self._ears.can_hear:
            return Estimate()
        seconds = sum(_seconds_left(job) for job in jobs)
        return self._service.estimate(connection, self._ears.settings.model, seconds)

    def words(self, shown: TranscriptionJob | None, *, is_recording: bool = False) -> FootWords:
        running = self._queue.job(self._queue.running)
        if running is not None:
            return self._working(running)
        waiting = self._queue.waiting
        if is_recording or (not waiting and shown is not None):
            return FootWords(cost=self._spent(shown) if shown is not None else "")
        return self._ready(waiting)

    def _ready(self, waiting: Sequence[TranscriptionJob]) -> FootWords:
        reason = self._reason(waiting)
        price, told = self._price(waiting) if waiting else ("", "")
        label = translate("Transcription", "Write it down")
        if any(job.pieces for job in waiting):
            label = translate("Transcription", "Continue")
        elif len(waiting) > 1:
            label = translate("Transcription", "Write all down")
        return FootWords(label, price, reason, cost=told)

    def _working(self, job: TranscriptionJob) -> FootWords:
        done, count = pieces_done(job)
        hand = self._queue.hand(job.id)
        whole = job.recording.seconds or 1.0
        if not count:
            read = hand.read if hand is not None else 0.0
            told = translate("Transcription", "Reading the recording…")
            return FootWords(is_busy=True, progress=told, fraction=min(1.0, read / whole) or -1.0)
        told = translate("Transcription", "{done} of {count} pieces").format(done=done, count=count)
        return FootWords(
            is_busy=True,
            progress=told,
            left=self._left(job),
            fraction=min(1.0, _seconds_done(job) / whole),
            cost=self._so_far(job),
        )

    def _left(self, job: TranscriptionJob) -> str:
        done = _seconds_done(job) - self._done_before
        left = _seconds_left(job)
        settled, _ = pieces_done(job)
        if done > 0 and settled >= SURE_AFTER:
            seconds = (self._now() - self._began) / done * left
        else:
            seconds = self._time(left)
        if left <= 0 or seconds <= 0:
            return ""
        return translate("Transcription", "about {time} left").format(time=duration_text(seconds))

    def _time(self, seconds: float) -> float:
        connection = self._ears.connection
        if connection is None:
            return 0.0
        found = self._service.time_estimate(connection, self._ears.settings.model, seconds)
        return (found.low + found.high) / 2

    def _price(self, jobs: Sequence[TranscriptionJob]) -> tuple[str, str]:
        cost = self.estimate(jobs)
        takes = duration_text(self._time(sum(_seconds_left(job) for job in jobs)))
        if not self._ears.can_hear:
            return "", ""
        if cost == FREE:
            told = translate("Transcription", "Free, on this computer · about {time}")
            return free_text(), told.format(time=takes)
        if not cost.is_known:
            told = translate("Transcription", "The price of this model is not known · about {time}")
            return unknown_text(), told.format(time=takes)
        if cost.as_of is None:
            told = translate("Transcription", "About {time}")
        else:
            told = translate("Transcription", "About {time} · price of {date}")
        price = price_text(cost, money_of(self._settings()))
        return price, told.format(time=takes, date=date_text(cost.as_of))

    def _so_far(self, job: TranscriptionJob) -> str:
        money = money_of(self._settings())
        rest = self.estimate([job])
        if rest == FREE:
            return translate("Transcription", "Free, on this computer")
        if job.cost is None or rest.low is None or rest.high is None:
            return ""
        whole = price_text(
            Estimate(rest.low + job.cost, rest.high + job.cost, as_of=rest.as_of), money
        )
        told = translate("Transcription", "Used so far **{paid}** of {all}")
        return told.format(paid=paid_text(job.cost, money), all=whole)

    def _spent(self, job: TranscriptionJob) -> str:
        """What a finished one has cost."""
        if job.state is not JobState.DONE or job.cost is None:
            return ""
        if not job.cost:
            return translate("Transcription", "Written down for free")
        paid = paid_text(job.cost, money_of(self._settings()))
        return translate("Transcription", "Written down for **{paid}**").format(paid=paid)

    def _reason(self, waiting: Sequence[TranscriptionJob]) -> str:
        """Why nothing can be written down now, or nothing."""
        if self._ears.is_searching and not self._ears.can_hear:
            return translate("Transcription", "Looking for models that hear…")
        if not self._ears.can_hear:
            return translate("Transcription", "No connection can transcribe yet.")
        if not waiting:
            return translate("Transcription", "Open or record something first.")
        return ""


def missing_text(job: TranscriptionJob) -> str:
    """What an export must say of a job that is not finished; empty if it is."""
    done, count = pieces_done(job)
    if count and done == count:
        return ""
    failed = failed_pieces(job)
    if failed:
        return translate("Transcription", "%n piece(s) failed", None, failed)
    return translate("Transcription", "{done} of {count} pieces").format(done=done, count=count)


def _seconds_done(job: TranscriptionJob) -> float:
    return sum(piece.end - piece.start for piece in job.pieces if piece.is_settled)


def _seconds_left(job: TranscriptionJob) -> float:
    return max(0.0, job.recording.seconds - _seconds_done(job))
