"""What each service offers: as it was known before at once, and as it is now behind that."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.connections import Connection
from gptdesk.domain.offered import ModelList, ModelOverride, OfferedModel
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.models import ModelService

translate = QCoreApplication.translate

Listing = tuple[ModelList | None, tuple[OfferedModel, ...]]
"""What a service listed, if it was ever asked, and what can be chosen there."""


class Offers(QObject):
    """Asks each service once while the app runs, and again where that failed.

    Signals:
        changed: more is known, or the person said what a model can do.
    """

    changed = Signal()

    def __init__(self, calls: Calls, known: ModelService, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._known = known
        self._models: dict[str, tuple[OfferedModel, ...]] = {}
        self._fetched: dict[str, float] = {}
        self._notes: dict[str, str] = {}
        self._asked: set[str] = set()

    def at(self, connection_id: str) -> tuple[OfferedModel, ...]:
        return self._models.get(connection_id, ())

    def note(self, connection_id: str) -> str:
        """What is said of the list of a connection, if anything is."""
        return self._notes.get(connection_id, "")

    def clear(self) -> None:
        """The connections are others now."""
        self._models.clear()
        self._notes.clear()
        self._asked.clear()

    def look(self, connection: Connection, own: tuple[str, ...]) -> None:
        """Somebody wants to see them; `own` are chosen names that nobody need have listed."""
        if connection.id in self._asked:
            return
        self._asked.add(connection.id)
        self._calls.run(self._look(connection, own), partial(self._on_looked, connection.id))
        self._calls.run(
            self._ask(connection, own),
            partial(self._on_asked, connection.id),
            partial(self._on_failed, connection.id),
        )

    def override(
        self, connection: Connection, model: str, override: ModelOverride, own: tuple[str, ...]
    ) -> None:
        """The person's word holds at once."""

        async def keep() -> Listing:
            await self._known.set_override(connection.id, model, override)
            return await self._look(connection, own)

        self._calls.run(keep(), partial(self._on_kept, connection.id))

    async def _look(self, connection: Connection, own: tuple[str, ...]) -> Listing:
        listed = await self._known.remembered(connection.id)
        return listed, await self._known.offered(connection, own)

    async def _ask(self, connection: Connection, own: tuple[str, ...]) -> Listing:
        await self._known.refresh(connection)
        return await self._look(connection, own)

    def _on_looked(self, connection_id: str, found: Listing) -> None:
        listed, offered = found
        if listed is not None and listed.models:
            self._fetched[connection_id] = listed.fetched
        self._models.setdefault(connection_id, offered)
        if connection_id not in self._notes and listed is None:
            self._notes[connection_id] = translate("ChatModels", "Loading the models…")
        self.changed.emit()

    def _on_asked(self, connection_id: str, found: Listing) -> None:
        listed, self._models[connection_id] = found
        self._notes[connection_id] = ""
        if listed is not None and listed.is_missing:
            self._notes[connection_id] = translate(
                "ChatModels", "This service has no list of its models. Type a name above."
            )
        self.changed.emit()

    def _on_failed(self, connection_id: str, problem: Problem) -> None:
        """Asked again when the choice is opened the next time; what was known before stays."""
        self._asked.discard(connection_id)
        said = problem_sentence(problem).title
        fetched = self._fetched.get(connection_id)
        if fetched:
            text = translate("ChatModels", "{trouble}. This is the list of {date}.")
            said = text.format(trouble=said, date=day_text(date.fromtimestamp(fetched)))
        self._notes[connection_id] = said
        self.changed.emit()

    def _on_kept(self, connection_id: str, found: Listing) -> None:
        self._models[connection_id] = found[1]
        self.changed.emit()
