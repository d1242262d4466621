"""The models of every connection: what is listed, what is known, and what the user says of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Service
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.model_ports import ModelLister, ModelListStore, OverrideStore
from gptdesk.domain.offered import (
    ListedModel,
    ModelList,
    ModelOverride,
    OfferedModel,
    joined_facts,
)
from gptdesk.domain.problems import AddressNotFound, ModelNotFound, NotAnApi, RequestRefused
from gptdesk.services.connections import ConnectionService

AT_ONCE = 200
"""So many models are looked up before others may go on: a list can have thousands."""
WITHOUT_A_LIST = (AddressNotFound, ModelNotFound, NotAnApi)
_NO_SUCH_THING = frozenset({404, 405, 501})


class ModelService:
    """Joins the service's own list with the catalogue and the user's word.

    Lives in the core thread, except for `facts`, which only reads. `lists` may be None where
    nothing is to be kept, `forget_refused` makes parameters be tried again that were refused.
    """

    def __init__(
        self,
        connections: ConnectionService,
        lister: ModelLister,
        lists: ModelListStore | None = None,
        overrides: OverrideStore | None = None,
        catalogue: Catalogue | None = None,
        forget_refused: Callable[[str, str], None] = lambda _connection, _model: None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._connections = connections
        self._lister = lister
        self._lists = lists
        self._store = overrides
        self._catalogue = catalogue or Catalogue()
        self._forget_refused = forget_refused
        self._now = now
        self._known: dict[str, ModelList] = {}
        self._listed: dict[str, dict[str, ListedModel]] = {}
        self._overrides = overrides.load() if overrides is not None else {}

    def service(self, connection: Connection) -> Service | None:
        """The preset of a connection, also of one that was set up by its address."""
        return self._catalogue.service_of(connection)

    async def remembered(self, connection_id: str) -> ModelList | None:
        """What it offered when it was last asked; None if it never was."""
        if connection_id not in self._known and self._lists is not None:
            found = await asyncio.to_thread(self._lists.load, connection_id)
            if found is not None:
                self._keep(found)
        return self._known.get(connection_id)

    async def refresh(self, connection: Connection) -> ModelList:
        """Ask the service. That it has no list is worth remembering; other failures are raised."""
        is_missing = False
        listed: tuple[ListedModel, ...] = ()
        try:
            listed = await self._connections.listed(connection, self._lister)
        except WITHOUT_A_LIST:
            is_missing = True
        except RequestRefused as problem:
            if problem.status not in _NO_SUCH_THING:
                raise
            is_missing = True
        found = ModelList(connection.id, listed, self._now(), is_missing or not listed)
        self._keep(found)
        if self._lists is not None and connection.kind is not ConnectionKind.OFFLINE:
            await asyncio.to_thread(self._lists.save, found)
        return found

    async def offered(
        self, connection: Connection, names: Sequence[str] = ()
    ) -> tuple[OfferedModel, ...]:
        """All that can be chosen at a connection: `names` first, then what is listed.

        Where there is no list, the catalogue's own names for the service stand in for it.
        """
        known = await self.remembered(connection.id)
        listed = [model.name for model in known.models] if known is not None else []
        service = self.service(connection)
        if not listed and service is not None:
            listed = list(service.models)
        offered = []
        for number, name in enumerate(dict.fromkeys([*names, *listed])):
            if number % AT_ONCE == AT_ONCE - 1:
                await asyncio.sleep(0)
            word = self.override(connection.id, name)
            offered.append(OfferedModel(connection.id, self.facts(connection, name), word))
        return tuple(offered)

    def facts(self, connection: Connection, name: str) -> ModelFacts:
        """All that is known of a model here; never fails."""
        service = self.service(connection)
        facts = self._catalogue.facts(name, service.id if service is not None else "")
        if connection.kind is ConnectionKind.OFFLINE:
            facts = replace(facts, shutdown=None)  # what is on the disk stays there
        listed = self._listed.get(connection.id, {}).get(name)
        return joined_facts(facts, listed, self._overrides.get((connection.id, name)))

    def sees_pictures(self, connection: Connection, name: str) -> bool:
        """Whether it may be shown pictures; where nothing is known of it, that is tried."""
        return self.facts(connection, name).may_see_pictures

    def override(self, connection_id: str, name: str) -> ModelOverride:
        return self._overrides.get((connection_id, name), ModelOverride())

    def is_overridden(self, connection: Connection, name: str) -> bool:
        return (connection.id, name) in self._overrides

    async def set_override(self, connection_id: str, name: str, override: ModelOverride) -> None:
        """Keep the user's word; an empty one takes it back. Raises a Problem if the disk refuses.

        What the service refused before is tried again: the user may know better by now.
        """
        changed = dict(self._overrides)
        changed.pop((connection_id, name), None)
        if not override.is_empty:
            changed[connection_id, name] = override
        if self._store is not None:
            await asyncio.to_thread(self._store.save, changed)
        self._overrides = changed
        self._forget_refused(connection_id, name)

    def _keep(self, found: ModelList) -> None:
        self._known[found.connection_id] = found
        self._listed[found.connection_id] = {model.name: model for model in found.models}
