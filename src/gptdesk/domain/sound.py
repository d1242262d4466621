"""What is known of a sound, and how a PCM WAV file begins."""

from __future__ import annotations

import struct
from dataclasses import dataclass

SPEECH_RATE = 16_000
"""Samples a second that every speech model is content with."""

SAMPLE_BYTES = 2
"""A sample is a signed little-endian number of 16 bits."""

HEADER_BYTES = 44
LARGEST = 0xFFFF_FFFF
"""Sizes beyond 4 GB do not fit; readers take this to mean: up to the end of the file."""


@dataclass(frozen=True, slots=True)
class SoundInfo:
    """How long a sound is, and how it was made. `seconds` is 0 where the file does not say."""

    seconds: float
    rate: int
    channels: int


@dataclass(frozen=True, slots=True)
class WavLayout:
    """Where the samples of a PCM WAV file begin, and what they are."""

    rate: int
    channels: int
    bits: int
    begin: int
    length: int

    @property
    def frame(self) -> int:
        return self.channels * self.bits // 8


def wav_header(rate: int, length: int, channels: int = 1) -> bytes:
    """The first 44 bytes of a WAV file that holds `length` bytes of samples."""
    frame = channels * SAMPLE_BYTES
    body = struct.pack("<HHIIHH", 1, channels, rate, rate * frame, frame, SAMPLE_BYTES * 8)
    return b"".join(
        (
            b"RIFF",
            struct.pack("<I", min(length + HEADER_BYTES - 8, LARGEST)),
            b"WAVEfmt ",
            struct.pack("<I", len(body)),
            body,
            b"data",
            struct.pack("<I", min(length, LARGEST)),
        )
    )


def wav_layout(head: bytes) -> WavLayout | None:
    """Read the beginning of a file; None if it is no plain PCM WAV or the samples come later."""
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        return None
    at, form = 12, b""
    while at + 8 <= len(head):
        name, size = head[at : at + 4], int.from_bytes(head[at + 4 : at + 8], "little")
        if name == b"fmt ":
            form = head[at + 8 : at + 24]
        if name == b"data":
            return _layout(form, at + 8, size)
        at += 8 + size + size % 2
    return None


def _layout(form: bytes, begin: int, length: int) -> WavLayout | None:
    if len(form) < 16:
        return None
    kind, channels, rate, _bytes, _frame, bits = struct.unpack("<HHIIHH", form)
    if kind != 1 or not channels or not rate or bits not in (8, 16, 24, 32):
        return None
    return WavLayout(rate, channels, bits, begin, length)
