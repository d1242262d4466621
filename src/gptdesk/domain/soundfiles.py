"""Recognises the kinds of sound that services deliver, and reads how long they are."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

SAMPLE_RATE = 24_000
"""Of raw samples: mono, 16 bits, little end first. That is what services call pcm."""
HEADER = 44

_MP3_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_MP3_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MP3_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)


@dataclass(frozen=True, slots=True)
class Wav:
    """Where the samples of a WAV file are; `length` is what is really there, in bytes."""

    channels: int
    rate: int
    width: int
    start: int
    length: int

    @property
    def seconds(self) -> float:
        return self.length / max(1, self.channels * self.width * self.rate)

    @property
    def shape(self) -> tuple[int, int, int]:
        return self.channels, self.rate, self.width


def kind_of(head: bytes) -> str:
    """mp3, wav, flac, opus, ogg, aac or m4a by the first bytes of a file; empty if none of them."""
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav"
    if head[:4] == b"OggS":
        return "opus" if b"OpusHead" in head[:80] else "ogg"
    if head[:4] == b"fLaC":
        return "flac"
    if head[4:8] == b"ftyp":
        return "m4a"
    if head[:3] == b"ID3":
        return "mp3"
    if len(head) > 2 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0:
        return "aac"
    return "mp3" if _mp3_frame(head, 0) else ""


def wav_of(data: bytes) -> Wav | None:
    """Finds the samples; a header that was written before its end was known is no obstacle."""
    at, shape = 12, (1, SAMPLE_RATE, 2)
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        if name == b"data":
            length = min(size, len(data) - at - 8)
            frame = max(1, shape[0] * shape[2])
            return Wav(*shape, at + 8, length - length % frame)
        if name == b"fmt " and at + 24 <= len(data):
            channels, rate = struct.unpack_from("<HI", data, at + 10)
            shape = (channels, rate, struct.unpack_from("<H", data, at + 22)[0] // 8)
        at += 8 + size + size % 2
    return None


def wav_header(length: int, channels: int = 1, rate: int = SAMPLE_RATE, width: int = 2) -> bytes:
    frame = channels * width
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", 36 + length, b"WAVE", b"fmt ", 16, 1, channels, rate, rate * frame, frame,
        8 * width, b"data", length,
    )  # fmt: skip


def seconds_of(kind: str, data: bytes) -> float:
    """How long it sounds; 0.0 where that cannot be read."""
    match kind:
        case "wav":
            wav = wav_of(data)
            return wav.seconds if wav is not None else 0.0
        case "mp3":
            return sum(seconds for _start, _end, seconds in mp3_frames(data))
        case "aac":
            return sum(seconds for _start, _end, seconds in aac_frames(data))
        case "opus":
            return _opus_seconds(data)
        case "flac":
            return _flac_seconds(data)
    return 0.0


def bare(kind: str, data: bytes) -> bytes:
    """Only the frames: what can be put behind the frames of another file of this kind."""
    if kind == "mp3":
        frames = [data[start:end] for start, end, _seconds in mp3_frames(data)]
        is_index = frames and (b"Xing" in frames[0][:64] or b"Info" in frames[0][:64])
        return b"".join(frames[1:] if is_index else frames)
    if kind == "aac":
        return b"".join(data[start:end] for start, end, _seconds in aac_frames(data))
    return data


def mp3_frames(data: bytes) -> Iterator[tuple[int, int, float]]:
    """Start, end and length of every frame; tags and garbage between them are passed over."""
    at = 0
    if data[:3] == b"ID3" and len(data) >= 10:
        size = data[6] << 21 | data[7] << 14 | data[8] << 7 | data[9]
        at = 10 + size
    while at + 4 <= len(data):
        frame = _mp3_frame(data, at)
        if frame is None:
            at += 1
            continue
        length, seconds = frame
        if at + length > len(data):
            return
        yield at, at + length, seconds
        at += length


def _mp3_frame(data: bytes, at: int) -> tuple[int, float] | None:
    """Bytes and seconds of the layer III frame that begins here."""
    if len(data) < at + 4 or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return None
    version, quality, speed = data[at + 1] >> 3 & 3, data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or quality in (0, 15) or speed == 3:
        return None
    rate = _MP3_RATES[version][speed]
    kbits = (_MP3_KBITS_1 if version == 3 else _MP3_KBITS_2)[quality]
    samples = 1152 if version == 3 else 576
    length = samples // 8 * kbits * 1000 // rate + (data[at + 2] >> 1 & 1)
    return length, samples / rate


def aac_frames(data: bytes) -> Iterator[tuple[int, int, float]]:
    at = 0
    while at + 7 <= len(data):
        speed = data[at + 2] >> 2 & 15
        if data[at] != 0xFF or data[at + 1] & 0xF6 != 0xF0 or speed >= len(_AAC_RATES):
            at += 1
            continue
        length = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        if length < 7 or at + length > len(data):
            return
        yield at, at + length, 1024 * (1 + (data[at + 6] & 3)) / _AAC_RATES[speed]
        at += length


def _opus_seconds(data: bytes) -> float:
    """The last page tells how many samples came before it, in 48 kHz."""
    last = data.rfind(b"OggS")
    head = data.find(b"OpusHead")
    if last < 0 or head < 0 or last + 14 > len(data):
        return 0.0
    skipped: int = struct.unpack_from("<H", data, head + 10)[0]
    samples: int = struct.unpack_from("<q", data, last + 6)[0]
    return max(0.0, (samples - skipped) / 48_000)


def _flac_seconds(data: bytes) -> float:
    if len(data) < 26:
        return 0.0
    packed = int.from_bytes(data[18:26], "big")
    rate, samples = packed >> 44, packed & (1 << 36) - 1
    return samples / rate if rate else 0.0
