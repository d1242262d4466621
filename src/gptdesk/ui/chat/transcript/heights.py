"""How high the rows are: measured where one was shown, guessed elsewhere, and added up quickly."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """A Fenwick tree, so that neither a change nor a look-up depends on how many rows there are."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._known = bytearray(len(self._heights))
        self._sums: list[int] = []
        self._build()

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    @property
    def total(self) -> int:
        return self.above(len(self._heights))

    def is_known(self, row: int) -> bool:
        """Whether the height was measured."""
        return bool(self._known[row])

    def set(self, row: int, height: int, *, known: bool = True) -> None:
        self._known[row] = known
        change = height - self._heights[row]
        if not change:
            return
        self._heights[row] = height
        index = row + 1
        while index <= len(self._heights):
            self._sums[index] += change
            index += index & -index

    def append(self, height: int) -> None:
        self._heights.append(height)
        self._known.append(0)
        index = len(self._heights)
        self._sums.append(self.above(index - 1) - self.above(index - (index & -index)) + height)

    def remove(self, row: int) -> None:
        del self._heights[row]
        del self._known[row]
        self._build()

    def above(self, row: int) -> int:
        """The sum of the heights before this row."""
        total = 0
        while row > 0:
            total += self._sums[row]
            row -= row & -row
        return total

    def row_at(self, y: int) -> int:
        """The row that covers this distance from the top."""
        row = 0
        step = 1 << len(self._heights).bit_length()
        while step:
            following = row + step
            if following < len(self._sums) and self._sums[following] <= y:
                row = following
                y -= self._sums[following]
            step >>= 1
        return max(0, min(row, len(self._heights) - 1))

    def _build(self) -> None:
        self._sums = [0, *self._heights]
        for index in range(1, len(self._sums)):
            parent = index + (index & -index)
            if parent < len(self._sums):
                self._sums[parent] += self._sums[index]
