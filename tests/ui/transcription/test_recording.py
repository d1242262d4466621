"""Recording: one button, everything kept, and each trouble with its way out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from gptdesk.domain.problems import (
    DiskFull,
    MicrophoneDenied,
    MicrophoneLost,
    MicrophoneMissing,
    NetworkDown,
    Problem,
)
from gptdesk.domain.sound import SPEECH_RATE, wav_header
from gptdesk.domain.transcription import (
    JobSettled,
    JobStarted,
    JobState,
    Recording,
    Segment,
    SegmentsArrived,
    TextArrived,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.runtime.calls import Calls
from gptdesk.runtime.core import CoreThread
from gptdesk.ui.sound.devices import Device
from gptdesk.ui.sound.recording import Heard
from gptdesk.ui.transcription.recording.hints import Hint, HintFinder
from gptdesk.ui.transcription.recording.live_text import LiveText, joined
from gptdesk.ui.transcription.recording.panel import RecordingPanel
from gptdesk.ui.transcription.recording.presenter import RecordingPresenter
from gptdesk.ui.transcription.recording.states import RecordingState
from gptdesk.ui.transcription.recording.studio import Studio

DESK, HEADSET = Device("1", "Desk", True), Device("2", "Headset")


class FakeDevices(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.microphones: tuple[Device, ...] = (DESK, HEADSET)


class TapeRecorder(QObject):
    """A Recorder without a thread: the test is the microphone."""

    heard = Signal(object)
    failed = Signal(object)
    finished = Signal(object, float)

    def __init__(self) -> None:
        super().__init__()
        self.is_recording = self.is_paused = False
        self.started: list[tuple[str, bool]] = []
        self.seconds = 0.0
        self.path = Path()

    def start(self, path: Path, *, microphone: str = "", append: bool = False) -> None:
        self.path, self.is_recording = path, True
        self.started.append((microphone, append))

    def hear(self, seconds: float, level: float = 0.7, room: float = 1e9) -> None:
        self.seconds += seconds
        size = round(self.seconds * SPEECH_RATE) * 2
        self.path.write_bytes(wav_header(SPEECH_RATE, size) + bytes(size))
        self.heard.emit(Heard(level, self.seconds, room))

    def pause(self) -> None:
        self.is_paused = True

    def resume(self) -> None:
        self.is_paused = False

    def stop(self) -> None:
        self.end(None)

    def end(self, problem: Problem | None) -> None:
        self.is_recording = False
        if problem is not None:
            self.failed.emit(problem)
        if self.seconds:
            self.finished.emit(self.path, self.seconds)

    def close(self) -> None:
        self.is_recording = False


class FakeService:
    """Hears one sentence a second, and settles when the recording ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.listened: list[TranscriptionSettings] = []
        self.gone: list[str] = []
        self.back: list[str] = []
        self.problem: Problem | None = None
        self.hangs = False
        self.heard_seconds = 0.0

    def new_recording(self) -> Path:
        return self.folder / "recording.wav"

    async def listen(
        self, recording: Recording, settings: TranscriptionSettings, samples: AsyncIterable[bytes]
    ) -> AsyncGenerator[Any, None]:
        self.listened.append(settings)
        job = TranscriptionJob("job-1", "", recording, settings, 0.0, JobState.WORKING)
        yield JobStarted(job)
        length = 0
        async for pcm in samples:
            if (length + len(pcm)) // 32_000 > length // 32_000:
                second = length // 32_000
                words = Segment(second, second, second + 1, f"Sentence {second}.")
                yield SegmentsArrived(second, (words,))
            length += len(pcm)
        self.heard_seconds = length / 32_000
        if self.hangs:
            await asyncio.Event().wait()
        state = JobState.FAILED if self.problem else JobState.DONE
        yield JobSettled(replace(job, state=state))
        if self.problem:
            raise self.problem

    async def delete(self, job_id: str) -> None:
        self.gone.append(job_id)

    async def restore(self, job_id: str) -> None:
        self.back.append(job_id)


class Desk:
    """The panel, and what a person does with it."""

    def __init__(self, qtbot: QtBot, core: CoreThread, folder: Path) -> None:
        self.qtbot = qtbot
        self.panel = RecordingPanel()
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 400)
        self.panel.show()
        self.devices, self.recorder = FakeDevices(), TapeRecorder()
        self.service = FakeService(folder)
        self.microphone = ""
        self.owner = QObject()  # pytest-qt deletes widgets before the core has ended
        self.calls = Calls(core, self.owner)
        studio = Studio(
            self.devices,  # type: ignore[arg-type]
            lambda: TranscriptionSettings("mine", "m"),
            lambda: self.microphone,
            self.remember,
        )
        self.presenter = RecordingPresenter(
            self.panel, self.calls, self.service, studio,  # type: ignore[arg-type]
            self.owner, recorder=self.recorder,  # type: ignore[arg-type]
        )  # fmt: skip
        self.told: list[tuple[str, object]] = []
        for name in ("began", "failed", "settled", "discarded", "restored"):
            signal = getattr(self.presenter, name)
            signal.connect(lambda what, name=name: self.told.append((name, what)))

    def remember(self, name: str) -> None:
        self.microphone = name

    def record(self, seconds: float = 2.5) -> None:
        self.presenter.start()
        self.recorder.hear(seconds)

    def press(self, name: str) -> None:
        button = self.panel.findChild(QAbstractButton, name)
        assert button is not None and button.isVisible() and button.isEnabled(), name
        button.click()

    def until(self, name: str) -> Any:
        self.qtbot.waitUntil(lambda: any(told == name for told, _ in self.told))
        return next(what for told, what in self.told if told == name)

    def label(self, name: str) -> str:
        found = self.panel.findChild(QLabel, name)
        assert found is not None
        return found.text() if found.isVisible() else ""

    @property
    def state(self) -> RecordingState:
        return self.presenter.state


@pytest.fixture
def desk(qtbot: QtBot, core: CoreThread, tmp_path: Path) -> Any:
    it = Desk(qtbot, core, tmp_path)
    yield it
    it.presenter._recorder.close()
    operations = list(it.calls._running)
    it.calls.shutdown()
    for operation in operations:
        qtbot.waitUntil(lambda operation=operation: operation.is_over)


def test_the_button_begins_and_finishes_and_the_words_are_there(desk: Desk) -> None:
    desk.presenter.toggle()
    assert desk.label("recording.state") == "Opening the microphone…"
    desk.recorder.hear(2.5)
    assert desk.label("recording.state") == "Recording"
    assert desk.label("recording.time") == "0:02"
    desk.qtbot.waitUntil(
        lambda: desk.panel.bar.text.toPlainText() == "Sentence 0. Sentence 1."
    )  # while it goes on
    assert desk.recorder.is_recording
    desk.presenter.toggle()
    job = desk.until("settled")
    assert job.state is JobState.DONE
    assert desk.service.heard_seconds == 2.5
    assert desk.state is RecordingState.IDLE
    assert not desk.panel.bar.isVisible()


def test_while_the_last_words_are_awaited_it_says_so_and_can_be_left(desk: Desk) -> None:
    desk.service.hangs = True
    desk.record()
    desk.until("began")
    desk.press("recording.stop")
    assert desk.label("recording.state") == "Writing down the last words…"
    assert not desk.panel.bar.discard.isVisible()
    desk.press("recording.stop")
    desk.until("settled")
    assert desk.state is RecordingState.IDLE


def test_a_pause_is_seen_and_ended(desk: Desk) -> None:
    desk.record()
    desk.press("recording.pause")
    assert desk.recorder.is_paused
    assert desk.label("recording.state") == "Paused"
    assert desk.panel.bar.pause.text() == "Go on"
    desk.press("recording.pause")
    assert not desk.recorder.is_paused
    assert desk.label("recording.state") == "Recording"


def test_a_recording_thrown_away_can_be_called_back(desk: Desk) -> None:
    desk.record()
    desk.until("began")
    desk.press("recording.discard")
    assert desk.until("discarded") == "job-1"
    assert desk.service.gone == ["job-1"]
    assert desk.service.new_recording().exists()
    assert not desk.panel.bar.isVisible()
    desk.press("undo.button")
    assert desk.until("restored") == "job-1"
    assert desk.service.back == ["job-1"]
    assert "settled" not in dict(desk.told)


@pytest.mark.parametrize(
    ("problem", "title"),
    [
        (MicrophoneMissing(), "There is no microphone"),
        (MicrophoneDenied(), "The system does not let gptdesk listen"),
    ],
)
def test_without_a_microphone_it_says_what_to_do_and_nothing_is_left_behind(
    desk: Desk, problem: Problem, title: str
) -> None:
    desk.presenter.start()
    desk.recorder.end(problem)
    assert desk.panel.notice.isVisible()
    assert desk.panel.notice.title == title
    assert desk.panel.notice.text
    assert desk.state is RecordingState.IDLE
    assert desk.service.listened == []
    desk.press("notice.action")
    assert desk.state is RecordingState.STARTING
    assert not desk.panel.notice.isVisible()


def test_an_unplugged_microphone_keeps_the_recording_which_can_go_on(desk: Desk) -> None:
    desk.record()
    desk.until("began")
    desk.recorder.end(MicrophoneLost())
    assert desk.label("recording.state") == "Interrupted"
    assert "What was recorded is kept" in desk.panel.notice.text
    assert "settled" not in dict(desk.told)
    desk.press("notice.action")
    assert desk.recorder.started[-1] == ("", True)
    desk.recorder.hear(1.0)
    assert desk.label("recording.state") == "Recording"
    desk.presenter.finish()
    desk.until("settled")
    assert desk.service.heard_seconds == 3.5
    assert len(desk.service.listened) == 1


def test_an_interrupted_recording_can_be_finished_as_it_is(desk: Desk) -> None:
    desk.record()
    desk.until("began")
    desk.recorder.end(MicrophoneLost())
    desk.press("notice.action.close")
    desk.until("settled")
    assert desk.service.heard_seconds == 2.5


def test_another_microphone_goes_on_in_the_same_recording(desk: Desk) -> None:
    desk.record()
    desk.until("began")
    choice = desk.panel.findChild(QComboBox, "recording.microphone")
    assert choice is not None
    assert [choice.itemText(row) for row in range(choice.count())] == ["Desk", "Headset"]
    choice.textActivated.emit("Headset")
    assert desk.microphone == "Headset"
    assert desk.recorder.started[-1] == ("Headset", True)
    desk.recorder.hear(1.0)
    desk.presenter.finish()
    desk.until("settled")
    assert desk.service.heard_seconds == 3.5


def test_a_microphone_plugged_in_meanwhile_is_offered(desk: Desk) -> None:
    desk.record()
    desk.devices.microphones = (DESK, HEADSET, Device("3", "Camera"))
    desk.devices.changed.emit()
    assert desk.panel.bar.microphone.count() == 3
    assert desk.panel.bar.microphone.currentText() == "Desk"


def test_a_full_disk_ends_the_recording_and_the_text_is_finished(desk: Desk) -> None:
    desk.record()
    desk.until("began")
    desk.recorder.end(DiskFull())
    desk.until("settled")
    assert desk.panel.notice.isVisible()
    assert desk.service.heard_seconds == 2.5


def test_a_network_that_fails_never_ends_a_recording(desk: Desk) -> None:
    desk.service.problem = NetworkDown()
    desk.record()
    desk.until("began")
    desk.presenter.finish()
    assert desk.until("settled").state is JobState.FAILED
    assert isinstance(desk.until("failed"), NetworkDown)
    assert desk.service.new_recording().exists()


def test_a_second_recording_begins_with_an_empty_page(desk: Desk) -> None:
    desk.record()
    desk.until("began")
    desk.presenter.finish()
    desk.until("settled")
    desk.recorder.seconds = 0.0
    desk.presenter.start()
    assert desk.panel.bar.text.toPlainText() == ""
    assert desk.label("recording.time") == "0:00"


def test_a_silent_microphone_is_said(desk: Desk) -> None:
    desk.presenter.start()
    for _ in range(7):
        desk.recorder.hear(1.0, level=0.01)
    assert "Nothing is heard" in desk.label("recording.hint")
    desk.recorder.hear(1.0, level=0.8)
    assert desk.label("recording.hint") == ""


@pytest.mark.parametrize(
    ("level", "hint"), [(0.01, Hint.MUTED), (0.3, Hint.FAINT), (0.7, Hint.NONE), (1.0, Hint.LOUD)]
)
def test_what_is_wrong_with_the_sound_is_told_after_a_while(level: float, hint: Hint) -> None:
    hints = HintFinder()
    assert hints.take(level, 0.0, 1e9) is Hint.NONE
    for tick in range(1, 140):
        found = hints.take(level, tick * 0.05, 1e9)
    assert found is hint


def test_one_bang_is_not_too_loud() -> None:
    hints = HintFinder()
    levels = [0.7] * 60 + [1.0] + [0.7] * 60
    found = [hints.take(level, tick * 0.05, 1e9) for tick, level in enumerate(levels)]
    assert set(found) == {Hint.NONE}


def test_a_disk_that_fills_up_is_said_with_the_time_that_is_left(desk: Desk) -> None:
    desk.presenter.start()
    desk.recorder.hear(1.0, room=240.0)
    assert desk.label("recording.hint") == "The disk is nearly full: room for 4 minute(s)."


def test_what_is_not_certain_yet_is_followed_by_what_is(qtbot: QtBot) -> None:
    text = LiveText()
    qtbot.addWidget(text)
    text.take(TextArrived(0, "I sc"))
    text.take(TextArrived(0, "ream"))
    assert text.toPlainText() == "I scream"
    text.take(SegmentsArrived(0, (Segment(0, 0, 1, "Ice cream."),)))
    text.take(SegmentsArrived(2, (Segment(2, 2, 3, "Three."),)))
    text.take(SegmentsArrived(1, (Segment(1, 1, 2, "Two."),)))
    assert text.toPlainText() == "Ice cream. Two. Three."


def test_chinese_has_no_spaces_between_its_sentences() -> None:
    assert joined(["你好。", "今天。", "OK", "fine"]) == "你好。今天。OK fine"


def test_everything_has_a_name_to_be_read_out(desk: Desk) -> None:
    desk.record()
    find: Callable[[type], list[Any]] = desk.panel.bar.findChildren
    for widget in [*find(QAbstractButton), *find(QComboBox), *find(LiveText)]:
        if widget.isVisible():
            assert widget.accessibleName() or widget.text(), widget.objectName()
