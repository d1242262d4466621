"""Throwing a recording away, and calling it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.ui.sound.clock import clock
from gptdesk.ui.widgets.undo import UndoBar

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.transcription import TranscriptionService

translate = QCoreApplication.translate


class Discarder(QObject):
    """The file stays where it is until the job has been gone for a month.

    Signals:
        discarded, restored: id of the job.
    """

    discarded = Signal(str)
    restored = Signal(str)

    def __init__(
        self, undo: UndoBar, calls: Calls, service: TranscriptionService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._undo, self._calls, self._service = undo, calls, service
        self._job_id = ""
        undo.undone.connect(self._on_undone)

    def discard(self, job_id: str, seconds: float) -> None:
        self._job_id = job_id
        self._calls.run(self._service.delete(job_id), lambda _done: self._offer(job_id, seconds))

    def _offer(self, job_id: str, seconds: float) -> None:
        self.discarded.emit(job_id)
        said = translate("Recording", "The recording of {time} was discarded.")
        self._undo.offer(said.format(time=clock(seconds)))

    def _on_undone(self) -> None:
        job_id, self._job_id = self._job_id, ""
        if job_id:
            self._calls.run(self._service.restore(job_id), lambda _done: self.restored.emit(job_id))
