"""Looks for local servers while the page of the connections is open, and offers them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.addresses import comparable
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.local_servers import LocalServer
from gptdesk.ui.settings.found_view import FoundView
from gptdesk.ui.widgets.programs import program_name

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.local_servers import LocalServerService


class Found(QObject):
    """Signals:
    wanted: a Connection to begin with, for a server that the user wants to use.
    """

    wanted = Signal(object)

    def __init__(
        self,
        view: FoundView,
        core: CoreThread,
        service: LocalServerService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._core = core
        self._service = service
        self._operation: Operation | None = None
        self._servers: tuple[LocalServer, ...] = ()
        self._known: frozenset[str] = frozenset()
        view.look_requested.connect(self.look)
        view.use_requested.connect(self._on_use)

    def look(self) -> None:
        if self._operation is not None:
            return
        self._view.show_busy()
        self._operation = self._core.call(self._service.find(), parent=self)
        self._operation.events.connect(self._on_found)
        self._operation.finished.connect(self._on_finished)

    def show_known(self, connections: Iterable[Connection]) -> None:
        """Servers that have a connection are not offered again."""
        self._known = frozenset(comparable(c.base_url) for c in connections)
        self._show()

    def stop(self) -> None:
        """End the search for good: its view may be gone before it has ended."""
        if self._operation is not None:
            self._operation.events.disconnect(self._on_found)
            self._operation.finished.disconnect(self._on_finished)
            self._operation.cancel()
            self._operation = None

    def _on_found(self, events: list[tuple[LocalServer, ...]]) -> None:
        self._servers = events[-1]

    def _on_finished(self) -> None:
        self._operation = None
        self._show()

    def _show(self) -> None:
        if self._operation is None:
            fresh = [s for s in self._servers if comparable(s.base_url) not in self._known]
            self._view.show_servers(fresh)

    def _on_use(self, server: LocalServer) -> None:
        service = server.services[0].id if len(server.services) == 1 else ""
        name = program_name(server) if service else ""
        self.wanted.emit(
            Connection(
                uuid.uuid4().hex, name, ConnectionKind.CUSTOM, server.base_url, service=service
            )
        )
