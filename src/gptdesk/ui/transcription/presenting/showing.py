"""Puts the job that is open, and the queue, on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from gptdesk.domain.transcription import JobState, TranscriptionJob
from gptdesk.ui.transcription.presenting.joining import JobInHand
from gptdesk.ui.transcription.queue import QueueLine
from gptdesk.ui.transcription.words import recording_text, state_text

if TYPE_CHECKING:
    from gptdesk.ui.transcription.page import TranscriptionPage
    from gptdesk.ui.transcription.presenting.queueing import JobQueue

translate = QCoreApplication.translate


class Shower(QObject):
    """Knows which job is open."""

    def __init__(self, page: TranscriptionPage, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._queue = queue
        self.job_id = ""

    @property
    def hand(self) -> JobInHand | None:
        return self._queue.hand(self.job_id)

    @property
    def job(self) -> TranscriptionJob | None:
        return self._queue.job(self.job_id)

    def show_queue(self) -> None:
        lines = []
        for job in self._queue.jobs:
            hand = self._queue.hand(job.id)
            read = hand.read if hand is not None else 0.0
            lines.append(QueueLine(job.id, job.title, state_text(job, read), job.state))
        self._page.queue.set_lines(lines, self.job_id)

    def show_job(self) -> None:
        job = self.job
        self._page.show_job(job is not None)
        if job is None:
            self._page.set_title("", "")
            self._page.model.set_rows(())
            return
        self._page.set_title(job.title, recording_text(job))
        self._page.player.set_pieces(job.pieces)
        self.show_rows()

    def show_rows(self) -> None:
        """The text alone, which grows several times a second."""
        hand = self.hand
        if hand is None:
            return
        self._page.model.set_speakers(hand.job.speakers)
        rows = hand.rows()
        self._page.model.set_rows(rows)
        self._page.set_waiting("" if rows else self._waiting(hand.job))

    def _waiting(self, job: TranscriptionJob) -> str:
        match job.state:
            case JobState.QUEUED:
                return translate(
                    "Transcription", "Check the model and the language at the right, then begin."
                )
            case JobState.READING | JobState.WORKING:
                return translate("Transcription", "The first sentences appear here in a moment.")
            case JobState.DONE:
                return translate("Transcription", "Nobody speaks in this recording.")
        return translate("Transcription", "Nothing was written down yet.")
