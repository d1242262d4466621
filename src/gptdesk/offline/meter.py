"""Says how far an installation is: not more often than anyone can read, and with a calm speed."""

from __future__ import annotations

import math
from collections.abc import Callable

from gptdesk.domain.packs import InstallProgress

STEP_SECONDS = 0.1
CALM_SECONDS = 3.0
"""Over how long the speed is smoothed."""


class Meter:
    """Turns byte counts into progress for one run over one pack."""

    def __init__(self, pack_id: str, total: int, clock: Callable[[], float]) -> None:
        self._pack_id = pack_id
        self._total = total
        self._clock = clock
        self._phase = ""
        self._source = ""
        self._done = 0
        self._time = 0.0
        self._speed: float | None = None

    def step(self, phase: str, done: int, source: str = "") -> InstallProgress | None:
        """The progress to show now, or None if the last one is still fresh."""
        now = self._clock()
        if phase != self._phase or source != self._source or done < self._done:
            self._phase, self._source = phase, source
            self._speed = self._speed if phase == "download" else None
        elif done < self._total and now - self._time < STEP_SECONDS:
            return None
        else:
            self._measure(done, now)
        self._done, self._time = done, now
        speed = self._speed if phase == "download" else None
        return InstallProgress(self._pack_id, phase, done, self._total, speed, source)

    def _measure(self, done: int, now: float) -> None:
        passed = now - self._time
        if passed <= 0:
            return
        current = (done - self._done) / passed
        if self._speed is None:
            self._speed = current
        else:
            self._speed += (current - self._speed) * (1 - math.exp(-passed / CALM_SECONDS))
