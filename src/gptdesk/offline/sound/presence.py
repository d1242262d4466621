"""Notices that the one who asked has gone, so that nobody works for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.requests import Request

Result = TypeVar("Result")


class Gone(Exception):
    """The client closed the connection."""


class Presence:
    """Watches the connection of a request whose body has been read. Use `with`."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._watch: asyncio.Task[None] | None = None

    def __enter__(self) -> Presence:
        self._watch = asyncio.create_task(self._until_gone())
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._watch is not None
        self._watch.cancel()

    async def during(self, work: Coroutine[Any, Any, Result]) -> Result:
        """The result of `work`, which is cancelled when the client goes. Raises Gone."""
        assert self._watch is not None
        task = asyncio.create_task(work)
        try:
            await asyncio.wait({task, self._watch}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            if not task.done():
                task.cancel()
        if not task.done() or task.cancelled():
            raise Gone
        return task.result()

    async def _until_gone(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
