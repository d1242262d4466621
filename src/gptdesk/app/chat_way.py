"""The connection and the model that Chat uses, for tabs that let it work for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.runtime.core import CoreThread
from gptdesk.services.connections import ConnectionService


class ChatWay(QObject):
    """As a new chat would choose it."""

    def __init__(
        self,
        core: CoreThread,
        connections: ConnectionService,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._calls = Calls(core, self)
        self._service = connections
        self._settings = settings
        self._connections: tuple[Connection, ...] = ()

    @property
    def now(self) -> tuple[Connection, str] | None:
        settings = self._settings()
        chosen = [c for c in self._connections if c.id == settings.connection_id]
        for connection in (*chosen, *self._connections):
            model = connection.model
            if connection.kind is ConnectionKind.OFFLINE:
                model = settings.pack_model or model
            elif connection.id == settings.connection_id:
                model = settings.model or model
            if model:
                return connection, model
        return None

    def load(self) -> None:
        self._calls.run(self._service.all(), self._on_read, lambda _problem: None)

    def shutdown(self) -> None:
        self._calls.shutdown()

    def _on_read(self, connections: tuple[Connection, ...]) -> None:
        self._connections = connections
