"""What the find bar finds, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.transcript_editing import Edited, Segments
from gptdesk.domain.transcript_finding import (
    Hit,
    Wanted,
    find,
    next_hit,
    replace_all,
    replace_hit,
)
from gptdesk.ui.transcription.results.find_bar import TranscriptFindBar


class Finder(QObject):
    """Walks through the places, round and round. Whoever owns the segments tells of each change.

    Signals:
        shown: all hits and the one to bring into view (a tuple of Hit, and a Hit or None).
        edited: an Edited that the owner of the segments is to take over.
    """

    shown = Signal(object, object)
    edited = Signal(object)

    def __init__(self, bar: TranscriptFindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._segments: Segments = ()
        self._wanted = Wanted("")
        self._hits: tuple[Hit, ...] = ()
        self._number = -1
        self._place = (0, 0)
        bar.wanted_changed.connect(self._on_wanted)
        bar.step_requested.connect(self.step)
        bar.replace_requested.connect(self.replace)
        bar.replace_all_requested.connect(self.replace_all)
        bar.closed.connect(self._on_closed)

    def set_segments(self, segments: Segments) -> None:
        """The text changed, or more of it arrived."""
        self._segments = segments
        if not self._bar.isHidden():
            self._look()

    def set_place(self, segment: int, caret: int) -> None:
        """Where the person reads: looking begins there."""
        self._place = (segment, caret)

    def step(self, by: int) -> None:
        if self._hits:
            self._number = (self._number + by) % len(self._hits)
            self._show()

    def replace(self, instead: str) -> None:
        """Replace the place that is shown, and go on to the next."""
        if not 0 <= self._number < len(self._hits):
            return
        hit = self._hits[self._number]
        result = replace_hit(self._segments, hit, self._wanted, instead)
        self._place = (hit.segment, hit.start + len(instead))
        self._take(result)

    def replace_all(self, instead: str) -> None:
        result, count = replace_all(self._segments, self._wanted, instead)
        self._take(result)
        self._bar.set_replaced(count)

    def _take(self, result: Edited) -> None:
        if result.segments is not self._segments:
            self._segments = result.segments
            self.edited.emit(result)
        self._look()

    def _on_wanted(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._look()

    def _on_closed(self) -> None:
        self._hits, self._number = (), -1
        self.shown.emit((), None)

    def _look(self) -> None:
        self._hits = find(self._segments, self._wanted)
        self._number = next_hit(self._hits, self._segments, *self._place)
        self._show()

    def _show(self) -> None:
        hit = self._hits[self._number] if self._hits else None
        if hit is not None:
            self._place = (hit.segment, hit.start)
        self._bar.set_found(self._number + 1, len(self._hits))
        self.shown.emit(self._hits, hit)
