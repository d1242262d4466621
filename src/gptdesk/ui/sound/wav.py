"""WAV files that grow, and that are whole again after a crash."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from gptdesk.domain.sound import HEADER_BYTES, SAMPLE_BYTES, WavLayout, wav_header, wav_layout
from gptdesk.services.growing_sound import mend
from gptdesk.ui.sound.trouble import translated

HEAD = 4096
"""Bytes in which the samples of a WAV file must begin to be read directly."""


class GrowingWav:
    """A WAV file that can be read at any moment: the header is right after every `flush`.

    Killed between two flushes, the samples are on disk and the header is a little behind; `repair`
    sets it right. Raises DiskFull or StorageReadOnly; what was written before stays. With `append`
    a mono file that is there goes on, at its own rate.
    """

    def __init__(self, path: Path, rate: int, channels: int = 1, *, append: bool = False) -> None:
        self.path, self.rate, self.channels = path, rate, channels
        self._length = 0
        self._unsaid = 0
        if append and path.is_file():
            self._go_on(path)
            return
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = path.open("wb", buffering=0)
            try:
                self._file.write(wav_header(rate, 0, channels))
            except OSError:
                self._file.close()
                raise

    def _go_on(self, path: Path) -> None:
        repair(path)
        with translated(path):
            layout = layout_of(path)
            assert layout is not None, "only what a GrowingWav wrote goes on"
            self.rate, self.channels, self._length = layout.rate, layout.channels, layout.length
            self._file = path.open("r+b", buffering=0)
            self._file.seek(layout.begin + layout.length)

    @property
    def seconds(self) -> float:
        return self._length / (self.rate * self.channels * SAMPLE_BYTES)

    @property
    def is_open(self) -> bool:
        return not self._file.closed

    def write(self, samples: bytes) -> None:
        with translated(self.path):
            rest = memoryview(samples)
            while rest:  # a disk that fills up may take a part only
                taken = self._file.write(rest) or 0
                self._length += taken
                self._unsaid += taken
                rest = rest[taken:]
        if self._unsaid >= self.rate * self.channels * SAMPLE_BYTES // 2:
            self.flush()

    def flush(self) -> None:
        """Say in the header how much there is."""
        self._length -= self._length % (self.channels * SAMPLE_BYTES)
        with translated(self.path):
            self._file.seek(0)
            self._file.write(wav_header(self.rate, self._length, self.channels))
            self._file.seek(HEADER_BYTES + self._length)
        self._unsaid = 0

    def close(self) -> None:
        """Also after a full disk: the header is overwritten in place, which needs no room."""
        if self._file.closed:
            return
        try:
            self.flush()
        finally:
            with suppress(OSError):
                self._file.close()


def repair(path: Path) -> float:
    """Make the header agree with the file, and return the length in seconds.

    A file that is no WAV of 16 bits is left alone and counts as 0.
    """
    with translated(path):
        return mend(path)


def layout_of(path: Path) -> WavLayout | None:
    with path.open("rb") as file:
        return wav_layout(file.read(HEAD))
