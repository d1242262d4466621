"""Where the reader is: a row and a distance from its top, not a number of pixels.

Whatever turns out to be higher or lower than it was guessed, what is being read stays where it
is. At the end of the conversation the end is the anchor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gptdesk.ui.chat.transcript.measures import BOTTOM, GAP, TOP

if TYPE_CHECKING:
    from gptdesk.ui.chat.transcript.stage import Stage

BELOW = BOTTOM - GAP
"""Each row brings its gap along."""


class Anchor:
    """Finds out which rows are seen; on the way they get their widgets and real heights."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.row = 0
        self.offset = -TOP
        self.is_at_end = True

    def to_row(self, row: int, offset: int = 0) -> None:
        """The row, or what lies `offset` below its top, near the upper edge."""
        self.is_at_end = False
        self.row, self.offset = row, offset - TOP

    def to_pixel(self, y: int) -> None:
        """A distance from the top of everything, as a scroll bar knows it."""
        self.row = self._stage.heights.row_at(max(0, y - TOP))
        self.offset = y - TOP - self._stage.heights.above(self.row)

    def pixel(self) -> int:
        return TOP + self._stage.heights.above(self.row) + self.offset

    def height(self) -> int:
        """The height of everything, as far as it is known."""
        return TOP + self._stage.heights.total + BELOW

    def top_of(self, row: int) -> int:
        """Where a row stands on the screen."""
        heights = self._stage.heights
        return heights.above(row) - heights.above(self.row) - self.offset

    def seen(self, room: int) -> range:
        """The rows in a window of this height."""
        count = len(self._stage.heights)
        if not count:
            return range(0)
        if self.is_at_end and (found := self._from_end(room)) is not None:
            return found
        self._settle()
        y, last = -self.offset, self.row
        while y < room and last < count:
            y += self._stage.ensure(last)
            last += 1
        if last == count and y + BELOW <= room and not self.is_at_end:
            self.is_at_end = True
            return self.seen(room)
        return range(self.row, last)

    def _from_end(self, room: int) -> range | None:
        """The rows above the end, or None if all of them fit: then they hang from the top."""
        count = len(self._stage.heights)
        y, first = room - BELOW, count
        while y > 0 and first > 0:
            first -= 1
            y -= self._stage.ensure(first)
        if first == 0 and y >= TOP:
            self.row, self.offset = 0, -TOP
            return None
        self.row, self.offset = first, -y
        return range(first, count)

    def _settle(self) -> None:
        """The offset may lie outside its row, after scrolling or when the row turns out lower."""
        last = len(self._stage.heights) - 1
        self.row = max(0, min(self.row, last))
        while self.offset < 0 and self.row > 0:
            self.row -= 1
            self.offset += self._stage.ensure(self.row)
        while self.row < last and self.offset >= self._stage.ensure(self.row):
            self.offset -= self._stage.heights[self.row]
            self.row += 1
        if self.row == 0:
            self.offset = max(self.offset, -TOP)
