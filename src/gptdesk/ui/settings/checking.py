"""Runs check-ups, one at a time, and remembers what came of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.form_rules import Question
from gptdesk.ui.settings.values import CheckResult

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.connections import ConnectionService


class Checking(QObject):
    """Asks a service for its models: the address, the key and the list are tested at once.

    Signals:
        changed: a check-up began, ended or was stopped.
    """

    changed = Signal()

    def __init__(
        self,
        core: CoreThread,
        service: ConnectionService,
        parent: QObject | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._service = service
        self._now = now
        self._asked: Question | None = None
        self._operation: Operation | None = None
        self._began = 0.0
        self._results: dict[str, tuple[Question, CheckResult]] = {}

    def is_running(self, connection_id: str) -> bool:
        return self._asked is not None and self._asked.connection.id == connection_id

    def start(self, question: Question) -> None:
        self.stop()
        self._asked = question
        self._began = self._now()
        models = self._service.models(question.connection, question.key)
        self._operation = self._core.call(models, parent=self)
        self._operation.events.connect(lambda events: self._on_end(question, events[-1], None))
        self._operation.failed.connect(lambda problem: self._on_end(question, (), problem))
        self.changed.emit()

    def stop(self) -> None:
        """End it at once; what it would have said is not wanted any more."""
        if self._operation is not None and self._asked is not None:
            self._operation.cancel()
            self._asked = None
            self._operation = None
            self.changed.emit()

    def result_for(self, question: Question) -> CheckResult | None:
        """What a check-up of exactly this found."""
        asked, result = self._results.get(question.connection.id, (None, None))
        return result if asked is not None and asked.is_same(question) else None

    def adopt(self, old: Question, new: Question) -> None:
        """What was found before saving holds after it; the key itself is forgotten here."""
        result = self.result_for(old)
        self._results.pop(old.connection.id, None)
        if result is not None:
            self._results[new.connection.id] = (new, result)

    def forget(self, connection_id: str) -> None:
        self._results.pop(connection_id, None)

    def _on_end(self, question: Question, models: tuple[str, ...], problem: Problem | None) -> None:
        if self._asked is not question:
            return
        self._asked = None
        self._operation = None
        now = self._now()
        result = CheckResult(now, now - self._began, models, problem)
        self._results[question.connection.id] = (question, result)
        self.changed.emit()
