"""Asking the core for one thing, and hearing of it or of its failure; for any tab."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.problems import Problem
from gptdesk.runtime.core import CoreThread
from gptdesk.runtime.operation import Operation


class Calls(QObject):
    """Keeps the operations that are under way, so that they can be ended together.

    Signals:
        failed: a Problem that nobody else wanted.
    """

    failed = Signal(object)

    def __init__(self, core: CoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._running: set[Operation] = set()
        self._is_closed = False

    def run(
        self,
        coroutine: Coroutine[Any, Any, Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> Operation | None:
        """Run it in the core thread; `done` gets its result in this one."""
        if self._is_closed:
            coroutine.close()
            return None
        operation = self._core.call(coroutine, parent=self)
        if done is not None:
            operation.events.connect(partial(self._deliver_only, done))
        operation.failed.connect(partial(self._deliver, failed or self.failed.emit))
        self._keep(operation)
        return operation

    def stream(
        self,
        events: AsyncGenerator[object, None],
        arrived: Callable[[Operation, list[Any]], None],
        failed: Callable[[Problem], None],
    ) -> Operation | None:
        """Run a generator; `arrived` gets what it yields, in batches."""
        if self._is_closed:
            return None
        operation = self._core.stream(events, parent=self)
        operation.events.connect(partial(self._deliver, partial(arrived, operation)))
        operation.failed.connect(partial(self._deliver, failed))
        self._keep(operation)
        return operation

    def _keep(self, operation: Operation) -> None:
        self._running.add(operation)
        operation.finished.connect(partial(self._running.discard, operation))

    def shutdown(self) -> None:
        """End what still runs; nothing new begins."""
        self._is_closed = True
        for operation in tuple(self._running):
            operation.cancel()

    def _deliver_only(self, done: Callable[[Any], None], events: list[Any]) -> None:
        self._deliver(done, events[0])

    def _deliver(self, take: Callable[[Any], None], what: Any) -> None:
        """Whoever asked may be gone after `shutdown`."""
        if not self._is_closed:
            take(what)
