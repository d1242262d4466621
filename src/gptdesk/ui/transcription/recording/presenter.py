"""Records from the microphone and has it written down as it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.problems import (
    DiskFull,
    MicrophoneLost,
    MicrophoneMissing,
    Problem,
    RecordingTooLong,
    StorageReadOnly,
)
from gptdesk.domain.transcription import (
    JobSettled,
    JobStarted,
    Recording,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.services.growing_sound import GrowingSound
from gptdesk.ui.sound.clock import clock
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.sound.recorder import Recorder
from gptdesk.ui.transcription.recording.hints import Hint, HintFinder
from gptdesk.ui.transcription.recording.states import RecordingState
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_notice import show_problem

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.sound.recording import Heard
    from gptdesk.ui.transcription.recording.panel import RecordingPanel

translate = QCoreApplication.translate

GO_ON, CHANGE = "go-on", "change"
ENDS_HERE = (DiskFull, StorageReadOnly, RecordingTooLong)
"""What a recording cannot go on after."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What recording needs of the rest. `remember` keeps the name of the chosen microphone."""

    devices: Devices
    settings: Callable[[], TranscriptionSettings]
    microphone: Callable[[], str] = str
    remember: Callable[[str], object] = str


class RecordingPresenter(QObject):
    """One recording at a time. The file is written whatever becomes of the text.

    Signals:
        changed: `state` is another now.
        began: a TranscriptionJob that is being recorded.
        events: a list of TranscriptionEvents of that job, as those of a file.
        failed: the Problem that its text is not complete for; the job can go on.
        settled: the TranscriptionJob, complete or not.
        discarded: the id of a job that was thrown away; `restored` if it was called back.
        faq_requested: id of an FAQ entry.
    """

    changed = Signal()
    began = Signal(object)
    events = Signal(list)
    failed = Signal(object)
    settled = Signal(object)
    discarded = Signal(str)
    restored = Signal(str)
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
        self._panel, self._calls, self._service, self._studio = panel, calls, service, studio
        self._recorder = recorder or Recorder(studio.devices, self)
        self._hints = HintFinder()
        self.state = RecordingState.IDLE
        self.job: TranscriptionJob | None = None
        self._path = Path()
        self._sound: GrowingSound | None = None
        self._operation: Operation | None = None
        self._seconds = 0.0
        self._is_switching = self._is_discarding = False
        self._thrown_away = ""
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
        self.job, self._sound, self._seconds = None, None, 0.0
        self._is_switching = self._is_discarding = False
        self._path = self._service.new_recording()
        self._panel.bar.set_seconds(0.0)
        self._set_state(RecordingState.STARTING)
        self._show_microphones()
        self._recorder.start(self._path, microphone=self._studio.microphone())

    def finish(self) -> None:
        """Nothing more is recorded; the last words are written down. Again: they wait."""
        if self.state is RecordingState.FINISHING:
            self._cancel()
        elif self._recorder.is_recording:
            self._recorder.stop()
            if self._sound is None and not self._recorder.is_recording:
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

    def shutdown(self) -> None:
        """End it and wait until it is on disk; what is not written down yet is, next time."""
        self._recorder.close()
        self._panel.shutdown()
        self._operation = None

    # The microphone

    def _on_heard(self, heard: Heard) -> None:
        if not self.state.is_open or self._is_discarding:
            return
        self._seconds = heard.seconds
        if self._sound is None:
            self._listen()
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
        if self._sound is None:
            self._set_state(RecordingState.IDLE)
        elif not isinstance(problem, ENDS_HERE):
            self._set_state(RecordingState.INTERRUPTED)
            if isinstance(problem, MicrophoneLost | MicrophoneMissing):
                self._say_lost()

    def _say_lost(self) -> None:
        self._panel.notice.show_message(
            "warn",
            translate("Recording", "The microphone is gone"),
            translate(
                "Recording",
                "**What was recorded is kept.** Plug it in again or choose another one, and go "
                "on; or finish here.",
            ),
            icon="mic",
            actions=(
                (GO_ON, translate("Recording", "Go on recording")),
                (ActionId.CLOSE, translate("Recording", "Finish here")),
            ),
        )

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
        elif self._recorder.is_recording and self._sound is not None:
            self._is_switching = True
            self._recorder.stop()

    # The text

    def _listen(self) -> None:
        """From the first sound on there is a job: what is recorded is in the history."""
        self._sound = GrowingSound(self._path)
        recording = Recording(self._path, is_ours=True)
        events = self._service.listen(recording, self._studio.settings(), self._sound)
        self._operation = self._calls.stream(events, self._on_events, self._on_text_failed)
        if self._operation is not None:
            self._operation.finished.connect(self._on_text_finished)

    def _on_events(self, operation: Operation, events: list[Any]) -> None:
        if operation is not self._operation:
            return
        for event in events:
            self._panel.bar.text.take(event)
            if isinstance(event, JobStarted):
                self.job = event.job
                self.began.emit(event.job)
            elif isinstance(event, JobSettled):
                self.job = event.job
        if not self._is_discarding:
            self.events.emit(events)

    def _on_text_failed(self, problem: Problem) -> None:
        if not self._is_discarding:
            self.failed.emit(problem)

    def _on_text_finished(self) -> None:
        if self._operation is None:
            return  # closed meanwhile
        self._operation = None
        if self._is_discarding:
            self._delete()
            return
        if self.state is RecordingState.FINISHING:
            self._set_state(RecordingState.IDLE)
        if self.job is not None:
            self.settled.emit(self.job)

    def _complete(self) -> None:
        if self._sound is not None:
            self._sound.end()
        is_busy = self._operation is not None
        self._set_state(RecordingState.FINISHING if is_busy else RecordingState.IDLE)

    def _cancel(self) -> None:
        if self._operation is not None:
            self._operation.cancel()

    # Throwing away

    def _throw_away(self) -> None:
        self._set_state(RecordingState.IDLE)
        self._panel.notice.dismiss()
        if self._operation is not None:
            self._operation.cancel()
        else:
            self._delete()

    def _delete(self) -> None:
        if self.job is None:
            return
        self._thrown_away = job_id = self.job.id
        self.job = None
        self._calls.run(self._service.delete(job_id), lambda _done: self._offer(job_id))

    def _offer(self, job_id: str) -> None:
        self.discarded.emit(job_id)
        self._panel.undo.offer(
            translate("Recording", "The recording of {time} was discarded.").format(
                time=clock(self._seconds)
            )
        )

    def _on_undone(self) -> None:
        job_id, self._thrown_away = self._thrown_away, ""
        if job_id:
            self._calls.run(self._service.restore(job_id), lambda _done: self.restored.emit(job_id))

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
        self._studio.devices.changed.connect(self._show_microphones)
        self._panel.notice.action.connect(self._on_action)
        self._panel.notice.faq_requested.connect(self.faq_requested)
        self._panel.undo.undone.connect(self._on_undone)

    def _on_action(self, action: str) -> None:
        if self.state is RecordingState.INTERRUPTED:
            self._panel.notice.dismiss()
            self.finish() if action == ActionId.CLOSE else self._go_on()
        elif action == ActionId.RETRY:
            self.start()
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
