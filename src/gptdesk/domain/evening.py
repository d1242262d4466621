"""Makes quiet speech as loud as loud speech, sentence by sentence."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterator

from gptdesk.domain.voice import FRAME, FRAME_BYTES, Stretch, levels, voiced

GOAL = 140
"""Half decibels: speech at seventy of the ninety that there are."""
MOST, LEAST = 48, -12
"""Half decibels by which anything is made louder, at the most, or less loud."""
TOGETHER = 20
"""Frames of quiet within what is lifted as one."""
LARGEST = 32767
REMEMBERED = 50
"""Frames that tell how loud somebody speaks while it is being recorded: the last second."""
SMOOTHED = 0.1
NOISE = 60
"""What is not louder than this does not count as speech there."""


def evened(samples: bytes) -> bytes:
    """As many samples. In a pause, one loudness goes over into the next."""
    whole = len(samples) // FRAME_BYTES * FRAME_BYTES
    loudness = levels(samples[:whole])
    gains = list(_gains(loudness))
    numbers = array("h", samples[:whole])
    found = array("h")
    for place, gain in enumerate(gains):
        frame = numbers[place * FRAME : (place + 1) * FRAME]
        found.extend(frame if abs(gain) < 1 else _lifted(frame, 10 ** (gain / 40)))
    return found.tobytes() + samples[whole:]


def _lifted(frame: array[int], factor: float) -> Iterator[int]:
    return (max(-LARGEST, min(LARGEST, int(number * factor))) for number in frame)


def _gains(loudness: bytes) -> Iterator[float]:
    """How much each frame is made louder, in half decibels."""
    groups = _groups(loudness)
    at, before = 0, None
    for start, end in groups:
        gain = _gain(loudness[start:end])
        yield from _between(gain if before is None else before, gain, start - at)
        yield from (gain for _ in range(end - start))
        at, before = end, gain
    yield from ((before or 0.0) for _ in range(len(loudness) - at))


def _between(before: float, after: float, count: int) -> Iterator[float]:
    return (before + (after - before) * place / count for place in range(count))


def _groups(loudness: bytes) -> list[Stretch]:
    groups: list[Stretch] = []
    for start, end in voiced(loudness):
        if groups and start - groups[-1][1] < TOGETHER:
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
    return groups


def _gain(loudness: bytes) -> float:
    loud = sorted(loudness)[len(loudness) * 9 // 10]
    return float(max(LEAST, min(MOST, GOAL - loud)))


class Evening:
    """The same for samples as they come, by what was said just before."""

    def __init__(self) -> None:
        self._recent: deque[int] = deque(maxlen=REMEMBERED)
        self._lift = 0.0

    def even(self, samples: bytes) -> bytes:
        whole = len(samples) // FRAME_BYTES * FRAME_BYTES
        numbers = array("h", samples[:whole])
        found = array("h")
        for place, level in enumerate(levels(samples[:whole])):
            frame = numbers[place * FRAME : (place + 1) * FRAME]
            gain = self._next(level)
            found.extend(frame if abs(gain) < 1 else _lifted(frame, 10 ** (gain / 40)))
        return found.tobytes() + samples[whole:]

    def _next(self, level: int) -> float:
        if level > NOISE:
            self._recent.append(level)
        if self._recent:
            self._lift += (_gain(bytes(self._recent)) - self._lift) * SMOOTHED
        return self._lift
