"""Which connection and model answer, and what else could."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from gptdesk.domain.connections import OFFLINE_ID, Connection, ConnectionKind
from gptdesk.domain.packs import PackState, PackStatus
from gptdesk.ui.chat.models import ModelGroup
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.domain.settings import Settings
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.ui.chat.composer import Composer
    from gptdesk.ui.chat.presenting.calls import Calls

translate = QCoreApplication.translate

Choice = tuple[str, str]
"""Connection id and model; an empty model is the connection's own."""


class ModelPresenter(QObject):
    """Knows the connections and offers their models.

    Signals:
        loaded: the connections are known (again).
        chosen: connection id and model, picked by the person.
    """

    loaded = Signal()
    chosen = Signal(str, str)

    def __init__(
        self,
        composer: Composer,
        calls: Calls,
        connections: ConnectionService,
        packs: PackService,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._composer = composer
        self._calls = calls
        self._service = connections
        self._packs = packs
        self._settings = settings
        self._connections: tuple[Connection, ...] = ()
        self._statuses: tuple[PackStatus, ...] = ()
        self._models: dict[str, tuple[str, ...]] = {}
        self._notes: dict[str, str] = {}
        self._current: Choice = ("", "")
        self._is_loaded = False
        composer.model_menu_requested.connect(self._load_models)
        composer.model_chosen.connect(self.chosen)

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
        self._models.clear()
        self._notes.clear()
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
            ((group.connection_id, model), label, group.name)
            for group in self._groups()
            for model, label in group.models
        ]

    async def _read(self) -> tuple[tuple[Connection, ...], tuple[PackStatus, ...]]:
        return await self._service.all(), await self._packs.statuses(with_test_packs=True)

    def _on_read(self, found: tuple[tuple[Connection, ...], tuple[PackStatus, ...]]) -> None:
        self._connections, self._statuses = found
        self._is_loaded = True
        self.loaded.emit()

    def _load_models(self) -> None:
        """Ask the services only when somebody looks."""
        for connection in self._connections:
            if connection.id not in self._models and not self._is_loading(connection.id):
                self._notes[connection.id] = translate("ChatModels", "Loading the models…")
                self._calls.run(
                    self._service.models(connection),
                    partial(self._on_models, connection.id),
                    partial(self._on_models_failed, connection.id),
                )
        self._show_groups()

    def _is_loading(self, connection_id: str) -> bool:
        return self._notes.get(connection_id) == translate("ChatModels", "Loading the models…")

    def _on_models(self, connection_id: str, models: tuple[str, ...]) -> None:
        self._models[connection_id] = models
        self._notes.pop(connection_id, None)
        self._show_groups()

    def _on_models_failed(self, connection_id: str, problem: Problem) -> None:
        # Asked again when the choice is opened the next time
        self._notes[connection_id] = problem_sentence(problem).title
        self._show_groups()

    def _show_groups(self) -> None:
        connection = self.connection(self._current[0])
        model = self._current[1] or (connection.model if connection else "")
        self._composer.set_models(self._groups(), (self._current[0], model))

    def _groups(self) -> list[ModelGroup]:
        return [
            ModelGroup(
                connection.id,
                self.name(connection.id),
                tuple((m, self._model_label(connection, m)) for m in self._known(connection)),
                self._notes.get(connection.id, ""),
            )
            for connection in self._connections
        ]

    def _known(self, connection: Connection) -> list[str]:
        """The chosen ones first known, then what the service listed."""
        listed = self._models.get(connection.id, ())
        if connection.kind is ConnectionKind.OFFLINE and not listed:
            listed = self._ready_packs()
        own = [connection.model] if connection.model else []
        if self._current[0] == connection.id and self._current[1]:
            own.append(self._current[1])
        return list(dict.fromkeys([*own, *listed]))

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


def in_language(texts: dict[str, str]) -> str:
    """The text for the language of the interface, English if there is none."""
    code = QLocale().name()
    for key in (code, code.replace("_", "-"), code.partition("_")[0], "en"):
        if key in texts:
            return texts[key]
    return next(iter(texts.values()), "")
