"""Connects the section of the offline pack with the service that installs it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.packs import InstallProgress, PackStatus
from gptdesk.domain.problems import PackDamaged, Problem
from gptdesk.ui.settings.offline_view import OfflineView
from gptdesk.ui.settings.pack_card import PackCard

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from gptdesk.runtime.core import CoreThread
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.packs import PackService


class PacksPresenter(QObject):
    """Owns what is being installed or checked; one piece of work for each pack.

    Signals:
        changed: a pack came, went or was repaired.
        model_chosen: the id of the pack that new chats use.
        idle_chosen: the minutes the engine stays in memory unused.
        link_opened: an address for the browser.
    """

    changed = Signal()
    model_chosen = Signal(str)
    idle_chosen = Signal(int)
    link_opened = Signal(str)

    def __init__(
        self,
        view: OfflineView,
        core: CoreThread,
        service: PackService,
        folder: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._core = core
        self._service = service
        self._folder = folder
        self._running: dict[str, Operation] = {}
        self._install_on_load = ""
        view.card_added.connect(self._on_card_added)
        view.model_chosen.connect(self.model_chosen)
        view.idle_chosen.connect(self._on_idle_chosen)
        self._engine = core.stream(service.engine_states(), parent=self)
        self._engine.events.connect(lambda states: view.show_engine(states[-1]))

    def reload(self) -> None:
        """How far each pack is, and how much room is left."""
        operation = self._core.call(self._read(), parent=self)
        operation.events.connect(self._on_read)

    def install(self, pack_id: str = "") -> None:
        """Fetch a pack, or the one for beginners; also while the list is only being loaded."""
        wanted = pack_id or self._service.starter()
        if self._view.card(wanted) is None:
            self._install_on_load = wanted
            self.reload()
        else:
            self._begin(wanted, self._service.install)

    def verify(self, pack_id: str) -> None:
        self._begin(pack_id, self._service.verify)

    def remove(self, pack_id: str) -> None:
        self._view_card(pack_id).show_busy(True)
        operation = self._core.call(self._service.remove(pack_id), parent=self)
        self._follow(pack_id, operation)
        operation.finished.connect(self.changed)

    def stop(self, pack_id: str) -> None:
        """What has arrived stays for the next time."""
        if pack_id in self._running:
            self._running[pack_id].cancel()

    def shutdown(self) -> None:
        for operation in (*self._running.values(), self._engine):
            operation.cancel()

    # How it goes

    def _begin(
        self, pack_id: str, work: Callable[[str], AsyncGenerator[InstallProgress, None]]
    ) -> None:
        if pack_id in self._running:
            return
        self._view_card(pack_id).show_busy(True)
        operation = self._core.stream(work(pack_id), parent=self)
        operation.events.connect(lambda steps: self._on_progress(pack_id, steps[-1]))
        is_check = work == self._service.verify
        self._follow(pack_id, operation, is_check=is_check)
        if not is_check:
            operation.finished.connect(self.changed)

    def _follow(self, pack_id: str, operation: Operation, *, is_check: bool = False) -> None:
        self._running[pack_id] = operation
        problems: list[Problem] = []
        operation.failed.connect(problems.append)
        operation.finished.connect(
            lambda: self._on_finished(pack_id, operation, problems, is_check=is_check)
        )

    def _on_progress(self, pack_id: str, progress: InstallProgress) -> None:
        card = self._view.card(pack_id)
        if card is not None:
            card.show_progress(progress)

    def _on_finished(
        self, pack_id: str, operation: Operation, problems: list[Problem], *, is_check: bool
    ) -> None:
        self._running.pop(pack_id, None)
        card = self._view.card(pack_id)
        if card is not None:
            card.show_busy(False)
            if problems:
                card.show_problem(problems[0])
            elif is_check and not operation.was_cancelled:
                card.show_whole()
        if is_check and problems and isinstance(problems[0], PackDamaged):
            self.changed.emit()
        self.reload()

    # How it stands

    async def _read(self) -> tuple[tuple[PackStatus, ...], int]:
        statuses = await self._service.statuses()
        return statuses, _free_space(self._folder)

    def _on_read(self, results: list[tuple[tuple[PackStatus, ...], int]]) -> None:
        statuses, free = results[-1]
        self._view.show_statuses(statuses)
        self._view.show_free_space(free)
        if self._install_on_load:
            wanted, self._install_on_load = self._install_on_load, ""
            if self._view.card(wanted) is not None:
                self.install(wanted)

    def _on_card_added(self, pack_id: str, card: PackCard) -> None:
        card.install_requested.connect(lambda: self.install(pack_id))
        card.verify_requested.connect(lambda: self.verify(pack_id))
        card.remove_requested.connect(lambda: self.remove(pack_id))
        card.stop_requested.connect(lambda: self.stop(pack_id))
        card.link_opened.connect(self.link_opened)

    def _on_idle_chosen(self, minutes: int) -> None:
        self._core.call(self._set_idle(minutes), parent=self)
        self.idle_chosen.emit(minutes)

    async def _set_idle(self, minutes: int) -> None:
        """In the core thread, where the engine lives."""
        self._service.set_idle_minutes(minutes)

    def _view_card(self, pack_id: str) -> PackCard:
        card = self._view.card(pack_id)
        assert card is not None
        return card


def _free_space(folder: str) -> int:
    """On the disk of the folder, which need not exist yet."""
    path = Path(folder)
    while not path.exists() and path != path.parent:
        path = path.parent
    return shutil.disk_usage(path).free
