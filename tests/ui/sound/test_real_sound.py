"""With a real sound server: what is played is heard, and what is said is recorded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gptdesk.ui.sound.devices import Devices, chosen
from gptdesk.ui.sound.player import Player
from gptdesk.ui.sound.recorder import Recorder
from gptdesk.ui.sound.recording import Heard
from gptdesk.ui.sound.wav import GrowingWav, repair
from ui.sound.conftest import RATE, swing, tone, write_wav

pytestmark = pytest.mark.real_sound

RECORDS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.sound.recorder import Recorder
app = QApplication([])
devices = Devices()
recorder = Recorder(devices)
recorder.heard.connect(lambda heard: print(heard.seconds, flush=True))
recorder.start(Path(sys.argv[1]))
app.exec()
"""


@pytest.fixture
def devices(qapp: object) -> Iterator[Devices]:
    found = Devices()
    yield found
    found.close()


@pytest.fixture
def recorder(devices: Devices) -> Iterator[Recorder]:
    it = Recorder(devices)
    yield it
    it.close()


@pytest.fixture
def player(devices: Devices) -> Iterator[Player]:
    it = Player(devices)
    yield it
    it.close()


@contextmanager
def saying(path: Path) -> Iterator[None]:
    """Someone speaks into the microphone."""
    child = subprocess.Popen(["paplay", "--device=microphone_feed", str(path)])
    try:
        yield
    finally:
        child.terminate()
        child.wait()


@contextmanager
def listening(heard: bytearray) -> Iterator[None]:
    """What the speaker gives, as mono samples."""
    command = ["parec", "--device=speaker.monitor", f"--rate={RATE}", "--channels=1"]
    with subprocess.Popen(
        [*command, "--format=s16le", "--latency-msec=20"], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        heard += child.stdout.read(2)  # it listens from now on
        yield
        child.terminate()
        heard += child.stdout.read()


def pitch(pcm: bytes) -> float:
    """Oscillations a second, where it is loud."""
    samples = [sample for sample in array("h", pcm) if abs(sample) > 200]
    crossings = sum(1 for a, b in pairwise(samples) if (a < 0) != (b < 0))
    return crossings / 2 / (len(samples) / RATE)


def frames(path: Path) -> tuple[int, int, bytes]:
    with wave.open(str(path)) as file:
        return file.getframerate(), file.getnchannels(), file.readframes(file.getnframes())


def test_microphones_and_speakers_have_names_of_their_own(qtbot: QtBot, devices: Devices) -> None:
    with qtbot.waitSignal(devices.changed):
        devices.look()
    assert [device.id for device in devices.microphones] == ["microphone"]
    names = [device.name for device in devices.speakers]
    assert len(set(names)) == len(names) >= 2
    speaker = chosen(devices.speakers, "gone since yesterday")
    assert speaker is not None and speaker.id == "speaker"
    assert chosen(devices.speakers, names[1]) == devices.speakers[1]


@contextmanager
def plugged(name: str) -> Iterator[None]:
    load = ["pactl", "load-module", "module-null-sink", f"sink_name={name}"]
    module = subprocess.run(load, check=True, capture_output=True, text=True).stdout.strip()
    yield
    subprocess.run(["pactl", "unload-module", module], check=True)


def test_what_is_plugged_in_later_is_found(qtbot: QtBot, devices: Devices) -> None:
    """Qt 6.11 with PulseAudio notices what was unplugged only with the next thing plugged in."""
    with qtbot.waitSignal(devices.changed):
        devices.look()
    with qtbot.waitSignal(devices.changed), plugged("headphones"):
        qtbot.waitUntil(lambda: "headphones" in {device.id for device in devices.speakers})
    with qtbot.waitSignal(devices.changed), plugged("headset"):
        qtbot.waitUntil(lambda: "headset" in {device.id for device in devices.speakers})
    assert "headphones" not in {device.id for device in devices.speakers}


def test_what_is_said_is_recorded(qtbot: QtBot, recorder: Recorder, tmp_path: Path) -> None:
    said = write_wav(tmp_path / "said.wav", [tone(20)])
    heard: list[Heard] = []
    recorder.heard.connect(heard.append)
    with saying(said):
        recorder.start(tmp_path / "note.wav")
        qtbot.waitUntil(lambda: any(each.seconds > 1.5 for each in heard))
        with qtbot.waitSignal(recorder.finished) as ended:
            recorder.stop()
    path, seconds = ended.args
    rate, channels, samples = frames(path)
    assert (rate, channels) == (RATE, 1)
    assert seconds == len(samples) / 2 / RATE > 1.5
    assert swing(samples) == pytest.approx(0.5, abs=0.1)
    assert pitch(samples) == pytest.approx(440, rel=0.05)
    assert max(each.level for each in heard) > 0.7


def test_a_pause_is_not_recorded(qtbot: QtBot, recorder: Recorder, tmp_path: Path) -> None:
    heard: list[Heard] = []
    recorder.heard.connect(heard.append)
    recorder.start(tmp_path / "note.flac")
    qtbot.waitUntil(lambda: len(heard) > 5)
    recorder.pause()
    assert recorder.is_paused
    other = Recorder(recorder._devices)
    times: list[Heard] = []
    other.heard.connect(times.append)
    other.start(tmp_path / "clock.wav")  # a second one tells how time goes by
    qtbot.waitUntil(lambda: any(each.seconds > 1 for each in times))
    other.close()
    at_pause = heard[-1].seconds
    recorder.resume()
    with qtbot.waitSignal(recorder.finished) as ended:
        recorder.stop()
    path, seconds = ended.args
    assert path.read_bytes()[:4] == b"fLaC"
    assert not path.with_suffix(".wav").exists()
    assert seconds < at_pause + 0.7


def test_a_recording_goes_on_in_the_same_file(
    qtbot: QtBot, recorder: Recorder, tmp_path: Path
) -> None:
    heard: list[Heard] = []
    recorder.heard.connect(heard.append)
    lengths = []
    for go in range(2):
        heard.clear()
        recorder.start(tmp_path / "note.wav", append=go > 0)
        qtbot.waitUntil(lambda: len(heard) > 5)
        with qtbot.waitSignal(recorder.finished) as ended:
            recorder.stop()
        lengths.append(ended.args[1])
    assert lengths[1] > lengths[0] > 0
    assert heard[0].seconds > lengths[0]
    assert heard[-1].room > 0
    assert len(frames(tmp_path / "note.wav")[2]) / 2 / RATE == pytest.approx(lengths[1])


def test_the_limit_ends_a_recording_and_keeps_it(
    qtbot: QtBot, recorder: Recorder, tmp_path: Path
) -> None:
    problems: list[object] = []
    recorder.failed.connect(problems.append)
    with qtbot.waitSignal(recorder.finished) as ended:
        recorder.start(tmp_path / "note.wav", limit=0.5)
    assert [type(problem).__name__ for problem in problems] == ["RecordingTooLong"]
    assert ended.args[1] >= 0.5


def test_a_full_disk_ends_a_recording_and_keeps_it(
    qtbot: QtBot, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gptdesk.ui.sound.recording.KEEP_FREE", 1 << 62)
    with qtbot.waitSignal(recorder.failed) as failed:
        recorder.start(tmp_path / "note.wav")
    assert type(failed.args[0]).__name__ == "DiskFull"
    assert frames(tmp_path / "note.wav")[0] == RATE


def test_killed_while_recording_what_was_said_is_there(tmp_path: Path) -> None:
    path = tmp_path / "note.wav"
    command = [sys.executable, "-c", RECORDS, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = next(float(line) for line in child.stdout if float(line) > 1)
        child.send_signal(signal.SIGKILL)
    assert repair(path) >= said
    assert len(frames(path)[2]) / 2 / RATE >= said


def test_a_file_is_heard_and_ends(qtbot: QtBot, player: Player, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", [tone(1.2)])
    heard = bytearray()
    with listening(heard), qtbot.waitSignal(player.ended):
        player.open(path)
        player.play()
    assert pitch(bytes(heard)) == pytest.approx(440, rel=0.05)
    assert player.position == player.duration == pytest.approx(1.2, abs=0.05)
    assert not player.is_playing


def test_after_its_end_a_sound_can_be_played_again_and_from_anywhere(
    qtbot: QtBot, player: Player, tmp_path: Path
) -> None:
    player.open(write_wav(tmp_path / "a.wav", [tone(1)]))
    with qtbot.waitSignal(player.ended):
        player.play()
    places: list[float] = []
    player.position_changed.connect(places.append)
    with qtbot.waitSignal(player.ended):
        player.play()
    assert places[0] == 0
    places.clear()
    player.seek(0.7)
    with qtbot.waitSignal(player.ended):
        player.play()
    assert min(places) >= 0.65


def test_faster_is_not_higher(qtbot: QtBot, player: Player, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", [tone(3)])
    heard = bytearray()
    with listening(heard), qtbot.waitSignal(player.ended):
        player.open(path)
        player.set_speed(2)
        player.play()
    assert pitch(bytes(heard)) == pytest.approx(440, rel=0.05)
    loud = sum(1 for sample in array("h", bytes(heard)) if abs(sample) > 200)
    assert loud / RATE < 2.2


def test_a_growing_sound_plays_while_the_rest_is_made(
    qtbot: QtBot, player: Player, tmp_path: Path
) -> None:
    file = GrowingWav(tmp_path / "a.wav", RATE)
    heard = bytearray()
    player.open_growing(file.path, RATE)
    with listening(heard):
        player.play()
        qtbot.waitUntil(lambda: player.is_waiting)
        file.write(tone(0.6))
        player.grow(file.seconds)
        qtbot.waitUntil(lambda: not player.is_waiting)
        qtbot.waitUntil(lambda: player.position > 0.3)
        with qtbot.waitSignal(player.ended):
            file.write(tone(0.6))
            file.close()
            player.grow(file.seconds, is_complete=True)
    assert player.duration == pytest.approx(1.2)
    assert pitch(bytes(heard)) == pytest.approx(440, rel=0.08)
    with qtbot.waitSignal(player.ended):  # from now on a file like any other
        player.set_speed(2)
        player.seek(0.4)
        player.play()


def test_a_very_short_sound_is_heard_to_its_end(
    qtbot: QtBot, player: Player, tmp_path: Path
) -> None:
    file = GrowingWav(tmp_path / "a.wav", RATE)
    file.write(tone(0.1))
    file.close()
    player.open_growing(file.path, RATE)
    player.grow(file.seconds, is_complete=False)
    with qtbot.waitSignal(player.ended):
        player.play()
        player.grow(file.seconds, is_complete=True)


def test_a_range_is_played_again_and_again(qtbot: QtBot, player: Player, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", [tone(5)])
    player.open(path, 5)
    player.set_loop(2.0, 2.3)
    places: list[float] = []
    player.position_changed.connect(places.append)
    player.play()

    def returns() -> int:
        return sum(1 for a, b in pairwise(places) if b < a)

    qtbot.waitUntil(lambda: returns() >= 2)
    player.pause()
    assert min(places[1:]) >= 1.9
    assert max(places) < 2.7


def test_the_session_is_the_test_s_own() -> None:
    assert os.environ["PULSE_SERVER"].startswith("unix:")
