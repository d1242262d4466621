"""Which connection and model make the pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.connections import Connection
from gptdesk.domain.images import PRACTICE_ID
from gptdesk.domain.offered import OfferedModel
from gptdesk.domain.settings import Settings, default_connection
from gptdesk.domain.tasks import Task
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.modelpicker.values import ModelGroup
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.options.model_button import ModelButton

translate = QCoreApplication.translate


class ModelChooser(QObject):
    """Knows who can make pictures; the practice drawings are always among them.

    Signals:
        loaded: the connections or their models are known (again).
        chosen: another connection or model.
    """

    loaded = Signal()
    chosen = Signal()

    def __init__(
        self,
        button: ModelButton,
        calls: Calls,
        work: ImageWork,
        parent: QObject,
        *,
        settings: Callable[[], Settings] = Settings,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._button = button
        self._calls = calls
        self._work = work
        self._settings = settings
        self._today = today
        self._was_usual = self._usual()
        self._connections: tuple[Connection, ...] = ()
        self._models: dict[str, tuple[str, ...]] = {}
        self._notes: dict[str, str] = {}
        self._unasked: list[Connection] = []
        self._current = ("", "")
        self.is_loaded = False
        button.picked.connect(self._on_picked)
        button.opened.connect(self._ask_the_rest)

    # What holds

    @property
    def current(self) -> tuple[str, str]:
        return self._current

    @property
    def connection(self) -> Connection | None:
        """The one that is chosen, if it is there."""
        return self._connection(self._current[0])

    @property
    def facts(self) -> ModelFacts | None:
        connection = self.connection
        if connection is None or not self._current[1]:
            return None
        return self._work.facts(connection, self._current[1])

    @property
    def label(self) -> str:
        """What the chosen model is called."""
        if self._current[0] == PRACTICE_ID:
            return practice_name()
        return self._current[1]

    @property
    def is_practice_only(self) -> bool:
        """Nobody but the app itself can draw here."""
        return self.is_loaded and all(c.id == PRACTICE_ID for c in self._connections)

    @property
    def real(self) -> tuple[str, str]:
        """The first model here that is more than practice; empty where there is none."""
        real = (c.id for c in self._connections if c.id != PRACTICE_ID)
        first = next((one for one in real if self._models.get(one)), "")
        return (first, self._models[first][0]) if first else ("", "")

    @property
    def is_searching(self) -> bool:
        return not self.is_loaded

    def note(self) -> tuple[str, bool]:
        """A line under the model, and whether it is a warning."""
        facts = self.facts
        if facts is None:
            return "", False
        if self._current[0] == PRACTICE_ID:
            return translate("Images", "Drawn by gptdesk itself, not by a model. Free."), False
        if facts.shutdown is None:
            return in_language(facts.line), False
        when = day_text(facts.shutdown)
        if facts.is_retired(self._today()):
            text = translate("Images", "Its service planned to end it on {day}.")
        else:
            text = translate("Images", "Answers until {day}; then its service ends it.")
        return text.format(day=when), True

    # What is done

    def load(self) -> None:
        """Read the connections again, and ask each what it offers when somebody looks."""
        self._models.clear()
        self._notes.clear()
        self._unasked.clear()
        self._calls.run(self._work.connections(), self._on_read)

    def take(self, connection_id: str, model: str) -> None:
        """An order from elsewhere brings its own; one that is gone is not taken."""
        is_there = self._connection(connection_id) is not None
        if (connection_id, model) != self._current and model and (is_there or not self.is_loaded):
            self._current = (connection_id, model)
            self.show()
            self.chosen.emit()

    def show(self) -> None:
        groups = [self._group(connection) for connection in self._connections]
        self._button.set_models(groups, self._current)

    def settings_changed(self) -> None:
        """Another connection was made the usual one: it draws from now on."""
        wanted = self._usual()
        if wanted != self._was_usual:
            self._was_usual = wanted
            if models := self._models.get(wanted):
                self._choose((wanted, models[0]))

    def _on_read(self, connections: tuple[Connection, ...]) -> None:
        self._connections = connections
        self.is_loaded = True
        for connection in connections:
            if known := self._work.known_models(connection, self._today()):
                self._models[connection.id] = known
                self._unasked.append(connection)
            else:
                self._ask(connection)
        if self._current[0] and self._connection(self._current[0]) is None:
            self._current = ("", "")
        self._choose_first()
        self.show()
        self.loaded.emit()

    def _ask(self, connection: Connection) -> None:
        self._notes[connection.id] = translate("Images", "Looking for models that draw…")
        self._calls.run(
            self._work.models(connection),
            partial(self._on_models, connection.id),
            partial(self._on_failed, connection.id),
        )

    def _ask_the_rest(self) -> None:
        """Services that the catalogue knows are asked only when somebody looks."""
        unasked, self._unasked = self._unasked, []
        for connection in unasked:
            self._ask(connection)

    def _on_models(self, connection_id: str, models: tuple[str, ...]) -> None:
        self._models[connection_id] = models or self._models.get(connection_id, ())
        self._notes.pop(connection_id, None)
        if not self._models[connection_id]:
            self._notes[connection_id] = translate("Images", "No model that makes pictures")
        self._after_answer()

    def _on_failed(self, connection_id: str, problem: Problem) -> None:
        self._models.setdefault(connection_id, ())
        self._notes[connection_id] = problem_sentence(problem).title
        self._after_answer()

    def _after_answer(self) -> None:
        self._choose_first()
        self.show()
        self.loaded.emit()

    def _choose_first(self) -> None:
        """Nothing is chosen yet: the usual one if it can, else who can, last the practice."""
        is_practice = self._current[0] == PRACTICE_ID
        if self._current[1] and not is_practice:
            return
        order = [self._usual(), *(c.id for c in self._connections)]
        first = next((one for one in order if self._models.get(one)), "")
        if first and (not self._current[1] or (is_practice and self._was_made_by_default)):
            self._choose((first, self._models[first][0]), by_default=True)

    _was_made_by_default = False

    def _choose(self, choice: tuple[str, str], *, by_default: bool = False) -> None:
        self._was_made_by_default = by_default
        if choice == self._current:
            return
        self._current = choice
        self.show()
        self.chosen.emit()

    def _on_picked(self, connection_id: str, model: str) -> None:
        self._choose((connection_id, model))

    def _usual(self) -> str:
        return default_connection(self._settings(), Task.IMAGES)

    def _connection(self, connection_id: str) -> Connection | None:
        return next((c for c in self._connections if c.id == connection_id), None)

    def _group(self, connection: Connection) -> ModelGroup:
        models = list(self._models.get(connection.id, ()))
        if connection.id == self._current[0] and self._current[1] not in models:
            models.insert(0, self._current[1])
        offered = tuple(
            OfferedModel(connection.id, self._work.facts(connection, model))
            for model in models
            if model
        )
        is_practice = connection.id == PRACTICE_ID
        return ModelGroup(
            connection.id,
            self._name(connection),
            offered,
            self._notes.get(connection.id, ""),
            is_local=is_practice or is_loopback(connection.base_url),
            is_free=is_practice,
            labels={PRACTICE_ID: practice_name()} if is_practice else {},
        )

    def _name(self, connection: Connection) -> str:
        if connection.id == PRACTICE_ID:
            return translate("Images", "On this computer")
        return connection.name or translate("Connection", "From the environment")


def practice_name() -> str:
    return translate("Images", "Practice drawings")
