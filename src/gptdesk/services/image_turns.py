"""Whose turn it is: so many jobs at a time for each connection, the others wait in line."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

AT_ONCE = 2


class Turns:
    """Lives in the core thread."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._running: dict[str, int] = {}
        self._lines: dict[str, deque[_Place]] = {}

    @asynccontextmanager
    async def turn(self, line: str, moved: Callable[[int], None]) -> AsyncIterator[None]:
        """Wait in this line; `moved` is told how many are served before, whenever that changes."""
        await self._wait(line, moved)
        try:
            yield
        finally:
            self._running[line] -= 1
            self._call_next(line)

    async def _wait(self, line: str, moved: Callable[[int], None]) -> None:
        waiting = self._lines.setdefault(line, deque())
        if not waiting and self._running.get(line, 0) < self._at_once:
            self._running[line] = self._running.get(line, 0) + 1
            return
        place = _Place(moved)
        waiting.append(place)
        self._tell(line)
        try:
            await place.called
        except asyncio.CancelledError:
            if place in waiting:
                waiting.remove(place)
                self._tell(line)
            else:  # called and cancelled in the same moment
                self._running[line] -= 1
                self._call_next(line)
            raise

    def _call_next(self, line: str) -> None:
        waiting = self._lines.get(line) or deque()
        while waiting and self._running[line] < self._at_once:
            place = waiting.popleft()
            self._running[line] += 1
            if not place.called.done():
                place.called.set_result(None)
        self._tell(line)

    def _tell(self, line: str) -> None:
        for number, place in enumerate(self._lines.get(line, ()), start=1):
            place.tell(number)


class _Place:
    """Somebody who waits."""

    def __init__(self, moved: Callable[[int], None]) -> None:
        self.called: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._moved = moved
        self._before = 0

    def tell(self, before: int) -> None:
        if before != self._before:
            self._before = before
            self._moved(before)
