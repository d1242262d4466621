"""One text in the making: begins it, follows it, and says what went wrong."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gptdesk.domain.events import EngineStarting, ParameterDropped, RetryScheduled
from gptdesk.domain.speech import (
    FileWritten,
    JobSettled,
    JobStarted,
    JobState,
    PieceChanged,
    PieceState,
    SpeechJob,
    SpeechSettings,
)

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.speech import SpeechService

FEW = 60
"""Up to so many pieces each change is shown at once."""
PAUSE_MS = 150


class Maker(QObject):
    """Holds the job on the page; one is made at a time.

    Signals:
        changed: the job is another or further on.
        began: it is under way.
        ended: it is not any more; True if it was stopped by hand.
        failed: a Problem; `ended` follows.
        told: something happened on the way that is worth a line: an event.
    """

    changed = Signal()
    began = Signal()
    ended = Signal(bool)
    failed = Signal(object)
    told = Signal(object)

    def __init__(self, calls: Calls, speech: SpeechService, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._speech = speech
        self._operation: Operation | None = None
        self.job: SpeechJob | None = None
        self._is_untold = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell_rest)

    @property
    def is_running(self) -> bool:
        return self._operation is not None

    @property
    def can_go_on(self) -> bool:
        """The job on the page lacks pieces, and nobody makes them."""
        return not self.is_running and self.job is not None and not self.job.is_complete

    def make(self, text: str, settings: SpeechSettings) -> None:
        self._run(self._speech.speak(text, settings))

    def go_on(self) -> None:
        if self.can_go_on and self.job is not None:
            self._run(self._speech.go_on(self.job.id))

    def make_files(
        self, texts: list[str], settings: SpeechSettings, folder: Path, written: int = 0
    ) -> None:
        self._run(self._speech.write_files(texts, settings, folder, written=written))

    def stop(self) -> None:
        """What is whole stays."""
        if self._operation is not None:
            self._operation.cancel()

    def shutdown(self) -> None:
        """End it, and tell nobody."""
        self.stop()
        self._pause.stop()
        self._operation = None

    def show(self, job: SpeechJob | None) -> None:
        """A job from the history, or none."""
        self.stop()
        self.job = job
        self.changed.emit()

    def _run(self, events: AsyncGenerator[Any, None]) -> None:
        if self._operation is not None:
            return
        self._operation = self._calls.stream(events, self._on_events, self.failed.emit)
        if self._operation is not None:
            self._operation.finished.connect(self._on_finished)
            self.began.emit()

    def _on_events(self, operation: Operation, events: list[Any]) -> None:
        if operation is not self._operation:
            return
        for event in events:
            self._take(event)
        self._tell()

    def _tell(self) -> None:
        """Of a job of many pieces not each one: the window would do nothing but count them."""
        if self.job is None or len(self.job.pieces) <= FEW:
            self.changed.emit()
        elif not self._pause.isActive():
            self._pause.start()
            self.changed.emit()
        else:
            self._is_untold = True

    def _tell_rest(self) -> None:
        if self._is_untold:
            self._is_untold = False
            self._tell()

    def _take(self, event: object) -> None:
        match event:
            case JobStarted(job) | JobSettled(job):
                self.job = job
            case PieceChanged(piece) if self.job is not None:
                pieces = list(self.job.pieces)
                pieces[piece.position] = piece
                self.job = replace(self.job, pieces=tuple(pieces))
                if piece.state is PieceState.READY:
                    self.told.emit(event)
            case FileWritten() | EngineStarting() | ParameterDropped() | RetryScheduled():
                self.told.emit(event)

    def _on_finished(self) -> None:
        if self._operation is None:
            return  # closed meanwhile
        self._pause.stop()
        self._is_untold = False
        was_stopped = self._operation.was_cancelled
        self._operation = None
        if was_stopped and self.job is not None:
            self.job = _at_rest(self.job)
        self.changed.emit()
        self.ended.emit(was_stopped)


def _at_rest(job: SpeechJob) -> SpeechJob:
    """Pieces that were on the way wait again."""
    pieces = (
        replace(piece, state=PieceState.WAITING) if piece.state is PieceState.MAKING else piece
        for piece in job.pieces
    )
    return replace(job, pieces=tuple(pieces), state=JobState.STOPPED)
