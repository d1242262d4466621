"""Spoken into a real microphone, heard by the real engine, while it is still being recorded."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from gptdesk.domain.speech import JobSettled as SpeechSettled
from gptdesk.domain.speech import SpeechSettings
from gptdesk.domain.transcription import JobState, SegmentsArrived
from gptdesk.storage.paths import Paths
from gptdesk.ui.transcription.recording.states import RecordingState

pytestmark = pytest.mark.real_sound

ROOT = Path(__file__).resolve().parents[2]
PACKS = Path(os.environ.get("GPTDESK_TEST_PACKS", ROOT / ".cache" / "test-profile" / "packs"))
SPEECH, TRANSCRIPTION = "kokoro-82m", "whisper-base"
SAID = (
    "The library opens at nine in the morning. Please bring your card and a warm coat.\n\n"
    "They walked along the river until it was dark. At home there was hot tea with lemon."
)


@contextmanager
def saying(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Someone speaks into the microphone."""
    child = subprocess.Popen(["paplay", "--device=microphone_feed", str(path)])
    try:
        yield child
    finally:
        child.terminate()
        child.wait()


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def share_right(wanted: str, written: str) -> float:
    one, other = letters(wanted), letters(written)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(one), len(other), 1)


class Room:
    """A person, a microphone, and the app with the offline pack."""

    def __init__(self, desk: Any, qtbot: Any, folder: Path) -> None:
        self.desk, self.qtbot, self.folder = desk, qtbot, folder
        desk.app.window.show_tab("transcription")
        self.wiring = desk.app.presenters.tabs.of("transcription")
        self.tab = self.wiring.presenter
        self.part = self.wiring.recording
        self.speech = self.wiring._backend.speech
        self.wait(lambda: self.tab.ears.can_hear)
        self.words_before_the_end = 0
        self.part.recording.events.connect(self._on_events)

    def wait(self, condition: Callable[[], bool], timeout: int = 90_000) -> None:
        self.desk.wait_for(condition, timeout)

    def press(self, name: str) -> None:
        button = self.desk.part(name, QAbstractButton)
        assert button.isVisible() and button.isEnabled(), name
        button.click()

    @property
    def state(self) -> RecordingState:
        return self.part.recording.state

    def _on_events(self, events: list[Any]) -> None:
        arrived = any(isinstance(event, SegmentsArrived) for event in events)
        if arrived and self.state is RecordingState.RECORDING:
            self.words_before_the_end += 1

    def spoken(self, text: str) -> Path:
        """The text in an offline voice, as a file."""
        done: list[Any] = []
        settings = SpeechSettings("offline", SPEECH, "af_heart", format="wav")
        calls = self.tab.calls
        operation = calls.stream(
            self.speech.speak(text, settings),
            lambda _operation, events: done.extend(events),
            lambda problem: pytest.fail(repr(problem)),
        )
        with self.qtbot.waitSignal(operation.finished, timeout=120_000):
            pass
        job = next(event.job for event in done if isinstance(event, SpeechSettled))
        target = self.folder / "said.wav"
        saving = calls.run(self.speech.files.save(job, target, "wav"))
        with self.qtbot.waitSignal(saving.finished, timeout=60_000):
            pass
        return target


@pytest.fixture
def room(open_desk: Callable[..., Any], profile: Paths, qtbot: Any, tmp_path: Path) -> Any:
    if not (PACKS / TRANSCRIPTION).is_dir():
        pytest.fail(f"The test packs are not in {PACKS}.", pytrace=False)
    profile.packs.mkdir(parents=True, exist_ok=True)
    for pack in (SPEECH, TRANSCRIPTION):
        (profile.packs / pack).symlink_to(PACKS / pack)
    return Room(open_desk(), qtbot, tmp_path)


def test_what_is_said_is_written_down_before_the_recording_ends(room: Room) -> None:
    said = room.spoken(SAID)
    with saying(said) as speaking:
        room.press("transcription.record")
        room.wait(lambda: speaking.poll() is not None)
        room.wait(lambda: room.words_before_the_end > 0)
    room.press("transcription.record")  # it says Finish meanwhile
    room.wait(lambda: room.state is RecordingState.IDLE)
    room.wait(lambda: room.tab.job is not None and room.tab.job.state is JobState.DONE)
    job = room.tab.job
    written = " ".join(segment.text for segment in job.segments)
    assert share_right(SAID, written) > 0.9, written
    assert job.recording.path.is_file()
    assert job.recording.seconds > 8
    starts = [segment.start for segment in job.segments]
    assert starts == sorted(starts)
    assert room.tab.listener.player.has_sound


def test_the_app_closed_while_recording_goes_on_where_it_was(
    room: Room, open_desk: Callable[..., Any]
) -> None:
    said = room.spoken(SAID)
    with saying(said) as speaking:
        room.press("transcription.record")
        room.wait(lambda: speaking.poll() is not None)
        room.desk.app.close()
    again = open_desk()
    again.app.window.show_tab("transcription")
    tab = again.app.presenters.tabs.of("transcription").presenter
    again.wait_for(lambda: tab.job is not None, 30_000)
    assert tab.job.state is JobState.STOPPED
    again.wait_for(lambda: again.part("transcription.start", QAbstractButton).isEnabled(), 30_000)
    again.part("transcription.start", QAbstractButton).click()
    again.wait_for(lambda: tab.job.state is JobState.DONE, 90_000)
    written = " ".join(segment.text for segment in tab.job.segments)
    assert share_right(SAID, written) > 0.85, written
