"""The text of a recording that is being made, as the core writes it down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.transcription import (
    JobSettled,
    JobStarted,
    Recording,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.services.growing_sound import GrowingSound

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.transcription import TranscriptionService


class LiveWriter(QObject):
    """Listens along with one recording at a time.

    Signals:
        began: the TranscriptionJob.
        events: a list of TranscriptionEvents.
        failed: the Problem that the text is not complete for.
        ended: it is over, one way or the other; `job` is what is known of it.
    """

    began = Signal(object)
    events = Signal(list)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, calls: Calls, service: TranscriptionService, parent: QObject) -> None:
        super().__init__(parent)
        self._calls, self._service = calls, service
        self._sound: GrowingSound | None = None
        self._operation: Operation | None = None
        self.job: TranscriptionJob | None = None

    @property
    def has_sound(self) -> bool:
        """Something was recorded."""
        return self._sound is not None

    @property
    def is_busy(self) -> bool:
        return self._operation is not None

    def reset(self) -> None:
        self._sound, self.job = None, None

    def listen(self, path: Path, settings: TranscriptionSettings) -> None:
        """There is a job from the first sound on: what is recorded is in the history."""
        self._sound = GrowingSound(path)
        events = self._service.listen(Recording(path, is_ours=True), settings, self._sound)
        self._operation = self._calls.stream(events, self._on_events, self.failed.emit)
        if self._operation is not None:
            self._operation.finished.connect(self._on_finished)

    def complete(self) -> None:
        """Nothing more is recorded: write down what is left."""
        if self._sound is not None:
            self._sound.end()

    def cancel(self) -> None:
        if self._operation is not None:
            self._operation.cancel()

    def shutdown(self) -> None:
        """Tell nobody; what is not written down yet is, next time."""
        self._operation = None

    def _on_events(self, operation: Operation, events: list[Any]) -> None:
        if operation is not self._operation:
            return
        for event in events:
            if isinstance(event, JobStarted | JobSettled):
                self.job = event.job
            if isinstance(event, JobStarted):
                self.began.emit(event.job)
        self.events.emit(events)

    def _on_finished(self) -> None:
        if self._operation is not None:  # not closed meanwhile
            self._operation = None
            self.ended.emit()
