"""How the test service speaks: real WAV bytes whose length follows the text."""

from __future__ import annotations

import asyncio
import math
import struct
from array import array
from dataclasses import dataclass

from server.wire import Exchange

SPEECH = "/v1/audio/speech"
RATE = 24_000
SECONDS_A_LETTER = 0.02


def tone(seconds: float, pitch: float = 220.0) -> bytes:
    """Samples of a note with a short pause before and after it."""
    count = round(seconds * RATE)
    pause = min(count // 8, RATE // 10)
    step = 2 * math.pi * pitch / RATE
    values = (
        0 if number < pause or number >= count - pause else int(12_000 * math.sin(step * number))
        for number in range(count)
    )
    return array("h", values).tobytes()


def wav(seconds: float, pitch: float = 220.0, *, endless: bool = False) -> bytes:
    """A WAV file; an endless one was written before its length was known, as services do."""
    samples = tone(seconds, pitch)
    told = 0xFFFFFFFF if endless else len(samples)
    return (
        struct.pack(
            "<4sI4s4sIHHIIHH4sI",
            b"RIFF", told if endless else 36 + told, b"WAVE", b"fmt ", 16, 1, 1, RATE, 2 * RATE,
            2, 16, b"data", told,
        )
        + samples
    )  # fmt: skip


def mp3(seconds: float) -> bytes:
    """Empty frames of 24 kHz: what a decoder hears as silence, and a reader as that long."""
    frame = b"\xff\xf3\x84\xc4" + bytes(188)  # MPEG 2, layer III, 64 kbit/s, 24 kHz
    return frame * max(1, round(seconds / 0.024))


@dataclass(frozen=True)
class Spoken:
    """The text as sound, in the format that was asked for where it is wav or mp3.

    `delay` seconds before each chunk, `pace` seconds for a letter. `is_plain` hums one wave, which
    costs the service nothing.
    """

    delay: float = 0.0
    size: int = 1 << 15
    pace: float = SECONDS_A_LETTER
    is_plain: bool = False

    async def play(self, exchange: Exchange) -> None:
        asked = exchange.request.json or {}
        seconds = max(0.1, len(asked.get("input", "")) * self.pace)
        if self.is_plain:
            samples = array("h", [9000, -9000]) * round(seconds * RATE / 2)
            sound, content_type = wav(0.0, endless=True) + samples.tobytes(), "audio/wav"
        elif asked.get("response_format", "mp3") == "wav":
            sound, content_type = wav(seconds, endless=True), "audio/wav"
        else:
            sound, content_type = mp3(seconds), "audio/mpeg"
        await exchange.begin(content_type)
        for start in range(0, len(sound), self.size):
            if self.delay:
                await asyncio.sleep(self.delay)
            await exchange.piece(sound[start : start + self.size])
        await exchange.end()


@dataclass(frozen=True)
class CutSpeech:
    """Begins to speak, then the line breaks."""

    async def play(self, exchange: Exchange) -> None:
        await exchange.begin("audio/wav")
        await exchange.piece(wav(0.5, endless=True)[:5000])
        exchange.cut()


@dataclass(frozen=True)
class SilentSpeech:
    """Begins to speak, then says nothing more until it is released."""

    async def play(self, exchange: Exchange) -> None:
        await exchange.begin("audio/wav")
        await exchange.piece(wav(0.5, endless=True)[:5000])
        await exchange.silence()
        await exchange.end()
