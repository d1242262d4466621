"""What can speak: models, formats, prices, and who takes over from a model that has ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import FREE, Estimate
from gptdesk.domain.speech import FORMATS, SpeechSettings
from gptdesk.domain.speech_costs import speech_estimate
from gptdesk.domain.tasks import Task
from gptdesk.domain.voices import likely_for_speech
from gptdesk.services.connections import ConnectionService
from gptdesk.services.speech_money import SpeechMoney
from gptdesk.services.speech_orders import ENCODED


class SpeakingModels:
    """Answers from the catalogue, and from the service where that is not enough.

    `facts` tells what is known of a model at a connection; without it the catalogue does.
    """

    def __init__(
        self,
        connections: ConnectionService,
        catalogue: Catalogue,
        *,
        encodes: Sequence[str] = (),
        money: SpeechMoney | None = None,
        facts: Callable[[Connection, str], ModelFacts] | None = None,
    ) -> None:
        self._connections = connections
        self._catalogue = catalogue
        self._encodes = tuple(encodes)
        self._money = money
        self._facts = facts

    def facts(self, connection: Connection, model: str) -> ModelFacts:
        if self._facts is not None:
            return self._facts(connection, model)
        return self._catalogue.facts(model, self._service_id(connection))

    def estimate(
        self, connection: Connection, model: str, text: str, speed: float = 1.0
    ) -> Estimate:
        """What it will cost to speak a text."""
        if connection.kind is ConnectionKind.OFFLINE:
            return FREE
        if self._money is not None:
            return self._money.estimate(connection, model, text, speed)
        return speech_estimate(self.facts(connection, model).price, text, speed)

    def can_speak(self, connection: Connection) -> bool:
        """False where its service is known and has no speech; that need not be asked."""
        service = self._catalogue.service_of(connection)
        return service is None or Task.SPEECH in service.tasks

    def formats(self, facts: ModelFacts) -> tuple[str, ...]:
        """What a text can be saved as when this model speaks; M4A where nothing else is small."""
        gives = facts.formats or ("mp3", "wav", "opus", "aac")
        own = [kind for kind in self._encodes if ENCODED.get(kind) in gives]
        if not {"mp3", "aac"}.isdisjoint(gives):
            own = [kind for kind in own if kind != "m4a"]
        delivered = set(gives) - {"flac", "m4a"}  # files of these are not put behind each other
        return tuple(kind for kind in FORMATS if kind in own or kind in delivered)

    def known(self, connection: Connection, today: date) -> tuple[str, ...]:
        """What the catalogue says that its service offers for speech, without asking it."""
        service = self._service_id(connection)
        known = [facts for facts in self._catalogue.models(service) if facts.task is Task.SPEECH]
        alive = [facts for facts in known if not facts.is_retired(today)] if service else []
        alive.sort(key=lambda facts: not facts.is_recommended)
        return tuple(facts.name for facts in alive)

    async def listed(self, connection: Connection) -> tuple[str, ...]:
        """The models of a connection that speak, the recommended ones first."""
        listed = await self._connections.models(connection, task=Task.SPEECH)
        speaking = [name for name in listed if self.facts(connection, name).task is Task.SPEECH]
        speaking.sort(key=lambda name: not self.facts(connection, name).is_recommended)
        return tuple(dict.fromkeys([*speaking, *likely_for_speech(listed)]))

    def successor(self, connection: Connection, model: str, today: date) -> str:
        """The model that speaks in the place of one that has ended; itself while it answers."""
        found, seen = self.facts(connection, model), {model}
        while found.is_retired(today) and found.successor and found.successor not in seen:
            seen.add(found.successor)
            following = self.facts(connection, found.successor)
            if following.task is not Task.SPEECH:
                break
            found = following
        return found.name

    def current(
        self, connection: Connection, settings: SpeechSettings, today: date
    ) -> SpeechSettings:
        """The settings with a model that answers today, and a voice that it has."""
        model = self.successor(connection, settings.model, today)
        if model == settings.model:
            return settings
        facts = self.facts(connection, model)
        voices, formats = facts.voices, self.formats(facts)
        return replace(
            settings,
            model=model,
            voice=settings.voice if settings.voice in voices or not voices else voices[0],
            format=settings.format if settings.format in formats else formats[0],
        )

    def _service_id(self, connection: Connection) -> str:
        service = self._catalogue.service_of(connection)
        return service.id if service is not None else ""
