"""Where somebody speaks in a recording, found by its loudness against its own quiet.

Loudness is kept in half decibels above the smallest sample, one byte for each fiftieth of a
second: three hours are half a megabyte.
"""

from __future__ import annotations

import math
from array import array
from operator import mul

from gptdesk.domain.sound import SAMPLE_BYTES, SPEECH_RATE

FRAMES_A_SECOND = 50
FRAME = SPEECH_RATE // FRAMES_A_SECOND
FRAME_BYTES = FRAME * SAMPLE_BYTES
EVERY = 2
"""Only every second sample is looked at: that tells the loudness as well, in half the time."""
HEARD = FRAME // EVERY

Stretch = tuple[int, int]
"""From a frame up to before another."""

ALWAYS_QUIET = 40
"""Twenty decibels: whatever is below cannot be heard in any recording."""
NOTHING_STANDS_OUT = 6
"""So little difference between loud and quiet has nothing but even noise."""
LEAST_ABOVE, MOST_ABOVE, SHARE_ABOVE = 6, 24, 0.3
BRIDGED = 6
"""Frames of quiet within a word: between the sounds of a syllable, before a plosive."""
SHORTEST = 3
"""Frames that a click may have."""
PEAK = 5
"""The loudest frames but these few count: a click is no voice."""


def levels(samples: bytes) -> bytes:
    """The loudness of whole frames; what is left over at the end does not count."""
    numbers = array("h", samples[: len(samples) // FRAME_BYTES * FRAME_BYTES])[::EVERY]
    return bytes(_level(numbers[at : at + HEARD]) for at in range(0, len(numbers), HEARD))


def _level(frame: array[int]) -> int:
    mean = sum(frame) / HEARD
    power = sum(map(mul, frame, frame)) / HEARD - mean * mean
    return int(20 * math.log10(power)) if power > 1.0 else 0


def threshold(loudness: bytes) -> int:
    """From which level on it is speech; 256 where nothing stands out."""
    ordered = sorted(loudness)
    floor, peak = ordered[len(ordered) // 10], ordered[-min(PEAK, len(ordered))]
    spread = peak - floor
    if peak < ALWAYS_QUIET or spread < NOTHING_STANDS_OUT:
        return 256
    above = min(MOST_ABOVE, max(LEAST_ABOVE, round(spread * SHARE_ABOVE)))
    return max(ALWAYS_QUIET, floor + above)


def voiced(loudness: bytes) -> list[Stretch]:
    """The stretches in which somebody speaks, in order."""
    if not loudness:
        return []
    least = threshold(loudness)
    joined: list[Stretch] = []
    for start, end in _runs(loudness, least):
        if joined and start - joined[-1][1] <= BRIDGED:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [(start, end) for start, end in joined if end - start >= SHORTEST]


def _runs(loudness: bytes, least: int) -> list[Stretch]:
    runs: list[Stretch] = []
    begun: int | None = None
    for at, level in enumerate(loudness):
        if level >= least:
            begun = at if begun is None else begun
        elif begun is not None:
            runs.append((begun, at))
            begun = None
    if begun is not None:
        runs.append((begun, len(loudness)))
    return runs
