"""Which connection, model and voice speak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.connections import OFFLINE_ID, Connection, ConnectionKind
from gptdesk.domain.packs import PackState, PackStatus
from gptdesk.domain.settings import Settings, default_connection
from gptdesk.domain.speech import SpeechSettings
from gptdesk.domain.tasks import Task
from gptdesk.domain.voices import speeds, voices_of
from gptdesk.ui.speech.modelchoice import SpeechModels
from gptdesk.ui.speech.presenting.ending import note_text, took_over_text
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.catalogue import ModelFacts
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.services.speech import SpeechService
    from gptdesk.ui.speech.page import SpeechPage

translate = QCoreApplication.translate


class VoicePresenter(QObject):
    """Knows what can speak and shows what the chosen model allows.

    Signals:
        loaded: the connections are known (again).
        changed: the settings are different now.
    """

    loaded = Signal()
    changed = Signal()

    def __init__(
        self,
        page: SpeechPage,
        calls: Calls,
        speech: SpeechService,
        connections: ConnectionService,
        packs: PackService,
        parent: QObject,
        *,
        settings: Callable[[], Settings] = Settings,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._side = page.panel.side
        self._calls = calls
        self._speech = speech
        self._service = connections
        self._packs = packs
        self._settings = settings
        self._was_usual = self._usual()
        self._today = today
        self._connections: tuple[Connection, ...] = ()
        self._models: dict[str, tuple[str, ...]] = {}
        self._notes: dict[str, str] = {}
        self._unasked: list[Connection] = []
        self._current = ("", "")
        self._ended = ""
        self._format = SpeechSettings().format
        self._is_showing = False
        self.is_loaded = False
        self._side.model.picked.connect(self._on_picked)
        self._side.model.opened.connect(self._ask_the_rest)
        self._side.changed.connect(self._on_changed)

    @property
    def can_speak(self) -> bool:
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
    def settings(self) -> SpeechSettings:
        return SpeechSettings(
            *self._current,
            self._side.voice.current,
            self._side.manner,
            self._side.speed_value,
            self._side.format.current or self._format,
        )

    def current(self, settings: SpeechSettings) -> SpeechSettings:
        """How it would be spoken today: a model that has ended gives way to its successor."""
        connection = self._connection(settings.connection_id)
        if connection is None:
            return settings
        return self._speech.models.current(connection, settings, self._today())

    def load(self) -> None:
        """Read the connections again, and ask each what it offers."""
        self._models.clear()
        self._notes.clear()
        self._unasked.clear()
        self._calls.run(self._read(), self._on_read)

    def show(self, settings: SpeechSettings) -> None:
        """Take over how something was, or is to be, spoken."""
        self._is_showing = True
        self._take_over(settings)
        settings = self.current(settings)
        self._format = settings.format
        self._show_model()
        self._side.voice.choose(settings.voice)
        self._side.set_manner(settings.instructions)
        self._side.set_speed(settings.speed)
        self._side.format.choose(settings.format)
        self._is_showing = False
        self.changed.emit()

    def _take_over(self, settings: SpeechSettings) -> None:
        wanted = self.current(settings)
        self._ended = settings.model if wanted.model != settings.model else ""
        self._current = (wanted.connection_id, wanted.model)

    def retranslate(self) -> None:
        self._show_model()

    def settings_changed(self) -> None:
        """Another connection was made the usual one: it speaks from now on."""
        wanted = self._usual()
        if wanted != self._was_usual:
            self._was_usual = wanted
            self._take_usual()

    # Loading

    async def _read(self) -> tuple[tuple[Connection, ...], tuple[PackStatus, ...]]:
        return await self._service.all(Task.SPEECH), await self._packs.statuses(
            with_test_packs=True
        )

    def _on_read(self, found: tuple[tuple[Connection, ...], tuple[PackStatus, ...]]) -> None:
        connections, statuses = found
        voices = [s.pack.id for s in statuses if s.pack.task == "speech"
                  and s.state is PackState.READY]  # fmt: skip
        self._connections = tuple(
            c for c in connections if self._may_speak(c, has_voices=bool(voices))
        )
        self.is_loaded = True
        for connection in self._connections:
            if connection.kind is ConnectionKind.OFFLINE:
                self._on_models(connection.id, tuple(voices))
            elif known := self._speech.models.known(connection, self._today()):
                self._on_models(connection.id, known)
                self._unasked.append(connection)
            else:
                self._ask(connection)
        self._renew()
        self._show_groups()
        self.loaded.emit()

    def _renew(self) -> None:
        """What was chosen may have ended since, or its connection is known only now."""
        wanted = self.current(self.settings)
        if wanted.model != self._current[1]:
            self.show(self.settings)

    def _may_speak(self, connection: Connection, *, has_voices: bool) -> bool:
        if connection.kind is ConnectionKind.OFFLINE:
            return has_voices
        return self._speech.models.can_speak(connection)

    def _ask(self, connection: Connection) -> None:
        self._notes[connection.id] = translate("Speech", "Looking for models that speak…")
        self._calls.run(
            self._speech.models.listed(connection),
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
        if models:
            self._notes.pop(connection_id, None)
        else:
            self._notes[connection_id] = translate("Speech", "No model that speaks")
        self._choose_first()
        self._show_groups()
        self.loaded.emit()

    def _on_failed(self, connection_id: str, problem: Problem) -> None:
        self._models.setdefault(connection_id, ())
        self._notes[connection_id] = problem_sentence(problem).title
        self._choose_first()
        self._show_groups()
        self.loaded.emit()

    # Choosing

    def _usual(self) -> str:
        """The connection that Settings names for this tab, or empty."""
        return default_connection(self._settings(), Task.SPEECH)

    def _choose_first(self) -> None:
        """Nothing is chosen yet: the usual one as soon as it has answered, else who can."""
        usual = self._usual()
        is_awaited = any(c.id == usual for c in self._connections) and usual not in self._models
        if self._current[1] or is_awaited:
            return
        self._take_usual()
        first = next((c.id for c in self._connections if self._models.get(c.id)), "")
        if first and not self._current[1]:
            self._take((first, self._models[first][0]))

    def _take_usual(self) -> None:
        usual = self._usual()
        if models := self._models.get(usual):
            self._take((usual, models[0]))

    def _on_picked(self, connection_id: str, model: str) -> None:
        self._take((connection_id, model))

    def _take(self, choice: tuple[str, str]) -> None:
        self._current, self._ended = choice, ""
        self._show_model()
        self.changed.emit()

    def _on_changed(self) -> None:
        if not self._is_showing:
            self._format = self._side.format.current or self._format
            self.changed.emit()

    def _show_groups(self) -> None:
        self._side.model.set_models([self._group(c) for c in self._connections], self._current)

    def _group(self, connection: Connection) -> SpeechModels:
        models = list(self._models.get(connection.id, ()))
        if connection.id == self._current[0] and self._current[1] not in models:
            models.insert(0, self._current[1])
        named = tuple((model, model) for model in models if model)
        note = self._notes.get(connection.id, "")
        return SpeechModels(connection.id, self._name(connection), named, note)

    def _name(self, connection: Connection) -> str:
        if connection.id == OFFLINE_ID:
            return translate("Connection", "Offline pack")
        return connection.name or translate("Connection", "From the environment")

    def _show_model(self) -> None:
        """Voices, formats and instructions as this model has them."""
        self._show_groups()
        facts = self._facts()
        self._side.set_known(facts is not None)
        if facts is None:
            return
        was_showing, self._is_showing = self._is_showing, True
        self._side.voice.set_voices(voices_of(facts))
        self._side.set_formats(self._speech.models.formats(facts))
        self._side.format.choose(self._format)
        if not self._side.format.current:
            self._side.format.choose(self._speech.models.formats(facts)[0])
        self._side.set_speeds(*speeds(facts))
        self._side.set_takes_manner("instructions" not in facts.refuses)
        note, is_warning = self._note(facts)
        self._side.set_model_note(note, is_warning=is_warning)
        self._is_showing = was_showing

    def _note(self, facts: ModelFacts) -> tuple[str, bool]:
        """What the model is, or more important: until when it answers and what comes then."""
        connection = self.connection
        if self._ended and connection is not None:
            return took_over_text(self._speech.models.facts(connection, self._ended), facts), False
        return note_text(facts, self._today())

    def _facts(self) -> ModelFacts | None:
        connection = self._connection(self._current[0])
        if connection is None or not self._current[1]:
            return None
        return self._speech.models.facts(connection, self._current[1])

    def _connection(self, connection_id: str) -> Connection | None:
        return next((c for c in self._connections if c.id == connection_id), None)
