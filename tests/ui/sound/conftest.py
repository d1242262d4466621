"""Sounds made for the tests, and a loop to read them in."""

from __future__ import annotations

import asyncio
import math
import struct
import wave
from array import array
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from gptdesk.ui.sound.reader import QtSoundReader

RATE = 16_000


def tone(seconds: float, rate: int = RATE, pitch: float = 440.0, loud: float = 0.5) -> bytes:
    """A tone; `loud` is 0 for silence and 1 for full."""
    step = 2 * math.pi * pitch / rate
    count = round(seconds * rate)
    return array("h", (round(loud * 32767 * math.sin(step * at)) for at in range(count))).tobytes()


def write_wav(path: Path, channels: list[bytes], rate: int = RATE) -> Path:
    """A WAV with these channels side by side."""
    parts = [array("h", channel) for channel in channels]
    mixed = array("h", bytes(2 * len(parts) * len(parts[0])))
    for number, part in enumerate(parts):
        mixed[number :: len(parts)] = part
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(parts))
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(mixed.tobytes())
    return path


def swing(pcm: bytes) -> float:
    """The highest sample, from 0 to 1."""
    return max((abs(sample) for sample in array("h", pcm)), default=0) / 32768


async def in_chunks(pcm: bytes, size: int = 5_000) -> AsyncIterator[bytes]:
    for at in range(0, len(pcm), size):
        yield pcm[at : at + size]


def boxes(data: bytes) -> list[str]:
    """The names of the outermost boxes of an MP4 file."""
    names, at = [], 0
    while at + 8 <= len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        names.append(name.decode("ascii"))
        at += max(8, size)
    return names


@pytest.fixture
def run(qapp: object) -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Run a coroutine as the core thread would."""
    return lambda coroutine: asyncio.run(coroutine)


@pytest.fixture
def read_all(run: Callable[[Coroutine[Any, Any, Any]], Any]) -> Callable[..., bytes]:
    """All samples of a file."""

    async def collect(path: Path, rate: int, **range_: float) -> bytes:
        return b"".join([chunk async for chunk in QtSoundReader().samples(path, rate, **range_)])

    return lambda path, rate=RATE, **range_: run(collect(path, rate, **range_))
