"""A recording survives a full disk and a killed program."""

from __future__ import annotations

import subprocess
import sys
import wave
from pathlib import Path

import pytest

from gptdesk.domain.problems import DiskFull
from gptdesk.ui.sound.wav import GrowingWav, repair
from ui.sound.conftest import RATE, tone

KILLED = """
import os, signal, sys
from pathlib import Path
from gptdesk.ui.sound.wav import GrowingWav
file = GrowingWav(Path(sys.argv[1]), 16000)
for number in range(int(sys.argv[2])):
    file.write(bytes([number % 100, 1]) * 1600)
os.kill(os.getpid(), signal.SIGKILL)
"""

FULL = """
import resource, signal, sys
from pathlib import Path
from gptdesk.domain.problems import DiskFull
from gptdesk.ui.sound.wav import GrowingWav
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_044, 100_044))
file = GrowingWav(Path(sys.argv[1]), 16000)
try:
    while True:
        file.write(bytes(3_200))
except DiskFull:
    file.close()
    print(file.seconds)
"""


def seconds_of(path: Path) -> float:
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


def test_it_can_be_read_while_it_grows(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    file = GrowingWav(path, RATE)
    for _ in range(3):
        file.write(tone(0.5))
    assert seconds_of(path) == 1.5
    file.write(tone(0.1))
    file.close()
    assert seconds_of(path) == pytest.approx(1.6)
    assert file.seconds == pytest.approx(1.6)


@pytest.mark.skipif(sys.platform == "win32", reason="signal 9 is not known there")
@pytest.mark.parametrize("writes", [0, 1, 4, 7, 23])
def test_killed_in_the_middle_nothing_written_is_lost(tmp_path: Path, writes: int) -> None:
    path = tmp_path / "a.wav"
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), str(writes)], check=False)
    assert ended.returncode == -9
    assert repair(path) == pytest.approx(writes * 0.1)
    assert seconds_of(path) == pytest.approx(writes * 0.1)
    assert repair(path) == pytest.approx(writes * 0.1)


def test_half_a_sample_at_the_end_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    file = GrowingWav(path, RATE)
    file.write(tone(0.5))
    file.close()
    with path.open("ab") as more:
        more.write(b"\x01\x02\x03")
    assert repair(path) == 0.5 + 1 / RATE


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all" * 100])
def test_what_is_no_wav_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    assert repair(path) == 0
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="files cannot be limited there")
def test_on_a_full_disk_what_was_recorded_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    ended = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], check=True, capture_output=True, text=True
    )
    assert float(ended.stdout) == 100_000 / 32_000
    assert seconds_of(path) == 100_000 / 32_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has such a device")
def test_no_room_at_all_is_a_full_disk() -> None:
    with pytest.raises(DiskFull):
        GrowingWav(Path("/dev/full"), RATE)


def test_a_recording_goes_on_where_it_was_left(tmp_path: Path) -> None:
    first = GrowingWav(tmp_path / "a.wav", 16_000)
    first.write(b"\x01\x00" * 16_000)
    first.close()
    second = GrowingWav(tmp_path / "a.wav", 48_000, append=True)
    assert (second.rate, second.seconds) == (16_000, 1.0)
    second.write(b"\x02\x00" * 8_000)
    second.close()
    assert repair(tmp_path / "a.wav") == 1.5
    data = (tmp_path / "a.wav").read_bytes()[44:]
    assert data == b"\x01\x00" * 16_000 + b"\x02\x00" * 8_000


def test_there_is_nothing_to_go_on_with_in_a_new_file(tmp_path: Path) -> None:
    file = GrowingWav(tmp_path / "a.wav", 16_000, append=True)
    file.close()
    assert file.seconds == 0
