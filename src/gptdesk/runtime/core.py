"""The core thread: one asyncio loop in which everything happens that could make a window wait."""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import AsyncGenerator, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from gptdesk.runtime.operation import Operation

if TYPE_CHECKING:
    import asyncio


SWITCH_AFTER = 0.0005
"""Seconds after which a thread at work lets another one in. To draw, the window's thread asks for
the interpreter many times; with the usual 0.005 each time, what takes 15 ms took up to 150."""


class CoreThread:
    """Runs coroutines away from the UI thread and hands their events over as Operations.

    It starts after the first paint: `asyncio` alone would add a tenth to the time until then.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._ready = threading.Event()
        self._usual_switch = 0.005
        self._last: Coroutine[Any, Any, object] | None = None
        self._operations: weakref.WeakSet[Operation] = weakref.WeakSet()

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def start(self) -> None:
        assert self._thread is None
        self._usual_switch = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_AFTER)
        self._thread = threading.Thread(target=self._run, name="gptdesk-core")
        self._thread.start()
        self._ready.wait()

    def stop(self, last: Coroutine[Any, Any, object] | None = None) -> None:
        """Cancel what still runs, wait until it is settled, run `last`, end the thread."""
        if self._thread is None or self._loop is None:
            return
        self._last = last
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        sys.setswitchinterval(self._usual_switch)
        self._thread = None
        self._loop = None
        self._ready.clear()

    def stream(
        self, events: AsyncGenerator[object, None], *, parent: QObject | None = None
    ) -> Operation:
        """Run an async generator; each thing it yields becomes an event."""
        assert self._loop is not None, "the core thread is not running"
        operation = self._new(parent)
        operation._start(self._loop, events)
        return operation

    def call(
        self, coroutine: Coroutine[Any, Any, object], *, parent: QObject | None = None
    ) -> Operation:
        """Run a coroutine; its result is the one event."""
        assert self._loop is not None, "the core thread is not running"
        operation = self._new(parent)
        operation._start(self._loop, _only(coroutine), coroutine)
        return operation

    def abandon(self) -> None:
        """After `stop`, when the app closes: what ended is not reported to anyone any more."""
        for operation in tuple(self._operations):
            if not operation.is_over:
                operation.abandon()

    def _new(self, parent: QObject | None) -> Operation:
        operation = Operation(parent)
        self._operations.add(operation)
        return operation

    def _run(self) -> None:
        import asyncio

        with asyncio.Runner() as runner:
            self._loop = runner.get_loop()
            self._loop.call_soon(self._ready.set)
            self._loop.run_forever()
            tasks = [operation._task for operation in tuple(self._operations)]
            runner.run(_settle([task for task in tasks if task is not None]))
            if self._last is not None:
                runner.run(self._last)
                self._last = None


async def _only(coroutine: Coroutine[Any, Any, object]) -> AsyncGenerator[object, None]:
    yield await coroutine


async def _settle(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Cancel the operations, and with them what they wait for.

    Nothing else: asyncio has tasks of its own, and without them a child process that is just
    being started would be waited for without end.
    """
    import asyncio

    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
