"""How fast the transcript is. It reports and never judges: machines differ, limits do not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.view import TranscriptView

LONG, SHORT = 10_000, 10
RATE = 2_000
TOKEN = 4
"""Characters in a token of English text, roughly."""
SECONDS = 3
RUNS = 5
FRAME_MS = 16
DEFERRED_DELETE = 52

SAMPLE = """## What it costs

The four lines on the receipt add up to the **printed total**, so `nothing` is missing.

- Tax is already in the prices, so I did not add it again.
- The tip is taken once, on the total, not dish by dish.

| Item | Quantity | Price |
|---|---:|---:|
| Tomato soup | 2 | 13.00 |
| Grilled trout | 1 | 22.50 |

```python
def share(total, rate=0.1, people=3):
    return round(total * (1 + rate) / people, 2)  # cents
```

> 价格：**每人：**21.34，小费只算一次。

1. First thing
   - inner
2. Second thing

"""


def header(position: int) -> MessageHeader:
    role = Role.USER if position % 2 == 0 else Role.ASSISTANT
    length = 880 if position % 2 else 80
    return MessageHeader(f"m{position}", position, role, length, MessageState.DONE)


def body(position: int) -> ChatMessage:
    role = Role.USER if position % 2 == 0 else Role.ASSISTANT
    text = SAMPLE if position % 2 else "What does each of us pay, with a tip of ten percent?"
    return ChatMessage(f"m{position}", "c", position, role, text)


class Bench:
    """A window with a conversation of some length, and an answer that begins."""

    def __init__(self, count: int) -> None:
        self.model = TranscriptModel()
        self.view = TranscriptView(self.model)
        self.view.resize(944, 700)
        self.model.bodies_wanted.connect(self._load)
        self.view.show()
        self.headers = [header(position) for position in range(count)]
        QCoreApplication.processEvents()

    def open(self) -> float:
        """Seconds until the conversation is on the screen."""
        start = time.perf_counter()
        self.model.reset(self.headers)
        QCoreApplication.processEvents()
        self.view.repaint()
        return time.perf_counter() - start

    def ask(self) -> None:
        position = len(self.headers)
        self.model.append(ChatMessage("q", "c", position, Role.USER, "Go on."))
        growing = ChatMessage("a", "c", position + 1, Role.ASSISTANT, "", MessageState.STREAMING)
        self.model.append(growing)
        QCoreApplication.processEvents()

    def close(self) -> None:
        self.view.shutdown()
        self.view.close()
        self.view.deleteLater()
        QCoreApplication.sendPostedEvents(None, DEFERRED_DELETE)

    def _load(self, first: int, last: int) -> None:
        self.model.set_bodies([body(position) for position in range(first, last + 1)])


@pytest.fixture
def bench(qapp: QApplication) -> Iterator[Callable[[int], Bench]]:
    made: list[Bench] = []

    def make(count: int) -> Bench:
        made.append(Bench(count))
        return made[-1]

    yield make
    for found in made:
        found.close()


def answer_text(tokens: int) -> str:
    length = tokens * TOKEN
    return (SAMPLE * (length // len(SAMPLE) + 1))[:length]


class Flood:
    """Feeds an answer at a steady rate and notes how long each turn of the event loop was away."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._text = answer_text(RATE * SECONDS)
        self._sent = 0
        self._loop = QEventLoop()
        self.gaps: list[float] = []

    def run(self) -> None:
        feeder, probe = QTimer(), QTimer()
        feeder.setInterval(FRAME_MS)
        feeder.timeout.connect(self._feed)
        probe.setTimerType(Qt.TimerType.PreciseTimer)
        probe.setInterval(1)
        probe.timeout.connect(self._probe)
        self._start = self._last = time.perf_counter()
        feeder.start()
        probe.start()
        self._loop.exec()
        feeder.stop()
        probe.stop()
        self._bench.view.flush()

    def _feed(self) -> None:
        due = int((time.perf_counter() - self._start) * RATE * TOKEN)
        if due > self._sent:
            self._bench.model.extend_last(self._text[self._sent : due])
            self._sent = due
        if due >= len(self._text):
            self._loop.quit()

    def _probe(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def report(name: str, figure: float, limit: float, unit: str) -> None:
    verdict = "ok" if figure <= limit else "OVER"
    print(f"  {name:<58}{figure:>9.1f}{unit:<4} limit {limit:g}{unit}  {verdict}")


def test_opening_a_long_conversation(bench: Callable[[int], Bench]) -> None:
    bench(SHORT).open()  # what is imported and drawn for the first time
    found = bench(LONG)
    print()
    report(f"open {LONG:,} messages", median(found.open() for _ in range(RUNS)) * 1000, 300, "ms")


def test_an_answer_that_floods_in(bench: Callable[[int], Bench]) -> None:
    worst, late = [], []
    for _ in range(RUNS):
        found = bench(LONG)
        found.open()
        found.ask()
        flood = Flood(found)
        flood.run()
        gaps = sorted(flood.gaps)
        worst.append(gaps[-1])
        late.append(gaps[int(len(gaps) * 0.99)])
    print()
    report(f"worst gap at {RATE:,} tokens/s, {LONG:,} messages", median(worst), 33, "ms")
    report(f"99 % of gaps at {RATE:,} tokens/s", median(late), 20, "ms")


def test_a_token_costs_the_same_in_a_long_conversation(bench: Callable[[int], Bench]) -> None:
    costs: dict[int, list[float]] = {count: [] for count in (SHORT, LONG)}
    for _ in range(RUNS):
        for count, seconds in costs.items():
            seconds.append(_seconds_for_an_answer(bench(count)))
    print()
    short, long = median(costs[SHORT]), median(costs[LONG])
    tokens = RATE * SECONDS
    print(f"  µs per token: {short / tokens * 1e6:.0f} and {long / tokens * 1e6:.0f}")
    report(f"cost per token, {LONG:,} messages to {SHORT}", long / short, 1.2, "x")


def _seconds_for_an_answer(found: Bench) -> float:
    """Processor time for an answer, frame by frame and without waiting."""
    found.open()
    found.ask()
    text = answer_text(RATE * SECONDS)
    frame = RATE * TOKEN * FRAME_MS * 2 // 1000
    start = time.process_time()
    for first in range(0, len(text), frame):
        found.model.extend_last(text[first : first + frame])
        found.view.flush()
        QCoreApplication.processEvents()
    return time.process_time() - start
