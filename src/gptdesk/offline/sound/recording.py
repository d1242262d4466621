"""Turns an uploaded file into what the model hears: one channel, 16,000 samples a second."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from gptdesk.offline.sound.refusals import wrong

Samples = npt.NDArray[np.float32]

RATE = 16_000
LONGEST_SECONDS = 3600
READABLE = "WAV, FLAC, MP3, OGG, AIFF or CAF"
_BLOCK = 1 << 18
_CROSSINGS = 16
"""How many zero crossings of its sine the filter keeps on each side."""


def recording(file: IO[bytes]) -> Samples:
    """All of `file`. Raises Refusal for what cannot be read or is too long."""
    import soundfile

    class Onwards(soundfile.SoundFile):  # type: ignore[misc]
        """Never goes back, which the FLAC of a stream does not allow."""

        def seekable(self) -> bool:
            return False

    try:
        with Onwards(file) as sound:
            parts = list(resampled(_mono(sound), sound.samplerate))
    except soundfile.LibsndfileError:
        message = f"This file cannot be read here. Send {READABLE}."
        raise wrong("file", message, "unsupported_format") from None
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _mono(sound: Any) -> Iterator[Samples]:
    """Blocks of one channel: the mean of those that are not silent all along the block."""
    left = LONGEST_SECONDS * sound.samplerate  # counted: the header of a stream does not know
    while len(block := sound.read(_BLOCK, dtype="float32", always_2d=True)):
        left -= len(block)
        if left < 0:
            message = f"The recording is longer than {LONGEST_SECONDS // 60} minutes; cut it."
            raise wrong("file", message, "audio_too_long")
        heard = np.abs(block).max(axis=0) > 1e-4
        yield block[:, heard].mean(axis=1) if heard.any() else block[:, 0]


def resampled(blocks: Iterator[Samples], rate: int) -> Iterator[Samples]:
    """`blocks` of `rate` at RATE, through a low-pass that keeps aliases out."""
    if rate == RATE:
        yield from blocks
        return
    divisor = gcd(rate, RATE)
    up, down = RATE // divisor, rate // divisor
    phases, half = _filter(up, down)
    kept = np.zeros(half, np.float32)
    first, made = -half, 0
    for block in _with_tail(blocks, half):
        kept = np.concatenate((kept, block))
        ready = max(0, -(-((first + len(kept) - half) * up) // down) - made)
        for begin in range(made, made + ready, RATE):
            yield _part(kept, first, begin, min(begin + RATE, made + ready), up, down, phases)
        made += ready
        gone = max(0, made * down // up - half - first)
        kept, first = kept[gone:], first + gone


def _with_tail(blocks: Iterator[Samples], half: int) -> Iterator[Samples]:
    yield from blocks
    yield np.zeros(half, np.float32)


def _part(
    kept: Samples, first: int, begin: int, end: int, up: int, down: int, phases: Samples
) -> Samples:
    """Samples `begin` to `end` of the result; `kept` begins with sample `first` of the source."""
    at = np.arange(begin, end, dtype=np.int64) * down
    length = phases.shape[1]
    windows = np.lib.stride_tricks.sliding_window_view(kept, length)
    starts = at // up - (length // 2 - 1) - first
    mixed = np.einsum("nt,nt->n", windows[starts], phases[at % up])
    return np.asarray(mixed, np.float32)


def _filter(up: int, down: int) -> tuple[Samples, int]:
    """One row of weights for each place between two samples, and how far they reach."""
    cutoff = min(1.0, up / down) * 0.95
    half = int(_CROSSINGS / cutoff) + 1
    offsets = np.arange(-half + 1, half + 1)
    distance = offsets[None, :] - np.arange(up)[:, None] / up
    weights = np.sinc(distance * cutoff) * np.cos(np.pi * distance / (2 * half + 2)) ** 2
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32), half
