"""The lines to a test server, each of which ends with it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Lines:
    """What `asyncio.start_server` is given as `accept`, and what ends all of it.

    A coroutine as the callback would not do: one that is cancelled before its first step never
    learns of its line, and the line is left open.
    """

    def __init__(self, serve: Serve) -> None:
        self._serve = serve
        self._tasks: set[asyncio.Task[None]] = set()
        self._over = False

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one line; one that comes after the end is closed at once."""
        if self._over:
            writer.transport.abort()
            return
        task = asyncio.ensure_future(self._line(reader, writer))
        self._tasks.add(task)

        def ended(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            writer.transport.abort()
            if not task.cancelled() and (error := task.exception()):
                task.get_loop().call_exception_handler({"message": "a line", "exception": error})

        task.add_done_callback(ended)

    async def _line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await self._serve(reader, writer)

    async def end(self) -> None:
        """Break off what is being served."""
        self._over = True
        lines = list(self._tasks)
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)
        await asyncio.sleep(0)  # what was being accepted gets its line, and `accept` closes it
