"""Which connection and model answer, and what else could."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.connections import OFFLINE_ID, Connection, ConnectionKind
from gptdesk.domain.offered import ModelOverride, OfferedModel
from gptdesk.domain.packs import PackState, PackStatus
from gptdesk.ui.chat.presenting.offering import Offers
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.modelpicker.values import ModelGroup

if TYPE_CHECKING:
    from gptdesk.domain.catalogue import ModelFacts
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.models import ModelService
    from gptdesk.services.packs import PackService
    from gptdesk.ui.chat.composer import Composer

translate = QCoreApplication.translate

Choice = tuple[str, str]
"""Connection id and model; an empty model is the connection's own."""


class ModelPresenter(QObject):
    """Knows the connections and offers their models.

    Signals:
        loaded: the connections are known (again).
        chosen: connection id and model, picked by the person.
        facts_changed: the person said what a model can do.
    """

    loaded = Signal()
    facts_changed = Signal()
    chosen = Signal(str, str)

    def __init__(
        self,
        composer: Composer,
        calls: Calls,
        connections: ConnectionService,
        models: ModelService,
        packs: PackService,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._composer = composer
        self._calls = calls
        self._service = connections
        self._known = models
        self._packs = packs
        self._settings = settings
        self._connections: tuple[Connection, ...] = ()
        self._statuses: tuple[PackStatus, ...] = ()
        self._offered = Offers(calls, models, self)
        self._offered.changed.connect(self._on_offered)
        self._current: Choice = ("", "")
        self._is_loaded = False
        composer.model_menu_requested.connect(self._load_models)
        composer.model_chosen.connect(self.chosen)
        composer.override_saved.connect(self._on_override)

    @property
    def is_loaded(self) -> bool:
        return self._is_loaded

    @property
    def can_answer(self) -> bool:
        return bool(self._connections)

    @property
    def has_offline(self) -> bool:
        return any(c.kind is ConnectionKind.OFFLINE for c in self._connections)

    @property
    def statuses(self) -> tuple[PackStatus, ...]:
        return self._statuses

    def load(self) -> None:
        """Read connections and packs again."""
        self._offered.clear()
        self._calls.run(self._read(), self._on_read)

    def default(self) -> Choice:
        """What a new chat uses."""
        settings = self._settings()
        connection = self.connection(settings.connection_id) or next(iter(self._connections), None)
        if connection is None:
            return ("", "")
        if connection.kind is ConnectionKind.OFFLINE:
            is_here = settings.pack_model in self._ready_packs()
            return (connection.id, settings.pack_model if is_here else connection.model)
        is_chosen = connection.id == settings.connection_id
        return (connection.id, (settings.model if is_chosen else "") or connection.model)

    def connection(self, connection_id: str) -> Connection | None:
        return next((c for c in self._connections if c.id == connection_id), None)

    def show(self, choice: Choice) -> None:
        """Name it on the composer."""
        self._current = choice
        self._composer.set_model(self.label(choice))
        self._show_groups()

    def label(self, choice: Choice) -> str:
        connection = self.connection(choice[0])
        if connection is None:
            return choice[1]
        model = choice[1] or connection.model
        return self._model_label(connection, model) if model else self.name(choice[0])

    def name(self, connection_id: str) -> str:
        """What people call the connection."""
        connection = self.connection(connection_id)
        if connection_id == OFFLINE_ID:
            return translate("Connection", "Offline pack")
        if connection is None:
            return ""
        if connection.name:
            return connection.name
        return translate("Connection", "From the environment")

    def labels(self) -> list[tuple[Choice, str, str]]:
        """Every model that is known, with the name of its connection, for the palette."""
        return [
            ((group.connection_id, offer.name), group.label(offer.name), group.name)
            for group in self._groups()
            for offer in group.models
        ]

    def facts(self, choice: Choice) -> ModelFacts | None:
        """What is known of a chosen model; None while none is."""
        connection = self.connection(choice[0])
        model = choice[1] or (connection.model if connection is not None else "")
        if connection is None or not model:
            return None
        return self._known.facts(connection, model)

    async def _read(self) -> tuple[tuple[Connection, ...], tuple[PackStatus, ...]]:
        connections = await self._service.all()
        for connection in connections:  # so that what has ended is known before it is asked
            await self._known.remembered(connection.id)
        return connections, await self._packs.statuses(with_test_packs=True)

    def _on_read(self, found: tuple[tuple[Connection, ...], tuple[PackStatus, ...]]) -> None:
        self._connections, self._statuses = found
        self._is_loaded = True
        self.loaded.emit()

    def _load_models(self) -> None:
        for connection in self._connections:
            self._offered.look(connection, self._own(connection))
        self._show_groups()

    def _on_override(self, connection_id: str, model: str, override: ModelOverride) -> None:
        connection = self.connection(connection_id)
        if connection is not None:
            self._offered.override(connection, model, override, self._own(connection))

    def _on_offered(self) -> None:
        self._show_groups()
        self.facts_changed.emit()

    def _show_groups(self) -> None:
        connection = self.connection(self._current[0])
        model = self._current[1] or (connection.model if connection else "")
        self._composer.set_models(self._groups(), (self._current[0], model))

    def _groups(self) -> list[ModelGroup]:
        return [
            ModelGroup(
                connection.id,
                self.name(connection.id),
                self._offers(connection),
                self._offered.note(connection.id),
                is_local=connection.kind is ConnectionKind.OFFLINE
                or is_loopback(connection.base_url),
                is_free=connection.kind is ConnectionKind.OFFLINE,
                labels=self._labels(connection),
            )
            for connection in self._connections
        ]

    def _offers(self, connection: Connection) -> tuple[OfferedModel, ...]:
        """What was listed, and those that were chosen even if nobody lists them."""
        offered = self._offered.at(connection.id)
        there = {offer.name for offer in offered}
        own = [name for name in self._own(connection) if name not in there]
        known = [OfferedModel(connection.id, self._known.facts(connection, n)) for n in own]
        return (*known, *offered)

    def _own(self, connection: Connection) -> tuple[str, ...]:
        own = [connection.model] if connection.model else []
        if self._current[0] == connection.id and self._current[1]:
            own.append(self._current[1])
        if connection.kind is ConnectionKind.OFFLINE:
            own.extend(self._ready_packs())
        return tuple(dict.fromkeys(own))

    def _labels(self, connection: Connection) -> dict[str, str]:
        if connection.kind is not ConnectionKind.OFFLINE:
            return {}
        return {name: self._model_label(connection, name) for name in self._ready_packs()}

    def _ready_packs(self) -> tuple[str, ...]:
        chats = (s for s in self._statuses if s.pack.task == "chat")
        return tuple(s.pack.id for s in chats if s.state is PackState.READY)

    def _model_label(self, connection: Connection, model: str) -> str:
        if connection.kind is not ConnectionKind.OFFLINE:
            return model
        for status in self._statuses:
            if status.pack.id == model:
                return in_language(status.pack.title) or model
        return model
