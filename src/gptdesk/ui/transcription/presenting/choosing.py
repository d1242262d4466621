"""Which connection and model write down, and what that model takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.connections import OFFLINE_ID, Connection, ConnectionKind
from gptdesk.domain.offered import OfferedModel
from gptdesk.domain.packs import PackState, PackStatus
from gptdesk.domain.settings import Settings, default_connection
from gptdesk.domain.tasks import Task
from gptdesk.domain.transcription import TranscriptionSettings
from gptdesk.ui.transcription.words import model_note
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.modelpicker.values import ModelGroup
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.catalogue import ModelFacts
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.transcription.side import TranscriptionSide

translate = QCoreApplication.translate

Choice = tuple[str, str]


class EarPresenter(QObject):
    """Knows what can hear and shows what the chosen model takes.

    Signals:
        loaded: the connections are known (again).
        changed: the settings are different now.
    """

    loaded = Signal()
    changed = Signal()

    def __init__(
        self,
        side: TranscriptionSide,
        calls: Calls,
        service: TranscriptionService,
        connections: ConnectionService,
        packs: PackService,
        parent: QObject,
        *,
        settings: Callable[[], Settings] = Settings,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._calls = calls
        self._transcription = service
        self._service = connections
        self._packs = packs
        self._settings = settings
        self._was_usual = self._usual()
        self._today = today
        self._connections: tuple[Connection, ...] = ()
        self._models: dict[str, tuple[str, ...]] = {}
        self._titles: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._unasked: list[Connection] = []
        self._current: Choice = ("", "")
        self._is_showing = False
        self.is_loaded = False
        side.model.chosen.connect(self.choose)
        side.model.opened.connect(self._ask_the_rest)
        side.changed.connect(self._on_changed)

    @property
    def can_hear(self) -> bool:
        return bool(self._current[1])

    @property
    def connection(self) -> Connection | None:
        """The one that is chosen, if it is there."""
        return self._connection(self._current[0])

    @property
    def is_searching(self) -> bool:
        """Whether services are still being asked what they offer."""
        return not self.is_loaded or any(c.id not in self._models for c in self._connections)

    @property
    def successor(self) -> Choice | None:
        """What to use instead of a model that is gone."""
        facts = self.facts
        if facts is None or not facts.successor or not facts.is_retired(self._today()):
            return None
        return self._current[0], facts.successor

    @property
    def settings(self) -> TranscriptionSettings:
        side = self._side
        return TranscriptionSettings(
            *self._current,
            side.language.currentData() or "",
            side.prompt.toPlainText().strip(),
            side.words,
            side.english.isChecked() and side.english.isEnabled(),
            side.even.isChecked(),
        )

    @property
    def facts(self) -> ModelFacts | None:
        connection = self._connection(self._current[0])
        if connection is None or not self._current[1]:
            return None
        return self._transcription.facts(connection, self._current[1])

    def load(self) -> None:
        """Read the connections again, and ask each what it offers."""
        self._models.clear()
        self._notes.clear()
        self._unasked.clear()
        self._calls.run(self._read(), self._on_read)

    def show(self, settings: TranscriptionSettings) -> None:
        """Take over how something was, or is to be, written down."""
        self._is_showing = True
        if settings.model:
            self._current = (settings.connection_id, settings.model)
        self._side.show_values(
            settings.language,
            settings.prompt,
            settings.keywords,
            even=settings.even_loudness,
            english=settings.to_english,
        )
        self.show_model()
        self._is_showing = False
        self.changed.emit()

    def settings_changed(self) -> None:
        """Another connection was made the usual one: it hears from now on."""
        wanted = self._usual()
        if wanted != self._was_usual:
            self._was_usual = wanted
            self._take_usual()

    def choose(self, connection_id: str, model: str) -> None:
        self._current = (connection_id, model)
        self.show_model()
        self.changed.emit()

    # Loading

    async def _read(self) -> tuple[tuple[Connection, ...], tuple[PackStatus, ...]]:
        return await self._service.all(Task.TRANSCRIPTION), await self._packs.statuses(
            with_test_packs=True
        )

    def _on_read(self, found: tuple[tuple[Connection, ...], tuple[PackStatus, ...]]) -> None:
        connections, statuses = found
        packs = {s.pack.id: in_language(s.pack.title) for s in statuses
                 if s.pack.task == "transcription" and s.state is PackState.READY}  # fmt: skip
        self._titles = packs
        self._connections = tuple(c for c in connections if self._may_hear(c, bool(packs)))
        self.is_loaded = True
        for connection in self._connections:
            if connection.kind is ConnectionKind.OFFLINE:
                self._on_models(connection.id, tuple(packs))
            elif known := self._transcription.known_models(connection, self._today()):
                self._on_models(connection.id, known)
                self._unasked.append(connection)
            else:
                self._ask(connection)
        self.show_model()
        self.loaded.emit()

    def _may_hear(self, connection: Connection, has_packs: bool) -> bool:
        if connection.kind is ConnectionKind.OFFLINE:
            return has_packs
        return self._transcription.can_transcribe(connection)

    def _ask(self, connection: Connection) -> None:
        self._notes[connection.id] = translate("Transcription", "Looking for models that hear…")
        self._calls.run(
            self._transcription.models(connection),
            partial(self._on_models, connection.id),
            partial(self._on_failed, connection.id),
        )

    def _ask_the_rest(self) -> None:
        """Services that the catalogue knows are asked only when somebody looks."""
        unasked, self._unasked = self._unasked, []
        for connection in unasked:
            self._ask(connection)

    def _on_models(self, connection_id: str, models: tuple[str, ...]) -> None:
        self._models[connection_id] = models
        self._notes.pop(connection_id, None)
        if not models:
            self._notes[connection_id] = translate("Transcription", "No model that transcribes")
        self._choose_first()
        self.show_model()
        self.loaded.emit()

    def _on_failed(self, connection_id: str, problem: Problem) -> None:
        self._models.setdefault(connection_id, ())
        self._notes[connection_id] = problem_sentence(problem).title
        self._choose_first()
        self.show_model()
        self.loaded.emit()

    # Choosing

    def _usual(self) -> str:
        """The connection that Settings names for this tab, or empty."""
        return default_connection(self._settings(), Task.TRANSCRIPTION)

    def _choose_first(self) -> None:
        """Nothing is chosen yet: the usual one as soon as it has answered, else who can."""
        usual = self._usual()
        is_awaited = any(c.id == usual for c in self._connections) and usual not in self._models
        if self._is_there() or is_awaited:
            return
        self._current = ("", "")
        self._take_usual()
        first = next((c.id for c in self._connections if self._models.get(c.id)), "")
        if first and not self._current[1]:
            self.choose(first, self._models[first][0])

    def _is_there(self) -> bool:
        """A choice from last time whose connection is gone counts as none."""
        return bool(self._current[1]) and self._connection(self._current[0]) is not None

    def _take_usual(self) -> None:
        usual = self._usual()
        if models := self._models.get(usual):
            self.choose(usual, models[0])

    def _on_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit()

    def show_model(self) -> None:
        """What the model is, and the hints that it takes."""
        self._side.model.set_groups([self._group(c) for c in self._connections], self._current)
        facts, connection = self.facts, self.connection
        if facts is None or connection is None:
            self._side.set_takes(prompt=False, keywords=False, english=False, known=False)
            self._side.set_model_note("")
            return
        ears = self._transcription.ears(connection, self._current[1])
        self._side.set_takes(
            prompt=ears.has_prompt,
            keywords=ears.has_keywords,
            english=ears.can_translate,
            known=True,
        )
        note, is_warning = model_note(facts, self._today())
        self._side.set_model_note(note, is_warning=is_warning)

    def _group(self, connection: Connection) -> ModelGroup:
        models = list(self._models.get(connection.id, ()))
        if connection.id == self._current[0] and self._current[1] not in models:
            models.insert(0, self._current[1])
        is_offline = connection.kind is ConnectionKind.OFFLINE
        return ModelGroup(
            connection.id,
            self._name(connection),
            tuple(self._offer(connection, model) for model in models if model),
            self._notes.get(connection.id, ""),
            is_local=is_offline or is_loopback(connection.base_url),
            is_free=is_offline,
            labels=self._titles if is_offline else {},
        )

    def _offer(self, connection: Connection, model: str) -> OfferedModel:
        facts = self._transcription.facts(connection, model)
        return OfferedModel(connection.id, replace(facts, task=Task.TRANSCRIPTION))

    def _name(self, connection: Connection) -> str:
        if connection.id == OFFLINE_ID:
            return translate("Connection", "Offline pack")
        return connection.name or translate("Connection", "From the environment")

    def _connection(self, connection_id: str) -> Connection | None:
        return next((c for c in self._connections if c.id == connection_id), None)
