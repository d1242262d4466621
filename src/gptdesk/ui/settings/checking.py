"""Runs check-ups, one at a time, and remembers what came of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.checkup import (
    CheckEvent,
    ModelsFound,
    Step,
    StepState,
    StepTaken,
    arranged,
    failure_of,
)
from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.form_rules import Question
from gptdesk.ui.settings.values import CheckResult

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.checkup import CheckupService


class Checking(QObject):
    """Follows the steps of a check-up while it runs.

    Signals:
        changed: a check-up began, went on, ended or was stopped.
    """

    changed = Signal()

    def __init__(
        self,
        core: CoreThread,
        service: CheckupService,
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
        self._taken: list[StepTaken] = []
        self._models: tuple[str, ...] = ()
        self._results: dict[str, tuple[Question, CheckResult]] = {}

    def is_running(self, connection_id: str) -> bool:
        return self._asked is not None and self._asked.connection.id == connection_id

    def steps(self) -> tuple[StepTaken, ...]:
        """Those of the check-up that runs now."""
        return arranged(self._taken)

    def start(self, question: Question) -> None:
        self.stop()
        self._asked = question
        self._began = self._now()
        self._taken, self._models = [], ()
        events = self._service.run(question.connection, question.key)
        self._operation = self._core.stream(events, parent=self)
        self._operation.events.connect(lambda events: self._on_events(question, events))
        self._operation.failed.connect(lambda problem: self._on_failed(question, problem))
        self._operation.finished.connect(lambda: self._on_end(question))
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

    def _on_events(self, question: Question, events: list[CheckEvent]) -> None:
        if self._asked is not question:
            return
        for event in events:
            if isinstance(event, ModelsFound):
                self._models = event.names
            else:
                self._taken.append(event)
        self.changed.emit()

    def _on_failed(self, question: Question, problem: Problem) -> None:
        """What nobody foresaw belongs to the step that was under way."""
        if self._asked is question:
            busy = [one.step for one in self.steps() if one.state is StepState.BUSY]
            step = busy[0] if busy else Step.SERVICE
            self._taken.append(StepTaken(step, StepState.FAILED, problem=problem))

    def _on_end(self, question: Question) -> None:
        if self._asked is not question:
            return
        self._asked = None
        self._operation = None
        now = self._now()
        failed = failure_of(self._taken)
        problem = failed.problem if failed is not None else None
        seconds = now - self._began
        result = CheckResult(now, seconds, self._models, problem, self.steps())
        self._results[question.connection.id] = (question, result)
        self.changed.emit()
