"""How high the rows of a long list are: measured where they were seen, estimated elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """Rows one below the other. `measured` counts exact ones, for tests."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._exact: list[bool] = []
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, estimates: Sequence[int]) -> None:
        self._heights = list(estimates)
        self._exact = [False] * len(estimates)
        self._tops = None

    def insert(self, at: int, estimates: Sequence[int]) -> None:
        self._heights[at:at] = estimates
        self._exact[at:at] = [False] * len(estimates)
        self._tops = None

    def remove(self, start: int, end: int) -> None:
        del self._heights[start:end]
        del self._exact[start:end]
        self._tops = None

    def estimate(self, row: int, height: int) -> None:
        """It changed; how high it is now shows when it is seen."""
        self._heights[row] = height
        self._exact[row] = False
        self._tops = None

    def set(self, row: int, height: int) -> None:
        self._exact[row] = True
        if self._heights[row] != height:
            self._heights[row] = height
            self._tops = None

    def is_exact(self, row: int) -> bool:
        return self._exact[row]

    def height(self, row: int) -> int:
        return self._heights[row]

    def top(self, row: int) -> int:
        return self._all()[row]

    @property
    def total(self) -> int:
        return self._all()[-1]

    def row_at(self, y: int) -> int:
        """The row that covers this line; the first or last one outside of all; -1 without rows."""
        if not self._heights:
            return -1
        return max(0, min(len(self._heights) - 1, bisect_right(self._all(), y) - 1))

    def _all(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
