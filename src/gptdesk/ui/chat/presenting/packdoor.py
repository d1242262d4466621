"""The door to the starter pack: install it right where it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.packs import InstallProgress, PackStatus
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_notice import show_problem

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.packs import PackService
    from gptdesk.ui.chat.doors import Doors


class PackDoorPresenter(QObject):
    """Runs one installation at a time.

    Signals:
        installed: the pack is ready.
    """

    installed = Signal()

    def __init__(self, doors: Doors, calls: Calls, packs: PackService, parent: QObject) -> None:
        super().__init__(parent)
        self._doors = doors
        self._calls = calls
        self._packs = packs
        self._operation: Operation | None = None
        self._problem: Problem | None = None
        doors.install_requested.connect(self.install)
        doors.stop_requested.connect(self.stop)
        doors.notice_action.connect(self._on_notice_action)

    def load(self) -> None:
        """Learn how large it is and how much is here already."""
        self._calls.run(self._packs.starter_statuses(), self._on_statuses)

    def install(self) -> None:
        if self._operation is not None:
            return
        self._problem = None
        self._doors.show_started()
        events = self._packs.install_starters()
        self._operation = self._calls.stream(events, self._on_progress, self._on_failed)
        if self._operation is not None:
            self._operation.finished.connect(self._on_finished)

    def stop(self) -> None:
        """What has arrived stays for the next time."""
        if self._operation is not None:
            self._operation.cancel()

    def _on_statuses(self, statuses: tuple[PackStatus, ...]) -> None:
        self._doors.set_sizes(
            {status.pack.task: status.pack.size for status in statuses},
            sum(status.bytes_present for status in statuses),
        )

    def _on_progress(self, _operation: Operation, steps: list[InstallProgress]) -> None:
        self._doors.show_progress(steps[-1])

    def _on_failed(self, problem: Problem) -> None:
        self._problem = problem

    def _on_finished(self) -> None:
        assert self._operation is not None
        was_cancelled = self._operation.was_cancelled
        self._operation = None
        self._doors.show_offer()
        if self._problem is not None:
            self._show_problem(self._problem)
        elif not was_cancelled:
            self.installed.emit()
        if self._problem is not None or was_cancelled:
            self.load()

    def _show_problem(self, problem: Problem) -> None:
        show_problem(self._doors.notice, problem)
        self._doors.reveal_notice()

    def _on_notice_action(self, action: str) -> None:
        if action in (ActionId.RETRY, ActionId.PACK_INSTALL, ActionId.PACK_REPAIR):
            self.install()
