"""Containers that can be opened by others, and recordings of any rate."""

from __future__ import annotations

import io
import wave
from typing import Any

import numpy as np
import pytest
import soundfile

from gptdesk.offline.sound import recording as recordings
from gptdesk.offline.sound.containers import MEDIA_TYPES, container, whole
from gptdesk.offline.sound.recording import RATE, recording
from gptdesk.offline.sound.refusals import Refusal

MADE = 24_000
KINDS = {"wav": "WAV", "flac": "FLAC", "mp3": "MP3", "opus": "OGG"}


def tone(rate: int, seconds: float = 1.0, pitch: float = 440.0) -> Any:
    return (0.5 * np.sin(2 * np.pi * pitch * np.arange(int(rate * seconds)) / rate)).astype("f4")


def streamed(name: str, samples: Any, pieces: int = 4) -> list[bytes]:
    into = container(name, MADE)
    blocks = [into.add(piece) for piece in np.array_split(samples, pieces)]
    return [*blocks, into.end()]


def heard(data: bytes) -> Any:
    return recording(io.BytesIO(data))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("way", ["whole", "streamed"])
def test_every_format_is_what_its_name_says(name: str, way: str) -> None:
    samples = tone(MADE)
    data = whole(name, MADE, samples) if way == "whole" else b"".join(streamed(name, samples))
    with soundfile.SoundFile(io.BytesIO(data)) as file:
        assert (file.format, file.samplerate, file.channels) == (KINDS[name], MADE, 1)
    back = heard(data)
    assert abs(len(back) - RATE) < 0.1 * RATE
    spectrum = np.abs(np.fft.rfft(back[2000:14000]))
    assert abs(np.argmax(spectrum) * RATE / 12000 - 440) < 3


def test_every_format_has_a_media_type() -> None:
    assert MEDIA_TYPES.keys() == {"pcm", *KINDS}


@pytest.mark.parametrize("name", ["wav", "pcm", "mp3", "opus"])
def test_the_first_sound_is_sent_before_the_rest_is_known(name: str) -> None:
    blocks = streamed(name, tone(MADE, 2.0))
    assert blocks[0]


def test_a_flac_is_sent_when_its_length_is_known() -> None:
    *early, last = streamed("flac", tone(MADE))
    assert b"".join(early) == b""
    with soundfile.SoundFile(io.BytesIO(last)) as file:
        assert file.frames == MADE


def test_a_wav_of_known_length_says_it() -> None:
    with wave.open(io.BytesIO(whole("wav", MADE, tone(MADE)))) as file:
        assert file.getnframes() == MADE
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (MADE, 2, 1)


def test_pcm_is_the_samples_and_nothing_else() -> None:
    assert whole("pcm", MADE, np.array([0.0, 1.0, -1.0, 2.0], "f4")) == bytes.fromhex(
        "0000ff7f0180ff7f"
    )


def wav(samples: Any, rate: int) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, samples, rate, format="WAV", subtype="PCM_16")
    return out.getvalue()


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 22050, 44100, 48000, 96000, 192000])
def test_any_rate_is_heard_at_the_same_pitch(rate: int) -> None:
    back = heard(wav(tone(rate, 1.5), rate))
    assert len(back) == RATE * 3 // 2
    assert np.abs(back - tone(RATE, 1.5))[300:-300].max() < 1e-3


def test_what_is_above_the_model_s_hearing_does_not_come_back_as_noise() -> None:
    assert np.abs(heard(wav(tone(48_000, pitch=11_000), 48_000))[300:-300]).max() < 1e-3


def test_a_channel_that_is_dead_does_not_make_the_other_quieter() -> None:
    voice = tone(RATE)
    stereo = np.stack([voice, np.zeros_like(voice)], axis=1)
    assert np.abs(heard(wav(stereo, RATE)) - voice).max() < 1e-3


def test_an_empty_file_of_the_right_kind_is_silence() -> None:
    assert len(heard(wav(np.zeros(0, "f4"), RATE))) == 0


@pytest.mark.parametrize("data", [b"", b"not sound at all" * 99, b"\x00\x00\x00\x18ftypM4A "])
def test_what_cannot_be_read_is_refused_with_what_can(data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        heard(data)
    assert refused.value.status == 400
    assert "FLAC" in refused.value.message


def test_a_recording_is_refused_when_it_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "LONGEST_SECONDS", 1)
    with pytest.raises(Refusal) as refused:
        heard(wav(tone(RATE, 1.1), RATE))
    assert refused.value.code == "audio_too_long"
