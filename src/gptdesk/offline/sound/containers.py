"""Puts samples into the container that was asked for, as they come."""

from __future__ import annotations

import io
import struct
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]
_OPEN_END = 0xFFFFFFFF
"""What a WAV of unknown length writes for its length."""

MEDIA_TYPES = {
    "wav": "audio/wav",
    "pcm": "audio/pcm",
    "flac": "audio/flac",
    "mp3": "audio/mpeg",
    "opus": "audio/ogg",
}
"""Every format that there is an encoder for."""


class Container(Protocol):
    """Takes samples and gives the bytes that can be sent by now."""

    def add(self, samples: Samples) -> bytes: ...

    def end(self) -> bytes:
        """What is still missing. If nothing was sent yet, headers with the true length."""
        ...


def container(name: str, rate: int) -> Container:
    """`name` is one of MEDIA_TYPES."""
    if name == "pcm":
        return Pcm()
    if name == "wav":
        return Wav(rate)
    return Encoded(name, rate)


def whole(name: str, rate: int, samples: Samples) -> bytes:
    """A file of known length."""
    it = Wav(rate, len(samples)) if name == "wav" else container(name, rate)
    if isinstance(it, Encoded):
        return it.whole(samples)
    return it.add(samples) + it.end()


class Pcm:
    """16 bits a sample, the low byte first, and nothing else."""

    def add(self, samples: Samples) -> bytes:
        return (np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()

    def end(self) -> bytes:
        return b""


class Wav:
    """PCM behind a header; without `length` the header says that the end is open."""

    def __init__(self, rate: int, length: int | None = None) -> None:
        size = _OPEN_END if length is None else 2 * length
        total = _OPEN_END if length is None else size + 36
        layout = (b"RIFF", total, b"WAVE", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16, b"data", size)
        self._header = struct.pack("<4sI4s4sIHHIIHH4sI", *layout)
        self._pcm = Pcm()

    def add(self, samples: Samples) -> bytes:
        header, self._header = self._header, b""
        return header + self._pcm.add(samples)

    def end(self) -> bytes:
        header, self._header = self._header, b""
        return header


class Encoded:
    """FLAC, MP3 and Ogg Opus by libsndfile, which needs a file that it can go back in."""

    _KINDS = {
        "flac": ("FLAC", "PCM_16"),
        "mp3": ("MP3", "MPEG_LAYER_III"),
        "opus": ("OGG", "OPUS"),
    }

    def __init__(self, name: str, rate: int) -> None:
        import soundfile

        kind, subtype = self._KINDS[name]
        # With a rate that varies, players could not tell from a stream how long it is
        how = {"bitrate_mode": "CONSTANT", "compression_level": 0.6} if name == "mp3" else {}
        self._sink = Sink()
        self._file: Any = soundfile.SoundFile(
            self._sink, "w", rate, 1, subtype=subtype, format=kind, **how
        )

        self._needs_all = name == "flac"  # its length stands in front, and not all can do without

    def add(self, samples: Samples) -> bytes:
        self._file.write(np.clip(samples, -1.0, 1.0))
        return b"" if self._needs_all else self._sink.take()

    def end(self) -> bytes:
        self._file.close()
        return self._sink.take()

    def whole(self, samples: Samples) -> bytes:
        self._file.write(np.clip(samples, -1.0, 1.0))
        self._file.close()
        return self._sink.take()


class Sink(io.RawIOBase):
    """A file of which the front may be gone already: a header cannot be mended any more."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._gone = 0
        self._at = 0

    def take(self) -> bytes:
        taken = bytes(self._bytes)
        self._gone += len(taken)
        self._bytes.clear()
        return taken

    def write(self, data: Any) -> int:
        block = bytes(data)
        begin = self._at - self._gone
        self._at += len(block)
        if begin + len(block) > 0:
            kept = block[max(0, -begin) :]
            begin = max(0, begin)
            self._bytes[begin : begin + len(kept)] = kept
        return len(block)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._gone + len(self._bytes)}
        self._at = base[whence] + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def seekable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        begin = self._at - self._gone
        data = bytes(self._bytes[begin : begin + len(buffer)]) if begin >= 0 else b""
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
