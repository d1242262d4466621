"""What is written is what the name says, whole, and with every sample."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from gptdesk.domain.problems import SoundFormatUnknown, StorageReadOnly
from gptdesk.domain.sound import wav_layout
from gptdesk.ui.sound.writer import QtSoundWriter
from ui.sound.conftest import RATE, boxes, in_chunks, tone

ODD = 3.0 + 7 / RATE
"""A length that no encoder's frame fits."""


@pytest.mark.parametrize("rate", [16_000, 24_000, 48_000])
@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_not_a_sample_is_lost_or_added(
    tmp_path: Path,
    run: Callable[..., float],
    read_all: Callable[..., bytes],
    suffix: str,
    rate: int,
) -> None:
    path = tmp_path / f"speech{suffix}"
    seconds = run(QtSoundWriter().write(path, in_chunks(tone(ODD, rate)), rate))
    assert seconds == pytest.approx(ODD, abs=1 / rate)
    assert read_all(path, rate) == tone(ODD, rate)


def test_m4a_is_as_long_as_the_sound(
    tmp_path: Path, run: Callable[..., float], read_all: Callable[..., bytes]
) -> None:
    """Its frames hold 1024 samples: at most one of them is more at the end."""
    path = tmp_path / "speech.m4a"
    run(QtSoundWriter().write(path, in_chunks(tone(ODD)), RATE))
    frames = len(read_all(path)) // 2
    assert 0 <= frames - round(ODD * RATE) <= 1024


def test_the_container_is_the_one_that_the_name_says(
    tmp_path: Path, run: Callable[..., float]
) -> None:
    for suffix in (".wav", ".flac", ".m4a"):
        run(QtSoundWriter().write(tmp_path / f"a{suffix}", in_chunks(tone(1)), RATE))
    layout = wav_layout((tmp_path / "a.wav").read_bytes())
    assert layout is not None
    assert (layout.rate, layout.channels, layout.length) == (RATE, 1, 2 * RATE)
    assert (tmp_path / "a.flac").read_bytes()[:4] == b"fLaC"
    mp4 = (tmp_path / "a.m4a").read_bytes()
    assert {"ftyp", "moov", "mdat"} <= set(boxes(mp4))
    assert b"mp4a" in mp4


@pytest.mark.parametrize("suffix", [".mp3", ".opus", ".ogg", ".aac", ""])
def test_what_qt_would_write_as_something_else_is_refused(
    tmp_path: Path, run: Callable[..., float], suffix: str
) -> None:
    with pytest.raises(SoundFormatUnknown) as caught:
        run(QtSoundWriter().write(tmp_path / f"a{suffix}", in_chunks(tone(1)), RATE))
    assert caught.value.suffix == suffix.removeprefix(".")
    assert sorted(path.name for path in tmp_path.glob("*a*") if path.is_file()) == []


async def breaking() -> AsyncIterator[bytes]:
    yield tone(1)
    raise ConnectionError


def test_a_broken_off_file_leaves_the_old_one(tmp_path: Path, run: Callable[..., float]) -> None:
    path = tmp_path / "a.flac"
    path.write_bytes(b"the old one")
    with pytest.raises(ConnectionError):
        run(QtSoundWriter().write(path, breaking(), RATE))
    assert path.read_bytes() == b"the old one"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["a.flac"]


def test_stopping_leaves_nothing_half_written(tmp_path: Path, run: Callable[..., object]) -> None:
    folder = tmp_path / "out"

    async def stopped() -> None:
        source = in_chunks(tone(1) * 600, 1_000_000)
        task = asyncio.create_task(QtSoundWriter().write(folder / "a.m4a", source, RATE))
        while not (folder / ".a.part.m4a").exists():
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()

    run(stopped())
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, run: Callable[..., float]
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageReadOnly):
        run(QtSoundWriter().write(tmp_path / "file" / "a.wav", in_chunks(tone(1)), RATE))
