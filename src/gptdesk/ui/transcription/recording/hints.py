"""What is wrong with the sound of a microphone, judged while someone records."""

from __future__ import annotations

from collections import deque
from enum import StrEnum

WATCHED = 5.0
"""Seconds that are looked back on."""
NOTHING, FAINT = 0.08, 0.4
"""A meter that stays below: nothing stirs at all, or nobody could make out words."""
TOO_LOUD = 0.985
OFTEN = 4
"""So many values at the very top within what is watched are no accident."""
LITTLE_ROOM = 30 * 60.0


class Hint(StrEnum):
    NONE = ""
    MUTED = "muted"
    FAINT = "faint"
    LOUD = "loud"
    DISK = "disk"


class HintFinder:
    """Takes the meter's values, from 0 to 1, with the seconds at which they came."""

    def __init__(self) -> None:
        self._recent: deque[tuple[float, float]] = deque()
        self._begun: float | None = None

    def reset(self) -> None:
        self._recent.clear()
        self._begun = None

    def take(self, level: float, seconds: float, room: float) -> Hint:
        """What is worth saying now. A disk that fills up comes first."""
        if self._begun is None:
            self._begun = seconds
        self._recent.append((seconds, level))
        while seconds - self._recent[0][0] > WATCHED:
            self._recent.popleft()
        if room < LITTLE_ROOM:
            return Hint.DISK
        if sum(value >= TOO_LOUD for _, value in self._recent) >= OFTEN:
            return Hint.LOUD
        if seconds - self._begun < WATCHED:
            return Hint.NONE
        loudest = max(value for _, value in self._recent)
        if loudest < NOTHING:
            return Hint.MUTED
        return Hint.FAINT if loudest < FAINT else Hint.NONE
