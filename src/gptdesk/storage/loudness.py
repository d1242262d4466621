"""How loud a sound is over time, for drawing it and for finding its pauses."""

from __future__ import annotations

import sys
from array import array

from gptdesk.domain.speech import PEAKS


class Loudness:
    """Takes mono samples of 16 bits as they come; gives one byte for each twentieth of a second."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._step = max(1, rate // PEAKS)
        self._rest: array[int] = array("h")
        self._count = 0
        self._peaks = bytearray()

    @property
    def seconds(self) -> float:
        return self._count / self._rate

    def add(self, samples: bytes) -> None:
        values = array("h", samples)
        if sys.byteorder == "big":
            values.byteswap()
        self._count += len(values)
        self._rest += values
        whole = len(self._rest) - len(self._rest) % self._step
        for at in range(0, whole, self._step):
            self._note(self._rest[at : at + self._step])
        self._rest = self._rest[whole:]

    def peaks(self) -> bytes:
        """All that was taken; nothing is to be added afterwards."""
        if self._rest:
            self._note(self._rest)
            self._rest = array("h")
        return bytes(self._peaks)

    def _note(self, part: array[int]) -> None:
        self._peaks.append(min(255, max(max(part), -min(part)) >> 7))
