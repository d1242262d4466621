"""Samples into one gapless WAV, FLAC or M4A file, for services that know no Qt."""

from __future__ import annotations

from collections.abc import AsyncIterable
from contextlib import suppress
from pathlib import Path

from gptdesk.domain.problems import Problem, SoundFormatUnknown
from gptdesk.ui.sound.encoding import FORMATS, Encoding
from gptdesk.ui.sound.trouble import translated
from gptdesk.ui.sound.wav import GrowingWav

FAREWELL = 5.0


class QtSoundWriter:
    """Implements the port SoundWriter with Qt's encoders; needs a QApplication somewhere."""

    async def write(self, path: Path, chunks: AsyncIterable[bytes], rate: int) -> float:
        """First a WAV beside the file, then the encoder: no sample waits in memory."""
        suffix = path.suffix.lower()
        if suffix != ".wav" and suffix not in FORMATS:
            raise SoundFormatUnknown(suffix.removeprefix("."))
        plain = path.with_name(f".{path.stem}.part.wav")
        encoded = path.with_name(f".{path.stem}.part{suffix}")
        try:
            seconds = await _collect(plain, chunks, rate)
            if suffix != ".wav":
                await _encode(plain, encoded, rate)
            with translated(path):
                encoded.replace(path)
        finally:
            for draft in {plain, encoded}:
                with suppress(OSError):
                    draft.unlink()
        return seconds


async def _collect(plain: Path, chunks: AsyncIterable[bytes], rate: int) -> float:
    file = GrowingWav(plain, rate)
    try:
        async for chunk in chunks:
            file.write(chunk)
    finally:
        file.close()
    return file.seconds


async def _encode(source: Path, target: Path, rate: int) -> None:
    import asyncio

    loop = asyncio.get_running_loop()
    ended: asyncio.Future[Problem | None] = loop.create_future()

    def settle(problem: Problem | None) -> None:
        if not ended.done():
            ended.set_result(problem)

    def done(problem: Problem | None) -> None:
        with suppress(RuntimeError):  # the loop has ended: nobody waits
            loop.call_soon_threadsafe(settle, problem)

    thread = Encoding(source, target, rate, done)
    thread.start()
    try:
        if (problem := await ended) is not None:
            raise problem
    finally:
        thread.give_up()
        thread.join(FAREWELL)
