"""A text of a million characters in the Speech tab: how alive the window stays.

The service speaks in a process of its own, so that what is measured is ours. Order and highlighting
are checked; times are printed beside their limits and never judged.
"""

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

from speech_desk import desk as desk
from speech_studio import paths as paths

TESTS = Path(__file__).resolve().parents[1]
LENGTH = 1_000_000
GAP_LIMIT = 50
SENTENCE = (
    "Lamp {number} was lit at a quarter past five, and nobody saw it. 今晚第{number}盏灯亮了。"
)


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


def long_text() -> str:
    parts, size, number = [], 0, 0
    while size < LENGTH:
        number += 1
        part = SENTENCE.format(number=number) + ("\n\n" if number % 5 == 0 else " ")
        parts.append(part)
        size += len(part)
    return "".join(parts)[:LENGTH]


def test_a_text_of_a_million_characters_leaves_the_window_alive(desk, qtbot):
    desk.start()
    desk.page.show()
    qtbot.waitExposed(desk.page)
    text = long_text()
    gaps = Gaps(desk.page)
    told: dict[str, tuple[float, float]] = {}

    def settled() -> None:
        desk.until(lambda: desk.job is not None and not desk.maker.is_running)

    told["opening the text"] = gaps.during(lambda: desk.write(text))
    qtbot.waitUntil(lambda: gaps.worst > 0)
    told["typing a letter"] = gaps.during(lambda: qtbot.keyClicks(desk.page.editor, "Oh. "))
    gaps.reset()
    desk.part("speech.speak").click()
    begun = time.perf_counter()
    qtbot.waitUntil(lambda: desk.job is not None and not desk.maker.is_running, timeout=240_000)
    told["making all of it"] = gaps.told
    seconds = time.perf_counter() - begun
    job = desk.job
    assert job.is_complete
    assert "".join(job.text[piece.start : piece.end] for piece in job.pieces) == job.text

    listener, seen, cost, work = desk.presenter._listener, [], [], []
    listener.spoken.connect(seen.append)
    for begins in list(listener._begins)[:: len(listener._begins) // 400]:
        start, spent = time.perf_counter(), time.thread_time()
        listener._show_time(begins + 0.001)
        cost.append(time.perf_counter() - start)
        work.append(time.thread_time() - spent)
    spans = [span for span in seen if span is not None]
    assert spans == sorted(spans)
    assert all(job.text[start:end].strip() == job.text[start:end] for start, end in spans)
    told["marking a sentence"] = (max(cost) * 1000, max(work) * 1000)
    middle = spans[len(spans) // 2]
    told["clicking a sentence"] = gaps.during(lambda: desk.page.editor.pressed_at.emit(middle[0]))
    assert desk.page.editor._spoken == middle
    gaps.stop()
    print(f"\n{len(text)} characters, {len(job.pieces)} pieces, made in {seconds:.1f} s")
    for name, (away, worked) in told.items():
        print(
            f"Worst gap while {name}: {away:.0f} ms, {worked:.0f} ms of them its own work "
            f"(limit {GAP_LIMIT} ms)"
        )
