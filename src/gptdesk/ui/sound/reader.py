"""Samples out of any audio or video file, for services that know no Qt."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from gptdesk.domain.problems import Problem, SoundMissing
from gptdesk.domain.sound import SAMPLE_BYTES, SoundInfo
from gptdesk.ui.sound.decoding import Decoding
from gptdesk.ui.sound.trouble import translated
from gptdesk.ui.sound.wav import layout_of

if TYPE_CHECKING:
    import asyncio

AHEAD = 4
"""Chunks that may wait for whoever reads: a few seconds of sound."""

FAREWELL = 5.0
"""Seconds that a decoder gets to let go of its file."""


class QtSoundReader:
    """Implements the port SoundReader with Qt's decoder; needs a QApplication somewhere."""

    async def info(self, path: Path) -> SoundInfo:
        """The length as the file says it; 0 where it does not."""
        reading = _Reading(path, 0)
        async for _nothing in reading.chunks():
            pass
        assert reading.info is not None, "a decoder without a problem knows its format"
        return reading.info

    async def samples(
        self, path: Path, rate: int, *, start: float = 0.0, stop: float | None = None
    ) -> AsyncGenerator[bytes, None]:
        begin = round(start * rate) * SAMPLE_BYTES
        end = None if stop is None else round(stop * rate) * SAMPLE_BYTES
        at = 0
        source = _direct(path, rate, begin) if _is_direct(path, rate) else None
        if source is not None:
            at = begin
        async with aclosing(source or _Reading(path, rate).chunks()) as chunks:
            async for chunk in chunks:
                wanted = chunk[max(0, begin - at) : None if end is None else max(0, end - at)]
                at += len(chunk)
                if wanted:
                    yield wanted
                if end is not None and at >= end:
                    return


def _is_direct(path: Path, rate: int) -> bool:
    """Whether the file holds exactly these samples already."""
    with translated(path):
        if not path.is_file():
            raise SoundMissing(path.name)
        layout = layout_of(path)
    return layout is not None and (layout.rate, layout.channels, layout.bits) == (rate, 1, 16)


async def _direct(path: Path, rate: int, begin: int) -> AsyncGenerator[bytes, None]:
    """Read them without a decoder, from the middle too, and while the file still grows."""
    import asyncio

    layout = layout_of(path)
    assert layout is not None
    with path.open("rb") as file:
        file.seek(layout.begin + begin)
        # A program that died while recording said 0: what is there counts, as for the decoder
        length = layout.length or max(0, path.stat().st_size - layout.begin)
        left = max(0, length - begin)
        while left and (chunk := file.read(min(left, rate * SAMPLE_BYTES))):
            left -= len(chunk)
            yield chunk[: len(chunk) // SAMPLE_BYTES * SAMPLE_BYTES]
            await asyncio.sleep(0)


class _Reading:
    """Carries chunks from the decoder's thread to the loop, a few at a time."""

    def __init__(self, path: Path, rate: int) -> None:
        self._path, self._rate = path, rate
        self._room = threading.Semaphore(AHEAD)
        self._thread: Decoding | None = None
        self._is_wanted = True

    @property
    def info(self) -> SoundInfo | None:
        return self._thread.info if self._thread is not None else None

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        import asyncio

        if not self._path.is_file():
            raise SoundMissing(self._path.name)
        loop = asyncio.get_running_loop()
        arrived: asyncio.Queue[bytes | _End] = asyncio.Queue()
        thread = Decoding(
            self._path,
            self._rate,
            lambda chunk: self._take(chunk, loop, arrived),
            lambda problem: _tell(loop, arrived, _End(problem)),
        )
        self._thread = thread
        thread.start()
        is_over = False
        try:
            while not isinstance(item := await arrived.get(), _End):
                self._room.release()
                yield item
            is_over = True
            if item.problem is not None:
                raise item.problem
        finally:
            await self._leave(thread, arrived, is_over=is_over)

    async def _leave(
        self, thread: Decoding, arrived: asyncio.Queue[bytes | _End], *, is_over: bool
    ) -> None:
        import asyncio

        self._is_wanted = False
        thread.give_up()
        self._room.release()
        if not is_over:
            with suppress(TimeoutError):  # a dead network drive: the thread is left to itself
                async with asyncio.timeout(FAREWELL):
                    while not isinstance(await arrived.get(), _End):
                        pass
                is_over = True
        if is_over:
            thread.join(FAREWELL)

    def _take(
        self, chunk: bytes, loop: asyncio.AbstractEventLoop, arrived: asyncio.Queue[bytes | _End]
    ) -> bool:
        """Decoder's thread: wait until there is room, or nobody wants more."""
        self._room.acquire()
        return self._is_wanted and _tell(loop, arrived, chunk)


class _End:
    def __init__(self, problem: Problem | None) -> None:
        self.problem = problem


def _tell(
    loop: asyncio.AbstractEventLoop, arrived: asyncio.Queue[bytes | _End], item: bytes | _End
) -> bool:
    """Decoder's thread. A loop that has ended wants nothing more."""
    try:
        loop.call_soon_threadsafe(arrived.put_nowait, item)
    except RuntimeError:
        return False
    return True
