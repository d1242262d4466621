"""The samples of a recording as they reach the disk, for whoever listens along."""

from __future__ import annotations

import asyncio
import sys
from array import array
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path

from gptdesk.domain.sound import HEADER_BYTES, SAMPLE_BYTES, SPEECH_RATE, wav_header, wav_layout

LOOK_EVERY = 0.2
STEP = 10
"""Parts of a second that are handed on at once: every usual rate has whole samples in them."""


class GrowingSound:
    """Follows a WAV file up to where its header says that it is whole, until `end` is called.

    What is read here is still there after a crash. Samples come at the rate that speech models
    take, whatever that of the file.
    """

    def __init__(
        self, path: Path, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._path = path
        self._sleep = sleep
        self._is_ended = False

    def end(self) -> None:
        """The recording is complete: read what is left. From any thread."""
        self._is_ended = True

    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        at = 0
        while True:
            is_ended = self._is_ended  # asked first: what was written before is in the file then
            rate, fresh = await asyncio.to_thread(self._read, at, whole=is_ended)
            at += len(fresh)
            size = rate // STEP * SAMPLE_BYTES
            for begin in range(0, len(fresh), size):
                yield at_speech_rate(fresh[begin : begin + size], rate)
            if is_ended:
                return
            await self._sleep(LOOK_EVERY)

    def _read(self, at: int, *, whole: bool) -> tuple[int, bytes]:
        """What is new since `at`, in whole steps as long as it grows."""
        if not self._path.is_file():
            return SPEECH_RATE, b""
        with self._path.open("rb") as file:
            layout = wav_layout(file.read(HEADER_BYTES))
            if layout is None:
                return SPEECH_RATE, b""
            step = SAMPLE_BYTES if whole else layout.rate // STEP * SAMPLE_BYTES
            file.seek(layout.begin + at)
            return layout.rate, file.read(max(0, layout.length - at) // step * step)


def mend(path: Path) -> float:
    """Make the header of a WAV file agree with what is there, and return its length in seconds.

    A file that is no WAV of 16 bits, or is not there, is left alone and counts as 0.
    """
    if not path.is_file():
        return 0.0
    with path.open("rb") as file:
        layout = wav_layout(file.read(HEADER_BYTES))
    if layout is None or layout.bits != SAMPLE_BYTES * 8 or layout.begin != HEADER_BYTES:
        return 0.0
    real = path.stat().st_size - layout.begin
    real -= real % layout.frame
    if real != layout.length:
        with path.open("r+b") as file:
            file.write(wav_header(layout.rate, real, layout.channels))
    return real / layout.frame / layout.rate


def at_speech_rate(pcm: bytes, rate: int) -> bytes:
    """Each sample the mean of those around it: what is too high to be kept does not fold back."""
    if rate == SPEECH_RATE:
        return pcm
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    many = max(1, rate // SPEECH_RATE)
    means = [sum(near) // many for near in zip(*(samples[at:] for at in range(many)), strict=False)]
    count = len(samples) * SPEECH_RATE // rate
    last = len(means) - 1
    chosen = array("h", (means[min(last, at * rate // SPEECH_RATE)] for at in range(count)))
    if sys.byteorder == "big":
        chosen.byteswap()
    return chosen.tobytes()
