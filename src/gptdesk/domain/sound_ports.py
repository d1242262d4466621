"""What reading and writing sound needs from the outside world."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable
from pathlib import Path
from typing import Protocol

from gptdesk.domain.sound import SoundInfo


class SoundReader(Protocol):
    """Turns any audio or video file into samples, in bounded memory and off the UI thread.

    Both raise SoundUnreadable for what holds no sound, SoundMissing for what is not there.
    """

    async def info(self, path: Path) -> SoundInfo: ...

    def samples(
        self, path: Path, rate: int, *, start: float = 0.0, stop: float | None = None
    ) -> AsyncGenerator[bytes, None]:
        """Yield mono samples of 16 bits, about a second at a time, from `start` up to `stop`.

        Closing the generator ends the work; a file cut short yields what there is.
        """
        ...


class SoundWriter(Protocol):
    """Writes samples into one gapless file."""

    async def write(self, path: Path, chunks: AsyncIterable[bytes], rate: int) -> float:
        """The suffix says the format: .wav, .flac or .m4a. Return the length in seconds.

        The file appears when it is whole; what stood there before is replaced only then. Raises
        SoundFormatUnknown for other suffixes, DiskFull, StorageReadOnly, SoundNotWritten.
        """
        ...
