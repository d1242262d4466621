"""A piece of work in the core thread, as the interface sees it."""

from __future__ import annotations

import logging
import traceback
from collections import deque
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gptdesk.domain.problems import Bug, Problem

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)

FRAME_MS = 16


class _End:
    """The last item of a queue, with the failure if there was one."""

    def __init__(self, problem: Problem | None, *, cancelled: bool) -> None:
        self.problem = problem
        self.cancelled = cancelled


class Operation(QObject):
    """A running stream. Events arrive in batches, at most one a frame.

    Signals:
        events: a list of domain events, in order.
        failed: a Problem; followed by `finished`.
        finished: always, once, and last.
    """

    events = Signal(list)
    failed = Signal(object)
    finished = Signal()
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[object] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.flush)
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._source: Coroutine[Any, Any, object] | None = None
        self._is_over = False
        self._was_cancelled = False

    @property
    def is_over(self) -> bool:
        return self._is_over

    @property
    def was_cancelled(self) -> bool:
        """Whether it ended because `cancel` was called, known when `finished` is emitted."""
        return self._was_cancelled

    def cancel(self) -> None:
        """End the work; `finished` comes when its connections are closed."""
        if self._loop is not None and not self._is_over and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._cancel_task)

    def flush(self) -> None:
        """Hand over what is waiting, now."""
        self._timer.stop()
        batch: list[object] = []
        end: _End | None = None
        while self._queue:
            item = self._queue.popleft()
            if isinstance(item, _End):
                end = item
            else:
                batch.append(item)
        if batch:
            self.events.emit(batch)
        if end is not None:
            self._finish(end)

    def abandon(self) -> None:
        """Tell nobody any more: the app is closing and the work has ended."""
        self._timer.stop()
        self._queue.clear()
        self._is_over = True
        self.deleteLater()

    # Core thread

    def _start(
        self,
        loop: asyncio.AbstractEventLoop,
        events: AsyncGenerator[object, None],
        source: Coroutine[Any, Any, object] | None = None,
    ) -> None:
        self._loop = loop
        self._source = source
        loop.call_soon_threadsafe(self._create_task, events)

    def _create_task(self, events: AsyncGenerator[object, None]) -> None:
        assert self._loop is not None
        self._task = self._loop.create_task(self._consume(events))
        self._task.add_done_callback(self._on_done)

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _consume(self, events: AsyncGenerator[object, None]) -> None:
        async with aclosing(events):
            async for event in events:
                self._put(event)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        if self._source is not None:
            self._source.close()  # never begun if the task was cancelled before its first step
        if task.cancelled():
            self._put(_End(None, cancelled=True))
            return
        error = task.exception()
        if error is None or isinstance(error, Problem):
            self._put(_End(error, cancelled=False))
            return
        log.error("Unforeseen failure", exc_info=error)
        last_line = traceback.format_exception_only(error)[-1].strip()
        self._put(_End(Bug(last_line), cancelled=False))

    def _put(self, item: object) -> None:
        self._queue.append(item)
        if len(self._queue) == 1:
            self._woken.emit()

    # UI thread

    def _on_woken(self) -> None:
        if self._queue and not self._timer.isActive():
            self._timer.start()

    def _finish(self, end: _End) -> None:
        self._is_over = True
        self._was_cancelled = end.cancelled
        if end.problem is not None:
            self.failed.emit(end.problem)
        self.finished.emit()
        self.deleteLater()
