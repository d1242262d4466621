"""Tells speech from silence while the sound comes in, by its loudness over that of the room."""

from __future__ import annotations

import math
import sys
from array import array
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from gptdesk.domain.sound import SAMPLE_BYTES, SPEECH_RATE

FRAME = 0.03
"""Seconds that are judged at once."""

QUIETEST = -90.0
"""Decibels below full of a frame in which nothing stirs."""

OVER_ROOM = 9.0
"""Decibels by which a voice is louder than the room."""

NEVER_SPEECH = -58.0
ALWAYS_SPEECH = -28.0
HISTORY = 400
"""Frames that tell how loud the room is: twelve seconds."""

QUIET_SHARE = 10
"""One frame in so many is quieter than the room, also while someone speaks without a pause."""

HOLD = 5
"""Frames after a loud one that still belong to the word: soft ends of words are not cut off."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Whether somebody speaks in it, and how loud it is in decibels below full."""

    is_speech: bool
    loudness: float


class SpeechGate:
    """Judges mono samples of 16 bits frame by frame; what is left over waits for the next call."""

    def __init__(self, rate: int = SPEECH_RATE) -> None:
        self._size = round(rate * FRAME) * SAMPLE_BYTES
        self._rest = b""
        self._recent: deque[float] = deque(maxlen=HISTORY)
        self._room = QUIETEST
        self._count = 0
        self._hold = 0

    def feed(self, pcm: bytes) -> Iterator[Frame]:
        whole = self._rest + pcm
        end = len(whole) // self._size * self._size
        self._rest = whole[end:]
        for begin in range(0, end, self._size):
            yield self._judged(loudness(whole[begin : begin + self._size]))

    def _judged(self, loud: float) -> Frame:
        self._recent.append(loud)
        if self._count % QUIET_SHARE == 0:
            self._room = sorted(self._recent)[len(self._recent) // QUIET_SHARE]
        self._count += 1
        needed = min(max(self._room + OVER_ROOM, NEVER_SPEECH), ALWAYS_SPEECH)
        if loud >= needed:
            self._hold = HOLD
            return Frame(True, loud)
        self._hold -= 1
        return Frame(self._hold >= 0, loud)


def loudness(pcm: bytes) -> float:
    """The mean loudness of samples in decibels below full."""
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    power = sum(sample * sample for sample in samples) / max(1, len(samples))
    return QUIETEST if power < 1 else 10 * math.log10(power / 2**30)
