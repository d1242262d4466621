"""How alive the window stays. The service is a process of its own, so what is measured is ours."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

TESTS = Path(__file__).resolve().parent


@dataclass
class Elsewhere:
    """The test service in another process."""

    base_url: str
    models: list[str] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Elsewhere]:
    command = [sys.executable, "-m", "server", "--hum", "0.002"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        yield Elsewhere(process.stdout.readline().strip())
        process.terminate()


class Gaps:
    """How long the window's thread was away at most, and how long it worked at most itself.

    The two differ where the machine has other work or another thread holds the interpreter.
    """

    def __init__(self, parent) -> None:
        self._timer = QTimer(parent)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self.reset()
        self._timer.start()

    def reset(self) -> None:
        self.worst, self._last = 0.0, time.perf_counter()
        self.work, self._spent = 0.0, time.thread_time()

    def during(self, work: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds, at worst, while this is done."""
        self.reset()
        work()
        self._tick()
        return self.told

    @property
    def told(self) -> tuple[float, float]:
        return self.worst * 1000, self.work * 1000

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        self.worst, self._last = max(self.worst, now - self._last), now
        self.work, self._spent = max(self.work, spent - self._spent), spent
