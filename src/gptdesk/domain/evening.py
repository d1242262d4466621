"""Makes quiet speech as loud as loud speech, without lifting what lies between."""

from __future__ import annotations

from array import array
from collections import deque

from gptdesk.domain.voice import FRAME, FRAME_BYTES, levels

GOAL = 140
"""Half decibels: speech at seventy of the ninety that there are."""
MOST, LEAST = 48, -24
"""Half decibels by which anything is made louder, at the most, or less loud."""
NOISE = 60
"""What is not louder than this is not lifted: it is the noise of the room."""
REMEMBERED = 150
"""Frames that tell how loud somebody speaks: three seconds."""
SMOOTHED = 0.05
LARGEST = 32767


class Evening:
    """Takes samples of SPEECH_RATE as they come and gives as many back."""

    def __init__(self) -> None:
        self._recent: deque[int] = deque(maxlen=REMEMBERED)
        self._gain = 0.0

    def even(self, samples: bytes) -> bytes:
        whole = len(samples) // FRAME_BYTES * FRAME_BYTES
        numbers = array("h", samples[:whole])
        found = array("h")
        for place, level in enumerate(levels(samples[:whole])):
            factor = self._factor(level)
            frame = numbers[place * FRAME : (place + 1) * FRAME]
            if 0.99 < factor < 1.01:
                found += frame
            else:
                found.extend(max(-LARGEST, min(LARGEST, int(number * factor))) for number in frame)
        return found.tobytes() + samples[whole:]

    def _factor(self, level: int) -> float:
        if level > NOISE:
            self._recent.append(level)
        if self._recent:
            loud = sorted(self._recent)[-max(1, len(self._recent) // 10)]
            wanted = max(LEAST, min(MOST, GOAL - loud))
            self._gain += (wanted - self._gain) * SMOOTHED
        return float(10 ** (self._gain / 40))
