"""Paints a mask in slices of a few milliseconds, so that the largest brush holds up nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from time import perf_counter

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from gptdesk.domain.mask import SIDE, Key, Mask, MaskChange
from gptdesk.domain.mask_shapes import Point, Span

SLICE = 0.008
"""Seconds; half a frame."""
BREATH = 0.04
"""So long a large stroke goes on before what has come of it is drawn."""
SPANS = 48
DONE = object()
Job = Iterator[QRect]
"""Each step does a little and says where."""


class Brushwork(QObject):
    """Keeps the order of what is painted, and tells when a stroke is complete.

    Signals:
        painted: a rectangle of the picture that looks different now.
        finished: the MaskChange that the last stroke made, if it made one.
        idle: everything that was asked for is painted.
    """

    painted = Signal(QRect)
    finished = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.mask = Mask(1, 1)
        self._jobs: deque[Job] = deque()
        self._later: deque[Iterator[None]] = deque()
        self._changed, self._shown = QRect(), 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.advance)

    @property
    def is_settled(self) -> bool:
        return not self._jobs

    def replace(self, mask: Mask) -> None:
        """Another mask; what was still to be painted on the old one is dropped."""
        self._jobs.clear()
        self.mask = mask

    def cover(self, spans: Iterable[Span], *, erase: bool) -> None:
        self._add(self._covering(iter(spans), erase))

    def fill(self, start: Point, end: Point) -> None:
        """All of a rectangle."""
        self._add(self._at(self.mask.fill(start, end)))

    def invert(self) -> None:
        self._add(self._at(self._inverting(self.mask.keys())))
        self.finish()

    def clear(self) -> None:
        self._add(self._clearing())
        self.finish()

    def pack(self, change: MaskChange) -> None:
        """Make what is kept for later smaller, when nothing else is to be done."""
        self._later.append(change.packing())
        self._timer.start()

    def finish(self) -> None:
        """The stroke ends here."""
        self._add(self._finishing())

    def abandon(self) -> None:
        """Take back what belongs to the stroke that has not ended yet."""
        self.settle()
        self.mask.abandon()
        self.painted.emit(self._everything())

    def settle(self) -> None:
        """Do now what is left."""
        while self._jobs:
            while self._jobs:
                self._changed = self._changed.united(self._step())
            self._show()
            self.idle.emit()

    def advance(self) -> None:
        until = perf_counter() + SLICE
        if not self._jobs:
            self._tidy(until)
            return
        while self._jobs and perf_counter() < until:
            self._changed = self._changed.united(self._step())
        if not self._jobs or perf_counter() > self._shown + BREATH:
            self._show()
        if not self._jobs:
            self.idle.emit()

    def _add(self, job: Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._timer.start()
            self.advance()

    def _show(self) -> None:
        """Drawing takes longer than painting: not after every slice."""
        changed, self._changed = self._changed, QRect()
        self._shown = perf_counter()
        if not changed.isEmpty():
            self.painted.emit(changed)

    def _tidy(self, until: float) -> None:
        while self._later and perf_counter() < until:
            if next(self._later[0], DONE) is DONE:
                self._later.popleft()
        if not self._later:
            self._timer.stop()

    def _step(self) -> QRect:
        job = self._jobs[0]
        for changed in job:
            return changed
        self._jobs.popleft()
        return QRect()

    def _covering(self, spans: Iterator[Span], erase: bool) -> Job:
        while some := list(islice(spans, SPANS)):
            self.mask.cover(some, erase=erase)
            left, right = min(span[1] for span in some), max(span[2] for span in some)
            top, bottom = min(span[0] for span in some), max(span[0] for span in some)
            yield QRect(left, top, right - left, bottom + 1 - top)

    def _inverting(self, keys: Iterable[Key]) -> Iterator[Key]:
        for key in keys:
            self.mask.invert_tile(key)
            yield key

    @staticmethod
    def _at(keys: Iterable[Key]) -> Job:
        return (QRect(key[0] * SIDE, key[1] * SIDE, SIDE, SIDE) for key in keys)

    def _clearing(self) -> Job:
        self.mask.clear()
        yield self._everything()

    def _finishing(self) -> Job:
        change = self.mask.finish()
        if change is not None:
            self.finished.emit(change)
            self.pack(change)
        yield QRect()

    def _everything(self) -> QRect:
        return QRect(0, 0, self.mask.width, self.mask.height)
