"""Which models can write down sound, what they take, and what that costs in money and time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import FREE, Estimate
from gptdesk.domain.ears import Ears, ears_of
from gptdesk.domain.tasks import Task
from gptdesk.domain.transcription import TimeEstimate
from gptdesk.domain.transcription_costs import time_estimate, transcription_estimate
from gptdesk.services.connections import ConnectionService
from gptdesk.services.transcription_money import TranscriptionMoney

LIKELY = ("transcri", "whisper", "-asr", "asr-", "voxtral", "sensevoice", "speech-to-text")
LATEST = 0.5
"""How much the last piece counts in what is known of the pace."""


class HearingModels:
    """The part of transcription that knows models.

    `facts` tells what is known of a model at a connection; without it the catalogue does.
    """

    def __init__(
        self,
        connections: ConnectionService,
        catalogue: Catalogue,
        money: TranscriptionMoney | None = None,
        facts: Callable[[Connection, str], ModelFacts] | None = None,
    ) -> None:
        self._connections = connections
        self._catalogue = catalogue
        self._money = money
        self._facts = facts
        self._paces: dict[tuple[str, str], float] = {}

    def facts(self, connection: Connection, model: str) -> ModelFacts:
        if self._facts is not None:
            return self._facts(connection, model)
        return self._catalogue.facts(model, self._service_id(connection))

    def ears(self, connection: Connection, model: str) -> Ears:
        """What the model takes and gives there: for switching controls on and off."""
        service = self._catalogue.service_of(connection)
        quirks = service.quirks if service is not None else {}
        is_offline = connection.kind is ConnectionKind.OFFLINE
        return ears_of(self.facts(connection, model), quirks, is_offline=is_offline)

    def can_transcribe(self, connection: Connection) -> bool:
        """False where its service is known and cannot; that need not be asked."""
        service = self._catalogue.service_of(connection)
        if service is None or Task.TRANSCRIPTION in service.tasks:
            return True
        return bool(service.quirks.get("hears_in_chat"))

    def known_models(self, connection: Connection, today: date) -> tuple[str, ...]:
        """What the catalogue says that its service offers, without asking it."""
        service = self._service_id(connection)
        found = [it for it in self._catalogue.models(service) if self._hears(connection, it)]
        alive = [facts for facts in found if not facts.is_retired(today)] if service else []
        alive.sort(key=lambda facts: not facts.is_recommended)
        return tuple(facts.name for facts in alive)

    async def models(self, connection: Connection) -> tuple[str, ...]:
        """The models of a connection that hear, the recommended ones first."""
        listed = await self._connections.models(connection, task=Task.TRANSCRIPTION)
        if connection.kind is ConnectionKind.OFFLINE:
            return listed
        facts = {name: self.facts(connection, name) for name in listed}
        hearing = [name for name in listed if self._hears(connection, facts[name])]
        hearing.sort(key=lambda name: not facts[name].is_recommended)
        likely = [name for name in listed if any(part in name.lower() for part in LIKELY)]
        return tuple(dict.fromkeys([*hearing, *likely]))

    def estimate(self, connection: Connection, model: str, seconds: float) -> Estimate:
        """What it will cost to write down so many seconds."""
        if connection.kind is ConnectionKind.OFFLINE:
            return FREE
        if self._money is not None:
            return self._money.estimate(connection, model, seconds)
        return transcription_estimate(self.facts(connection, model).price, seconds)

    def time_estimate(self, connection: Connection, model: str, seconds: float) -> TimeEstimate:
        """How long it will take, by what was measured since the app was started."""
        return time_estimate(
            seconds,
            is_offline=connection.kind is ConnectionKind.OFFLINE,
            side_by_side=self.ears(connection, model).side_by_side,
            measured=self._paces.get((connection.id, model)),
        )

    def _note_pace(self, connection: Connection, model: str, seconds: float, took: float) -> None:
        side_by_side = self.ears(connection, model).side_by_side
        pace = took / max(seconds, 1.0) / side_by_side
        place = (connection.id, model)
        before = self._paces.get(place, pace)
        self._paces[place] = before + (pace - before) * LATEST

    def _service_id(self, connection: Connection) -> str:
        service = self._catalogue.service_of(connection)
        return service.id if service is not None else ""

    def _hears(self, connection: Connection, facts: ModelFacts) -> bool:
        if facts.task is Task.TRANSCRIPTION:
            return True
        service = self._catalogue.service_of(connection)
        in_chat = service is not None and bool(service.quirks.get("hears_in_chat"))
        return in_chat and facts.task is Task.CHAT and "sound" in facts.takes
