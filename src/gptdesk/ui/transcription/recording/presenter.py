"""Records from the microphone and has it written down as it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.problems import (
    DiskFull,
    MicrophoneLost,
    MicrophoneMissing,
    Problem,
    RecordingTooLong,
    StorageReadOnly,
)
from gptdesk.domain.transcription import (
    PieceState,
    TranscriptionJob,
)
from gptdesk.ui.sound.recorder import Recorder
from gptdesk.ui.transcription.recording.discarding import Discarder
from gptdesk.ui.transcription.recording.hints import Hint, HintFinder
from gptdesk.ui.transcription.recording.notices import RECHECK, offer_recheck, say_lost
from gptdesk.ui.transcription.recording.states import RecordingState
from gptdesk.ui.transcription.recording.studio import Studio
from gptdesk.ui.transcription.recording.writing import LiveWriter
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_notice import show_problem

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.sound.recording import Heard
    from gptdesk.ui.transcription.recording.panel import RecordingPanel

MANY = 4
"""So many pieces make it likely that the whole gives a better text."""
ENDS_HERE = (DiskFull, StorageReadOnly, RecordingTooLong)
"""What a recording cannot go on after."""


class RecordingPresenter(QObject):
    """One recording at a time. The file is written whatever becomes of the text.

    Signals:
        changed: `state` is another now.
        began: a TranscriptionJob that is being recorded.
        events: a list of TranscriptionEvents of that job, as those of a file.
        failed: the Problem that its text is not complete for; the job can go on.
        settled: the TranscriptionJob, complete or not.
        discarded: the id of a job that was thrown away; `restored` if it was called back.
        recheck_requested: the TranscriptionJob is to be heard again, in long pieces.
        faq_requested: id of an FAQ entry.
    """

    changed = Signal()
    began = Signal(object)
    events = Signal(list)
    failed = Signal(object)
    settled = Signal(object)
    discarded = Signal(str)
    restored = Signal(str)
    recheck_requested = Signal(object)
    faq_requested = Signal(str)

    def __init__(
        self,
        panel: RecordingPanel,
        calls: Calls,
        service: TranscriptionService,
        studio: Studio,
        parent: QObject | None = None,
        *,
        recorder: Recorder | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._service, self._studio = panel, service, studio
        self._recorder = recorder or Recorder(studio.devices, self)
        self._hints = HintFinder()
        self.state = RecordingState.IDLE
        self._writer = LiveWriter(calls, service, self)
        self._discarder = Discarder(panel.undo, calls, service, self)
        self._path = Path()
        self._seconds = 0.0
        self._is_switching = self._is_discarding = False
        self._rechecked: TranscriptionJob | None = None
        self._connect()

    # For the page

    def toggle(self) -> None:
        """The button of the page and its key: begin, or finish."""
        if self.state is RecordingState.IDLE:
            self.start()
        else:
            self.finish()

    def start(self) -> None:
        if self.state is not RecordingState.IDLE:
            return
        self._panel.notice.dismiss()
        self._panel.undo.shutdown()
        self._panel.bar.text.reset()
        self._hints.reset()
        self._writer.reset()
        self._seconds = 0.0
        self._is_switching = self._is_discarding = False
        self._path = self._service.new_recording()
        self._panel.bar.set_seconds(0.0)
        self._set_state(RecordingState.STARTING)
        self._show_microphones()
        self._recorder.start(self._path, microphone=self._studio.microphone())

    def finish(self) -> None:
        """Nothing more is recorded; the last words are written down. Again: they wait."""
        if self.state is RecordingState.FINISHING:
            self._writer.cancel()
        elif self._recorder.is_recording:
            self._recorder.stop()
            if not self._writer.has_sound and not self._recorder.is_recording:
                self._set_state(RecordingState.IDLE)  # before the microphone was open
        elif self.state is not RecordingState.IDLE:
            self._complete()

    def discard(self) -> None:
        if self.state.is_open:
            self._is_discarding = True
            if self._recorder.is_recording:
                self._recorder.stop()
            if not self._recorder.is_recording:
                self._throw_away()

    def offer_recheck(self, job: TranscriptionJob) -> None:
        """Live text comes in short pieces; a model that hears more at once understands more."""
        spoken = [piece for piece in job.pieces if piece.state is not PieceState.SILENT]
        if len(spoken) < MANY or self.state is not RecordingState.IDLE:
            return
        self._rechecked = job
        offer_recheck(self._panel.notice)

    def shutdown(self) -> None:
        """End it and wait until it is on disk; what is not written down yet is, next time."""
        self._recorder.close()
        self._writer.shutdown()
        self._panel.shutdown()

    # The microphone

    def _on_heard(self, heard: Heard) -> None:
        if not self.state.is_open or self._is_discarding:
            return
        self._seconds = heard.seconds
        if not self._writer.has_sound:
            self._writer.listen(self._path, self._studio.settings())
        if self.state is not RecordingState.PAUSED:
            self._set_state(RecordingState.RECORDING)
        bar = self._panel.bar
        bar.level.set_level(heard.level)
        bar.set_seconds(heard.seconds)
        hint = self._hints.take(heard.level, heard.seconds, heard.room)
        bar.set_hint(hint, round(heard.room / 60) if hint is Hint.DISK else 0)

    def _on_failed(self, problem: Problem) -> None:
        notice = self._panel.notice
        show_problem(notice, problem)
        if not self._writer.has_sound:
            self._set_state(RecordingState.IDLE)
        elif not isinstance(problem, ENDS_HERE):
            self._set_state(RecordingState.INTERRUPTED)
            if isinstance(problem, MicrophoneLost | MicrophoneMissing):
                say_lost(self._panel.notice)

    def _on_finished(self, path: Path, seconds: float) -> None:
        """The file is whole. It may go on: with another microphone, or one plugged in again."""
        self._path, self._seconds = path, seconds
        if self._is_discarding:
            self._throw_away()
        elif self._is_switching:
            self._go_on()
        elif self.state is not RecordingState.INTERRUPTED:
            self._complete()

    def _go_on(self) -> None:
        self._is_switching = False
        self._hints.reset()
        self._panel.notice.dismiss()
        self._set_state(RecordingState.STARTING)
        name = self._studio.microphone()
        self._recorder.start(self._path, microphone=name, append=True)

    def _on_pause(self) -> None:
        if self.state is RecordingState.INTERRUPTED:
            self._go_on()
        elif self.state is RecordingState.PAUSED:
            self._recorder.resume()
            self._hints.reset()
            self._set_state(RecordingState.RECORDING)
        elif self.state is RecordingState.RECORDING:
            self._recorder.pause()
            self._set_state(RecordingState.PAUSED)

    def _on_microphone(self, name: str) -> None:
        self._studio.remember(name)
        if self.state is RecordingState.INTERRUPTED:
            self._go_on()
        elif self._recorder.is_recording and self._writer.has_sound:
            self._is_switching = True
            self._recorder.stop()

    # The text

    def _on_events(self, events: list[Any]) -> None:
        for event in events:
            self._panel.bar.text.take(event)
        if not self._is_discarding:
            self.events.emit(events)

    def _on_text_failed(self, problem: Problem) -> None:
        if not self._is_discarding:
            self.failed.emit(problem)

    def _on_text_ended(self) -> None:
        if self._is_discarding:
            self._delete()
            return
        if self.state is RecordingState.FINISHING:
            self._set_state(RecordingState.IDLE)
        if self._writer.job is not None:
            self.settled.emit(self._writer.job)

    def _complete(self) -> None:
        self._writer.complete()
        is_busy = self._writer.is_busy
        self._set_state(RecordingState.FINISHING if is_busy else RecordingState.IDLE)

    # Throwing away

    def _throw_away(self) -> None:
        self._set_state(RecordingState.IDLE)
        self._panel.notice.dismiss()
        if self._writer.is_busy:
            self._writer.cancel()
        else:
            self._delete()

    def _delete(self) -> None:
        if self._writer.job is not None:
            self._discarder.discard(self._writer.job.id, self._seconds)

    # How it is shown

    def _connect(self) -> None:
        bar, recorder = self._panel.bar, self._recorder
        bar.stop_requested.connect(self.finish)
        bar.pause_toggled.connect(self._on_pause)
        bar.discard_requested.connect(self.discard)
        bar.microphone_chosen.connect(self._on_microphone)
        recorder.heard.connect(self._on_heard)
        recorder.failed.connect(self._on_failed)
        recorder.finished.connect(self._on_finished)
        writer = self._writer
        writer.began.connect(self.began)
        writer.events.connect(self._on_events)
        writer.failed.connect(self._on_text_failed)
        writer.ended.connect(self._on_text_ended)
        self._studio.devices.changed.connect(self._show_microphones)
        self._panel.notice.action.connect(self._on_action)
        self._panel.notice.faq_requested.connect(self.faq_requested)
        self._discarder.discarded.connect(self.discarded)
        self._discarder.restored.connect(self.restored)

    def _on_action(self, action: str) -> None:
        if self.state is RecordingState.INTERRUPTED:
            self._panel.notice.dismiss()
            self.finish() if action == ActionId.CLOSE else self._go_on()
        elif action == ActionId.RETRY:
            self.start()
        elif action == RECHECK and self._rechecked is not None:
            self._panel.notice.dismiss()
            self.recheck_requested.emit(self._rechecked)
        else:
            self._panel.notice.dismiss()

    def _show_microphones(self) -> None:
        devices = self._studio.devices
        self._panel.bar.set_microphones(devices.microphones, self._studio.microphone())

    def _set_state(self, state: RecordingState) -> None:
        if state is not self.state:
            self.state = state
            self._panel.bar.set_state(state)
            self.changed.emit()
