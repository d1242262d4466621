"""Taking back changes of a transcript, also while more of it arrives."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from gptdesk.domain.transcript_editing import Edited, Segments, place_of, put_in
from gptdesk.domain.transcription import Segment

MOST_SIGNS = 8_000_000
"""About as much as the history may hold, in characters; the oldest changes go first."""
_SEGMENT = 120
_WORD = 40


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbours that became others, and the segment that stood before them."""

    previous: int | None
    before: Segments
    after: Segments


@dataclass(frozen=True, slots=True)
class _Step:
    runs: tuple[_Run, ...]
    size: int


class EditHistory:
    """Remembers what each change replaced by what, not the whole text.

    So segments that arrive in between stay when a change is taken back or made again.
    """

    def __init__(self, most: int = MOST_SIGNS) -> None:
        self._most = most
        self._done: deque[_Step] = deque()
        self._undone: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @property
    def size(self) -> int:
        """About how many characters it holds."""
        return sum(step.size for step in (*self._done, *self._undone))

    def note(self, before: Segments, after: Segments) -> bool:
        """Remember a change; what was taken back before it cannot be made again."""
        runs = tuple(_runs(before, after))
        if not runs:
            return False
        size = sum(_size(run.before) + _size(run.after) for run in runs)
        self._undone.clear()
        self._done.append(_Step(runs, size))
        while len(self._done) > 1 and self.size > self._most:
            self._done.popleft()
        return True

    def undo(self, segments: Segments) -> Edited:
        """Take the last change back."""
        if not self._done:
            return Edited(segments)
        step = self._done.pop()
        self._undone.append(step)
        turned = [_Run(run.previous, run.after, run.before) for run in reversed(step.runs)]
        return _applied(segments, turned)

    def redo(self, segments: Segments) -> Edited:
        """Make again what was taken back last."""
        if not self._undone:
            return Edited(segments)
        step = self._undone.pop()
        self._done.append(step)
        return _applied(segments, step.runs)

    def clear(self) -> None:
        """Another transcript is open."""
        self._done.clear()
        self._undone.clear()


def _runs(before: Segments, after: Segments) -> Iterator[_Run]:
    """What is different, as short as it can be told."""
    if [segment.id for segment in before] == [segment.id for segment in after]:
        pairs = enumerate(zip(before, after, strict=True))
        for is_other, group in groupby(pairs, lambda pair: pair[1][0] != pair[1][1]):
            found = list(group)
            if is_other:
                old, new = zip(*(pair for _, pair in found), strict=True)
                yield _Run(_id_before(before, found[0][0]), old, new)
        return
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    most = shorter - start
    rest = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    old, new = before[start : len(before) - rest], after[start : len(after) - rest]
    yield _Run(_id_before(before, start), old, new)


def _id_before(segments: Segments, place: int) -> int | None:
    return segments[place - 1].id if place else None


def _applied(segments: Segments, runs: tuple[_Run, ...] | list[_Run]) -> Edited:
    """Put `after` of each run where its `before` is now."""
    if all(len(run.before) == len(run.after) for run in runs):
        swaps = {
            old.id: new
            for run in runs
            for old, new in zip(run.before, run.after, strict=True)
            if old.id == new.id
        }
        if len(swaps) == sum(len(run.before) for run in runs):
            # The usual case, and the only one with many runs
            return Edited(tuple(swaps.get(s.id, s) for s in segments), tuple(swaps))
    selected: list[int] = []
    for run in runs:
        segments = _with_run(segments, run)
        selected.extend(segment.id for segment in run.after)
    return Edited(segments, tuple(selected))


def _with_run(segments: Segments, run: _Run) -> Segments:
    gone = {segment.id for segment in run.before}
    at = next((n for n, segment in enumerate(segments) if segment.id in gone), None)
    if at is None and run.previous is not None:
        previous = place_of(segments, run.previous)
        at = previous + 1 if previous is not None else None
    kept = tuple(segment for segment in segments if segment.id not in gone)
    return put_in(kept, run.after, at or 0)


def _size(segments: tuple[Segment, ...]) -> int:
    return sum(_SEGMENT + len(one.text) + _WORD * len(one.words) for one in segments)
