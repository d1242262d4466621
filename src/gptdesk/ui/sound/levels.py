"""How loud samples are, for meters and waveforms."""

from __future__ import annotations

import math
import sys
from array import array

FULL = 32768
QUIETEST = -60.0
"""Decibels below full at which a meter is empty."""


def samples_of(pcm: bytes) -> array[int]:
    """Little-endian samples of 16 bits; half a sample at the end is left out."""
    samples = array("h", pcm[: len(pcm) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def loudest(samples: array[int]) -> float:
    """The highest swing, from 0 to 1."""
    return max(max(samples), -min(samples)) / FULL if samples else 0.0


def meter(peak: float) -> float:
    """Where the bar of a level meter ends, from 0 to 1, as ears judge loudness."""
    if peak <= 0:
        return 0.0
    return max(0.0, min(1.0, 1 - 20 * math.log10(peak) / QUIETEST))
