"""Tells speech from silence while the sound comes in, as `voice` does for what is there already."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from gptdesk.domain.voice import BRIDGED, FRAME_BYTES, FRAMES_A_SECOND, levels, threshold

FRAME = 1 / FRAMES_A_SECOND
"""Seconds that are judged at once."""

REMEMBERED = 12 * FRAMES_A_SECOND
"""Frames that tell how loud the room is and how loud somebody speaks."""

REFLECTED = 10
"""Frames after which the threshold is found anew."""

UNMISTAKABLE = 130
"""Half decibels: at the beginning, with nothing to compare it with, so loud is a voice."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Whether somebody speaks in it, and how loud it is in half decibels."""

    is_speech: bool
    loudness: int


class SpeechGate:
    """Judges samples of SPEECH_RATE frame by frame; what is left over waits for the next call.

    The soft end of a word and the quiet within one still belong to it.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._recent: deque[int] = deque(maxlen=REMEMBERED)
        self._least = UNMISTAKABLE
        self._count = 0
        self._hold = 0

    def feed(self, pcm: bytes) -> Iterator[Frame]:
        whole = self._rest + pcm
        end = len(whole) // FRAME_BYTES * FRAME_BYTES
        self._rest = whole[end:]
        for level in levels(whole[:end]):
            yield self._judged(level)

    def _judged(self, level: int) -> Frame:
        self._recent.append(level)
        self._count += 1
        if self._count % REFLECTED == 0:
            self._least = min(UNMISTAKABLE, threshold(bytes(self._recent)))
        self._hold = BRIDGED if level >= self._least else self._hold - 1
        return Frame(self._hold > 0, level)
