"""The connections a request can take, their keys, and the one that is chosen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.connections import (
    ENVIRONMENT_ID,
    OFFLINE_ID,
    Connection,
    ConnectionKind,
    Endpoint,
    KeyPlace,
)
from gptdesk.domain.model_ports import ModelLister
from gptdesk.domain.offered import ListedModel
from gptdesk.domain.packs import Pack, PackState
from gptdesk.domain.ports import (
    ChatProvider,
    ConnectionStore,
    Engine,
    KeyStore,
    PackInstaller,
)
from gptdesk.domain.problems import (
    ConnectionMissing,
    KeyMissing,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    PackMissing,
)


class ConnectionService:
    """Knows every way to a model: the offline pack, the environment, and the user's own.

    `environment` is the connection found in the environment with its key, or None. `way_out` makes
    the proxy ready before a request. Connections that were made before there were presets get
    the one of their address from `catalogue`.
    """

    def __init__(
        self,
        store: ConnectionStore,
        keys: KeyStore,
        provider: ChatProvider,
        engine: Engine,
        packs: PackInstaller,
        environment: tuple[Connection, str] | None = None,
        catalogue: Catalogue | None = None,
        way_out: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        self._store = store
        self._keys = keys
        self._provider = provider
        self._engine = engine
        self._packs = packs
        self._environment = environment
        self._catalogue = catalogue or Catalogue()
        self._way_out = way_out

    async def all(self, task: str = "chat") -> tuple[Connection, ...]:
        """Those that can be used now: the user's own first, the offline pack if it is there.

        `task` is chat, speech or transcription: the offline pack has a part for each.
        """
        found = list(await self._store.load())
        if self._environment is not None:
            found.append(self._environment[0])
        if ready := await self._ready_packs(task):
            found.append(offline_connection(ready[0].id))
        return tuple(map(self._with_service, found))

    async def get(self, connection_id: str, task: str = "chat") -> Connection:
        """Raises ConnectionMissing, or PackMissing for the offline pack."""
        for connection in await self.all(task):
            if connection.id == connection_id:
                return connection
        raise PackMissing if connection_id == OFFLINE_ID else ConnectionMissing

    async def save(
        self, connection: Connection, key: str | None = None, *, session_only: bool = False
    ) -> Connection:
        """Store a connection of the user; `key` None leaves its key alone, "" removes it."""
        if key:
            place = await self._keys.write(connection.id, key, session_only=session_only)
            hint = key[-4:] if len(key) >= 12 else ""
            connection = replace(connection, key_hint=hint, key_place=place)
        elif key == "":
            await self._keys.remove(connection.id)
            connection = replace(connection, key_hint="", key_place=KeyPlace.NONE)
        others = [c for c in await self._store.load() if c.id != connection.id]
        old = [c.id for c in await self._store.load()]
        index = old.index(connection.id) if connection.id in old else len(others)
        others.insert(index, connection)
        await self._store.save(others)
        return connection

    async def remove(self, connection_id: str) -> None:
        """Take it off the list; its key stays until `forget_key`, so that this can be undone."""
        await self._store.save([c for c in await self._store.load() if c.id != connection_id])

    async def forget_key(self, connection_id: str) -> None:
        await self._keys.remove(connection_id)

    async def key(self, connection_id: str) -> str | None:
        return await self._keys.read(connection_id)

    async def key_place(self) -> tuple[KeyPlace, str]:
        """Where a new key would be kept, and the keyring's own name."""
        return await self._keys.place(), await self._keys.backend_name()

    async def models(
        self, connection: Connection, key: str | None = None, *, task: str = "chat"
    ) -> tuple[str, ...]:
        """What the service offers; `key` is one that is not stored yet.

        Only the offline pack tells by `task`; what services list is for all of them.
        """
        if connection.kind is ConnectionKind.OFFLINE:
            return tuple(pack.id for pack in await self._ready_packs(task))
        async with self.asking(connection, key) as endpoint:
            return await self._provider.models(endpoint)

    @asynccontextmanager
    async def asking(self, connection: Connection, key: str | None) -> AsyncIterator[Endpoint]:
        """Like `endpoint`, for any model and with a key that is perhaps not stored yet."""
        if key is None:
            async with self.endpoint(connection, "") as endpoint:
                yield endpoint
        else:
            await self._prepare(connection)
            yield _endpoint(connection, key)

    async def listed(
        self, connection: Connection, lister: ModelLister, task: str = "chat"
    ) -> tuple[ListedModel, ...]:
        """What the service says of its models; the offline pack knows its own for the task."""
        if connection.kind is ConnectionKind.OFFLINE:
            return tuple(ListedModel(pack.id) for pack in await self._ready_packs(task))
        async with self.endpoint(connection, "") as endpoint:
            return await lister.listed(endpoint)

    @asynccontextmanager
    async def endpoint(
        self, connection: Connection, model: str, task: str = "chat"
    ) -> AsyncIterator[Endpoint]:
        """The address and key for one request; keeps the offline engine awake meanwhile."""
        if connection.kind is ConnectionKind.OFFLINE:
            pack = await self.pack(model, task)
            async with self._engine.lease(pack.id) as endpoint:
                yield endpoint
            return
        endpoint = _endpoint(connection, await self._key_of(connection))
        await self._prepare(connection)
        yield endpoint

    async def pack(self, model: str, task: str = "chat") -> Pack:
        """The installed pack of this name, or the first installed one for the task."""
        ready = await self._ready_packs(task)
        if not ready:
            raise PackMissing
        return next((pack for pack in ready if pack.id == model), ready[0])

    async def _prepare(self, connection: Connection) -> None:
        if self._way_out is not None and not is_loopback(connection.base_url):
            await self._way_out()

    def _with_service(self, connection: Connection) -> Connection:
        if connection.service or connection.kind is ConnectionKind.OFFLINE:
            return connection
        service = self._catalogue.service_of(connection)
        return connection if service is None else replace(connection, service=service.id)

    async def _key_of(self, connection: Connection) -> str:
        if connection.kind is ConnectionKind.ENVIRONMENT and self._environment is not None:
            return self._environment[1]
        if connection.key_place is KeyPlace.NONE:
            return ""
        try:
            key = await self._keys.read(connection.id)
        except (KeyringMissing, KeyringLocked, KeyringFailed):
            if connection.key_place is not KeyPlace.SESSION:
                raise
            key = None  # it was kept in memory, and the app was closed since
        if key is None:
            raise KeyMissing
        return key

    async def _ready_packs(self, task: str) -> Sequence[Pack]:
        packs = [pack for pack in self._packs.packs() if pack.task == task]
        ready = [p for p in packs if (await self._packs.status(p.id)).state is PackState.READY]
        return sorted(ready, key=lambda pack: (pack.is_for_tests, not pack.is_starter))


def offline_connection(model: str) -> Connection:
    """The offline pack as a connection; its address is known only while the engine runs."""
    return Connection(OFFLINE_ID, "", ConnectionKind.OFFLINE, "", model)


def _endpoint(connection: Connection, key: str) -> Endpoint:
    return Endpoint(connection.id, connection.base_url, key, service=connection.service)


def can_be_edited(connection: Connection) -> bool:
    return connection.id not in (OFFLINE_ID, ENVIRONMENT_ID)
