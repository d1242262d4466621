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

from gptdesk.domain.speech import JobSettled as SpeechSettled
from gptdesk.domain.speech import SpeechSettings
from gptdesk.domain.transcription import JobState, SegmentsArrived, TranscriptionSettings
from gptdesk.runtime.calls import Calls
from gptdesk.storage.paths import Paths
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.transcription.recording.panel import RecordingPanel
from gptdesk.ui.transcription.recording.presenter import RecordingPresenter, Studio
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
        app = desk.app
        self.backend = app.presenters._backend
        self.devices = Devices(app)
        self.calls = Calls(app.presenters._core, app)
        self.panel = RecordingPanel()
        self.panel.resize(900, 300)
        self.panel.show()
        self.presenter = RecordingPresenter(
            self.panel,
            self.calls,
            self.backend.transcription,
            Studio(
                self.devices, lambda: TranscriptionSettings("offline", TRANSCRIPTION, language="en")
            ),
            app,
        )
        self.words_before_the_end = 0
        self.settled: list[Any] = []
        self.presenter.events.connect(self._on_events)
        self.presenter.settled.connect(self.settled.append)

    def _on_events(self, events: list[Any]) -> None:
        arrived = any(isinstance(event, SegmentsArrived) for event in events)
        if arrived and self.presenter.state is RecordingState.RECORDING:
            self.words_before_the_end += 1

    def spoken(self, text: str) -> Path:
        """The text in an offline voice, as a file; a pause stands between its paragraphs."""
        done: list[Any] = []
        settings = SpeechSettings("offline", SPEECH, "af_heart", format="wav")
        operation = self.calls.stream(
            self.backend.speech.speak(text, settings),
            lambda _operation, events: done.extend(events),
            lambda problem: pytest.fail(repr(problem)),
        )
        assert operation is not None
        with self.qtbot.waitSignal(operation.finished, timeout=120_000):
            pass
        job = next(event.job for event in done if isinstance(event, SpeechSettled))
        target = self.folder / "said.wav"
        saving = self.calls.run(self.backend.speech.files.save(job, target, "wav"))
        with self.qtbot.waitSignal(saving.finished, timeout=60_000):
            pass
        return target

    def close(self) -> None:
        self.presenter.shutdown()
        self.calls.shutdown()
        self.devices.close()
        self.panel.close()
        self.panel.deleteLater()


@pytest.fixture
def room(open_desk: Callable[..., Any], profile: Paths, qtbot: Any, tmp_path: Path) -> Any:
    if not (PACKS / TRANSCRIPTION).is_dir():
        pytest.fail(f"The test packs are not in {PACKS}.", pytrace=False)
    profile.packs.mkdir(parents=True, exist_ok=True)
    for pack in (SPEECH, TRANSCRIPTION):
        (profile.packs / pack).symlink_to(PACKS / pack)
    it = Room(open_desk(), qtbot, tmp_path)
    yield it
    it.close()


def test_what_is_said_is_written_down_before_the_recording_ends(room: Room) -> None:
    said = room.spoken(SAID)
    wait = room.desk.wait_for
    with saying(said) as speaking:
        room.presenter.start()
        wait(lambda: speaking.poll() is not None, 60_000)
        wait(lambda: room.words_before_the_end > 0, 90_000)
    room.presenter.finish()
    wait(lambda: bool(room.settled), 90_000)
    job = room.settled[0]
    written = " ".join(segment.text for segment in job.segments)
    assert job.state is JobState.DONE
    assert share_right(SAID, written) > 0.9, written
    assert job.recording.path.is_file()
    assert job.recording.seconds > 8
    starts = [segment.start for segment in job.segments]
    assert starts == sorted(starts)
