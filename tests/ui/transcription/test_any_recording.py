"""Whatever is dropped into the tab becomes a text or a sentence; nothing hangs."""

from __future__ import annotations

import asyncio
import random
import wave
from array import array
from pathlib import Path

import numpy as np
import pytest

from gptdesk.domain.problems import Problem, SoundUnreadable
from gptdesk.domain.transcription import JobState, PieceState
from gptdesk.ui.sound.reader import QtSoundReader
from gptdesk.ui.sound.writer import QtSoundWriter
from server import tones
from server.fixture import server as server
from server.hearing import form_of
from transcription_studio import SETTINGS, words_of
from transcription_studio import in_studio as in_studio
from transcription_studio import paths as paths
from ui.sound.films import film

WORDS = ["river", "apple", "window", "lemon"]
SPOKEN = tones.silence(0.5) + tones.spoken(WORDS[:2]) + tones.spoken(WORDS[2:])


@pytest.fixture
def heard(in_studio, qapp):
    """The job that a file becomes, read and written with the real codecs."""

    def run(path: Path):
        async def work(studio):
            job = await studio.service.add(path, SETTINGS)
            return (await studio.go_on(job.id))[1]

        return in_studio(work, reader=QtSoundReader(), writer=QtSoundWriter())

    return run


def at_rate(rate: int) -> bytes:
    """The same words with another number of samples a second."""
    numbers = np.frombuffer(SPOKEN, "<i2")
    places = np.arange(0, len(numbers) - 1, tones.RATE / rate)
    return np.interp(places, np.arange(len(numbers)), numbers).astype("<i2").tobytes()


def write(path: Path, channels: list[bytes], rate: int = tones.RATE) -> Path:
    mixed = array("h", bytes(len(channels[0]) * len(channels)))
    for number, channel in enumerate(channels):
        mixed[number :: len(channels)] = array("h", channel)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(mixed.tobytes())
    return path


@pytest.mark.parametrize("rate", [8_000, 44_100, 192_000])
def test_any_number_of_samples_a_second_is_heard(tmp_path, heard, rate):
    assert words_of(heard(write(tmp_path / "a.wav", [at_rate(rate)], rate))) == WORDS


@pytest.mark.parametrize(("channels", "speaking"), [(2, 1), (6, 2)])
def test_one_channel_that_speaks_is_enough(tmp_path, heard, channels, speaking):
    quiet = bytes(len(SPOKEN))
    sounds = [SPOKEN if number == speaking else quiet for number in range(channels)]
    assert words_of(heard(write(tmp_path / "a.wav", sounds))) == WORDS


@pytest.mark.parametrize("suffix", ["m4a", "flac"])
def test_what_must_be_decoded_is_heard_and_sent_as_flac(tmp_path, heard, server, suffix):
    path = tmp_path / f"a.{suffix}"

    async def chunks():
        yield SPOKEN

    asyncio.run(QtSoundWriter().write(path, chunks(), tones.RATE))
    job = heard(path)
    assert words_of(job) == WORDS
    (request,) = server.requests
    form = form_of(request)
    assert (form.name.rpartition(".")[2], form.kind) == ("flac", "audio/flac")
    assert form.file[:4] == b"fLaC"
    assert server.hears.seconds[0] == pytest.approx(job.pieces[0].end, abs=0.05)


def test_a_film_with_pictures_at_any_rate_is_heard(tmp_path, heard):
    assert words_of(heard(film(tmp_path / "a.mp4", SPOKEN, tones.RATE))) == WORDS


def test_a_wrong_name_does_not_matter(tmp_path, heard):
    assert words_of(heard(write(tmp_path / "a.mp3", [SPOKEN]))) == WORDS


def test_a_file_cut_short_gives_what_there_is(tmp_path, heard):
    path = write(tmp_path / "a.wav", [SPOKEN])
    path.write_bytes(path.read_bytes()[: len(SPOKEN) // 2])
    assert words_of(heard(path)) == WORDS[:2]


def test_noise_is_not_taken_for_speech(tmp_path, heard, server):
    chance = random.Random(3)
    noise = array("h", (chance.randint(-3000, 3000) for _ in range(20 * tones.RATE))).tobytes()
    job = heard(write(tmp_path / "a.wav", [noise]))
    assert job.state is JobState.DONE
    assert [piece.state for piece in job.pieces] == [PieceState.SILENT]
    assert server.requests == []


def test_speech_in_noise_is_sent(tmp_path, heard, server):
    chance = random.Random(3)
    noisy = array("h", (number + chance.randint(-250, 250) for number in array("h", SPOKEN)))
    job = heard(write(tmp_path / "a.wav", [noisy.tobytes()]))
    assert words_of(job) == WORDS


def test_silence_is_done_at_once(tmp_path, heard, server):
    job = heard(write(tmp_path / "a.wav", [tones.silence(10)]))
    assert (job.state, job.segments, server.requests) == (JobState.DONE, (), [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"RIFF",
        b"PK\x03\x04" + bytes(range(256)) * 40,
        bytes(random.Random(5).randbytes(50_000)),
        b"\x00\x00\x00\x18ftypmp42" + bytes(random.Random(6).randbytes(20_000)),
        "只是文字".encode() * 100,
        b"%PDF-1.7 nothing to hear",
    ],
    ids=["empty", "cut", "archive", "encrypted", "encrypted-m4a", "text", "pdf"],
)
def test_what_holds_no_sound_is_a_sentence(tmp_path, heard, server, content):
    path = tmp_path / "a.m4a"
    path.write_bytes(content)
    with pytest.raises(SoundUnreadable) as caught:
        heard(path)
    assert isinstance(caught.value, Problem)
    assert caught.value.name == "a.m4a"
    assert server.requests == []


def test_even_the_shortest_sound_is_no_failure(tmp_path, heard):
    job = heard(write(tmp_path / "a.wav", [tones.silence(0.02)]))
    assert job.state is JobState.DONE
