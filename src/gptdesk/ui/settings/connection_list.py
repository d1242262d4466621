"""The connections as they are stored: loaded, removed, brought back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.connections import OFFLINE_ID, Connection, ConnectionKind, KeyPlace
from gptdesk.domain.problems import KeyringFailed, KeyringLocked, KeyringMissing
from gptdesk.ui.settings.values import KeyHome

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.connections import ConnectionService

OFFLINE_MISSING = Connection(OFFLINE_ID, "", ConnectionKind.OFFLINE, "")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the list shows. `without_key` are those whose key was kept in memory only."""

    connections: tuple[Connection, ...] = ()
    without_key: frozenset[str] = frozenset()
    home: KeyHome = field(default_factory=KeyHome)


class ConnectionList(QObject):
    """Signals:
    loaded: `value` is new.
    changed: a connection was removed or brought back.
    removed: it can still be brought back; the connection.
    failed: a Problem.
    """

    loaded = Signal()
    changed = Signal()
    removed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, core: CoreThread, service: ConnectionService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._service = service
        self._undoable: Connection | None = None
        self._to_forget: set[str] = set()
        self.value = Loaded()

    def shown(self) -> tuple[Connection, ...]:
        if self.is_pack_missing:
            return (*self.value.connections, OFFLINE_MISSING)
        return self.value.connections

    @property
    def is_pack_missing(self) -> bool:
        return all(c.id != OFFLINE_ID for c in self.value.connections)

    def load(self) -> None:
        operation = self._core.call(self._read(), parent=self)
        operation.events.connect(self._on_read)
        operation.failed.connect(self.failed)

    def remove(self, connection: Connection) -> None:
        """Take it off the list. Its key stays until the time to undo is over."""
        operation = self._core.call(self._service.remove(connection.id), parent=self)
        operation.events.connect(lambda events: self._on_removed(connection))
        operation.failed.connect(self.failed)

    def undo_remove(self) -> str:
        """Put back what was removed last; gives its id."""
        connection, self._undoable = self._undoable, None
        if connection is None:
            return ""
        self._to_forget.discard(connection.id)
        operation = self._core.call(self._service.save(connection), parent=self)
        operation.events.connect(lambda events: self._on_changed())
        operation.failed.connect(self.failed)
        return connection.id

    def forget(self) -> None:
        """The time to undo is over: the keys of what was removed go too."""
        self._undoable = None
        if self._to_forget:
            operation = self._core.call(self.forget_removed_keys(), parent=self)
            operation.failed.connect(self.failed)

    async def forget_removed_keys(self) -> None:
        """Also for the end of the app, when nothing can be undone any more."""
        while self._to_forget:
            await self._service.forget_key(self._to_forget.pop())

    async def _read(self) -> Loaded:
        connections = await self._service.all()
        place, keyring = await self._key_home()
        without = [c.id for c in connections if await self._has_lost_key(c)]
        return Loaded(connections, frozenset(without), KeyHome(place, keyring))

    async def _key_home(self) -> tuple[KeyPlace, str]:
        try:
            return await self._service.key_place()
        except (KeyringLocked, KeyringFailed):
            return KeyPlace.KEYRING, ""

    async def _has_lost_key(self, connection: Connection) -> bool:
        if connection.key_place is not KeyPlace.SESSION:
            return False
        try:
            return await self._service.key(connection.id) is None
        except (KeyringMissing, KeyringLocked, KeyringFailed):
            return True

    def _on_read(self, events: list[Loaded]) -> None:
        self.value = events[-1]
        self.loaded.emit()

    def _on_removed(self, connection: Connection) -> None:
        self._undoable = connection
        if connection.key_place is not KeyPlace.NONE:
            self._to_forget.add(connection.id)
        self.removed.emit(connection)
        self._on_changed()

    def _on_changed(self) -> None:
        self.changed.emit()
        self.load()
