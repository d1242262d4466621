"""Puts the job that is open, and the queue, on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.transcription import JobState, TranscriptionJob
from gptdesk.ui.transcription.presenting.joining import JobInHand
from gptdesk.ui.transcription.queue import QueueLine
from gptdesk.ui.transcription.words import recording_text, state_text

if TYPE_CHECKING:
    from gptdesk.domain.transcript_editing import Edited
    from gptdesk.ui.transcription.page import TranscriptionPage
    from gptdesk.ui.transcription.presenting.correcting import Corrector
    from gptdesk.ui.transcription.presenting.listening import Listener
    from gptdesk.ui.transcription.presenting.queueing import JobQueue

translate = QCoreApplication.translate


class Shower(QObject):
    """Knows which job is open.

    Signals:
        shown: another job is open, or the open one has other text.
    """

    shown = Signal()

    def __init__(
        self,
        page: TranscriptionPage,
        queue: JobQueue,
        corrector: Corrector,
        listener: Listener,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._queue = queue
        self._corrector = corrector
        self._listener = listener
        self.job_id = ""
        self._head = ("", "")
        queue.listed.connect(self._on_listed)
        queue.changed.connect(self._on_changed)
        queue.grew.connect(self._on_grew)
        corrector.edited.connect(self._on_edited)
        corrector.speakers_changed.connect(self._on_speakers)

    @property
    def hand(self) -> JobInHand | None:
        return self._queue.hand(self.job_id)

    @property
    def job(self) -> TranscriptionJob | None:
        return self._queue.job(self.job_id)

    def show(self, job_id: str) -> None:
        """This one is on the page from now on."""
        self._page.segments.keep_edit()
        self.job_id = job_id
        job = self.job
        self._corrector.show(self.hand)
        path = job.recording.path if job is not None else None
        self._listener.show(path, job.recording.seconds if job is not None else 0.0)
        self._page.segments.set_moment(-1.0, is_playing=False)
        self.show_job()
        self.show_queue()
        self.shown.emit()

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
            self._head = ("", "")
            self._page.set_title("", "")
            self._page.model.set_rows(())
            return
        head = (job.title, recording_text(job))
        if head != self._head:
            self._head = head
            self._page.set_title(*head)
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
        self._page.floating.set_waiting("" if rows else self._waiting(hand.job))

    def _on_listed(self) -> None:
        jobs = self._queue.jobs
        if self.hand is None or all(job.id != self.job_id for job in jobs):
            self.show(jobs[0].id if jobs else "")
        self.show_queue()

    def _on_changed(self, job_id: str) -> None:
        self.show_queue()
        if job_id == self.job_id:
            self.show_job()
            self.shown.emit()

    def _on_grew(self, job_id: str) -> None:
        if job_id == self.job_id:
            self.show_rows()

    def _on_edited(self, found: Edited) -> None:
        self.show_rows()
        row = self._page.model.row_of(found.selected[0]) if found.selected else -1
        if row >= 0:
            self._page.segments.setCurrentIndex(self._page.model.index(row))
        self.shown.emit()

    def _on_speakers(self) -> None:
        self.show_rows()
        self.shown.emit()

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
