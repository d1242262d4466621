"""Any file that a person may choose becomes samples or a Problem, never a hang."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from gptdesk.domain.problems import Problem, SoundMissing, SoundUnreadable
from gptdesk.ui.sound import reader as reading
from gptdesk.ui.sound.reader import QtSoundReader
from gptdesk.ui.sound.writer import QtSoundWriter
from ui.sound.conftest import RATE, in_chunks, swing, tone, write_wav
from ui.sound.films import film

FRAME = 2 * RATE


def test_silence_stays_silence(tmp_path: Path, read_all: Callable[..., bytes]) -> None:
    path = write_wav(tmp_path / "silence.wav", [bytes(3 * FRAME)] * 2)
    samples = read_all(path)
    assert len(samples) == 3 * FRAME
    assert swing(samples) == 0


def test_noise_is_read_to_its_end(tmp_path: Path, read_all: Callable[..., bytes]) -> None:
    noise = random.Random(1).randbytes(2 * FRAME)
    path = write_wav(tmp_path / "noise.wav", [noise] * 2)
    assert len(read_all(path)) == 2 * FRAME


def test_a_dead_channel_leaves_the_other_to_be_heard(
    tmp_path: Path, read_all: Callable[..., bytes]
) -> None:
    path = write_wav(tmp_path / "half.wav", [tone(1), bytes(FRAME)])
    assert swing(read_all(path)) > 0.2


@pytest.mark.parametrize("rate", [8_000, 11_025, 44_100, 96_000, 192_000])
def test_every_rate_becomes_the_one_asked_for(
    tmp_path: Path, read_all: Callable[..., bytes], rate: int
) -> None:
    path = write_wav(tmp_path / "rate.wav", [tone(1.5, rate)], rate)
    samples = read_all(path)
    assert len(samples) == pytest.approx(1.5 * FRAME, abs=0.02 * FRAME)
    assert swing(samples) == pytest.approx(0.5, abs=0.06)


def test_six_channels_are_mixed_into_one(tmp_path: Path, read_all: Callable[..., bytes]) -> None:
    channels = [tone(1, 48_000, 300 + 40 * number, 0.3) for number in range(6)]
    path = write_wav(tmp_path / "cinema.wav", channels, 48_000)
    samples = read_all(path)
    assert len(samples) == pytest.approx(FRAME, abs=0.02 * FRAME)
    assert swing(samples) > 0.1


def test_a_part_is_cut_out_to_the_sample(tmp_path: Path, read_all: Callable[..., bytes]) -> None:
    whole = tone(4)
    path = write_wav(tmp_path / "long.wav", [whole])
    assert read_all(path, start=1.25, stop=2.5) == whole[round(1.25 * FRAME) : round(2.5 * FRAME)]


def test_a_part_is_cut_out_of_a_file_that_must_be_decoded(
    tmp_path: Path, read_all: Callable[..., bytes], run: Callable[..., float]
) -> None:
    whole = tone(4)
    path = tmp_path / "long.flac"
    run(QtSoundWriter().write(path, in_chunks(whole), RATE))
    assert read_all(path, start=1.25, stop=2.5) == whole[round(1.25 * FRAME) : round(2.5 * FRAME)]


def test_a_film_with_a_variable_rate_of_pictures_gives_its_sound(
    qapp: object, tmp_path: Path, read_all: Callable[..., bytes]
) -> None:
    path = film(tmp_path / "film.mp4", tone(2), RATE)
    samples = read_all(path)
    assert len(samples) == pytest.approx(2 * FRAME, abs=0.15 * FRAME)
    assert swing(samples) == pytest.approx(0.5, abs=0.1)


def test_a_film_without_sound_is_called_so(
    qapp: object, tmp_path: Path, read_all: Callable[..., bytes]
) -> None:
    path = film(tmp_path / "film.mp4", b"", RATE)
    assert path.stat().st_size > 1_000
    with pytest.raises(SoundUnreadable) as caught:
        read_all(path)
    assert caught.value.reason == "silent-video"


def test_a_wrong_name_does_not_matter(
    tmp_path: Path, read_all: Callable[..., bytes], run: Callable[..., float]
) -> None:
    path = tmp_path / "true.flac"
    run(QtSoundWriter().write(path, in_chunks(tone(1)), RATE))
    wrong = path.rename(tmp_path / "song.mp3")
    assert read_all(wrong) == tone(1)


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_a_file_cut_short_gives_what_it_has(
    tmp_path: Path, read_all: Callable[..., bytes], run: Callable[..., float], suffix: str
) -> None:
    path = tmp_path / f"cut{suffix}"
    run(QtSoundWriter().write(path, in_chunks(tone(4)), RATE))
    os.truncate(path, path.stat().st_size * 3 // 4)
    assert 1.0 * FRAME < len(read_all(path)) < 3.5 * FRAME


def cut_m4a(folder: Path, run: Callable[..., float]) -> Path:
    path = folder / "cut.m4a"
    run(QtSoundWriter().write(path, in_chunks(tone(4)), RATE))
    os.truncate(path, path.stat().st_size // 2)  # the index stands at the end
    return path


def text(folder: Path, run: Callable[..., float]) -> Path:
    path = folder / "letter.mp3"
    path.write_text("This is no sound. " * 500, "utf-8")
    return path


def locked(folder: Path, run: Callable[..., float]) -> Path:
    path = folder / "bought.m4p"
    path.write_bytes(random.Random(2).randbytes(200_000))
    return path


@pytest.mark.parametrize("make", [cut_m4a, text, locked])
def test_what_holds_no_sound_is_a_problem(
    tmp_path: Path,
    run: Callable[..., float],
    read_all: Callable[..., bytes],
    make: Callable[..., Path],
) -> None:
    path = make(tmp_path, run)
    with pytest.raises(SoundUnreadable) as caught:
        read_all(path)
    assert caught.value.name == path.name
    with pytest.raises(SoundUnreadable):
        run(QtSoundReader().info(path))


def test_an_empty_file_is_called_empty(tmp_path: Path, read_all: Callable[..., bytes]) -> None:
    path = tmp_path / "empty.wav"
    path.touch()
    with pytest.raises(SoundUnreadable) as caught:
        read_all(path)
    assert caught.value.reason == "empty"


def test_a_file_that_is_gone_is_called_gone(
    tmp_path: Path, read_all: Callable[..., bytes], run: Callable[..., float]
) -> None:
    with pytest.raises(SoundMissing):
        read_all(tmp_path / "gone.wav")
    with pytest.raises(SoundMissing):
        run(QtSoundReader().info(tmp_path / "gone.wav"))


def test_the_length_is_known_without_reading_it_all(
    tmp_path: Path, run: Callable[..., object]
) -> None:
    path = write_wav(tmp_path / "two.wav", [tone(2.5, 44_100)] * 2, 44_100)
    info = run(QtSoundReader().info(path))
    assert (info.seconds, info.rate, info.channels) == (2.5, 44_100, 2)


def test_whoever_reads_slowly_holds_the_decoder_back(
    tmp_path: Path, run: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the file is, only a few seconds of it wait in memory."""
    path = write_wav(tmp_path / "long.wav", [tone(1) * 60, tone(1) * 60])
    told: list[int] = []
    tell = reading._tell

    def counting(loop: object, arrived: object, item: object) -> bool:
        told.append(1)
        return tell(loop, arrived, item)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "_tell", counting)

    async def slowly() -> None:
        taken = 0
        async with aclosing(QtSoundReader().samples(path, RATE)) as chunks:
            async for _chunk in chunks:
                taken += 1
                assert len(told) <= taken + reading.AHEAD + 1
        assert taken >= 50

    run(slowly())


def test_leaving_early_ends_the_decoder(tmp_path: Path, run: Callable[..., object]) -> None:
    path = write_wav(tmp_path / "long.wav", [tone(1) * 60, tone(1) * 60])

    async def first() -> int:
        async with aclosing(QtSoundReader().samples(path, RATE)) as chunks:
            async for chunk in chunks:
                return len(chunk)
        return 0

    assert run(first())
    assert [thread.name for thread in threading.enumerate() if "decoding" in thread.name] == []


def test_a_decoder_that_does_not_go_on_is_a_problem(
    tmp_path: Path, read_all: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe that nobody fills stands for a disk that does not answer."""
    monkeypatch.setattr("gptdesk.ui.sound.decoding.PATIENCE", -1.0)
    path = write_wav(tmp_path / "stuck.wav", [tone(1) * 30, tone(1) * 30])
    monkeypatch.setattr("gptdesk.ui.sound.decoding.Decoding._on_ready", lambda self, decoder: None)
    with pytest.raises(Problem) as caught:
        read_all(path)
    assert getattr(caught.value, "reason", "") == "stuck"
