"""The third way to begin, where there is one: a program on this computer that answers already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.runtime.calls import Calls

if TYPE_CHECKING:
    from gptdesk.domain.local_servers import LocalServer
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.local_servers import LocalServerService
    from gptdesk.ui.chat.doors import Doors


class LocalDoorPresenter(QObject):
    """Looks each time the ways to begin come into sight; asks nobody but this computer.

    Signals:
        wanted: the person wants to use what was found.
    """

    wanted = Signal()

    def __init__(
        self, doors: Doors, core: CoreThread, service: LocalServerService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._doors = doors
        self._calls = Calls(core, self)
        self._service = service
        doors.shown.connect(self.look)
        doors.local_requested.connect(self.wanted)
        if doors.isVisible():
            self.look()

    def shutdown(self) -> None:
        self._calls.shutdown()

    def look(self) -> None:
        self._calls.run(self._service.find(), self._on_found)

    def _on_found(self, servers: tuple[LocalServer, ...]) -> None:
        self._doors.set_local(servers)
