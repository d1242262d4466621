"""A service that speaks, the shelf and the database it fills, and words for both."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date

import pytest

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Task
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.domain.packs import EngineState
from gptdesk.domain.speech import SpeechSettings
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.realtime import RealtimeSpeech
from gptdesk.providers.speaking import AnySpeech
from gptdesk.providers.speech import OpenAISpeech
from gptdesk.services.connections import ConnectionService
from gptdesk.services.speech import SpeechService
from gptdesk.services.speech_money import SpeechMoney
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.sounds import Sounds
from gptdesk.storage.speech import Speeches

MODEL = "test-tts"
ENDED, ENDING, LIVE_MODEL = "test-tts-ended", "test-tts-ending", "test-live"
SETTINGS = SpeechSettings("mine", MODEL, "nova", format="wav")


class FakeCatalogue(Catalogue):
    """Knows one model that speaks."""

    def facts(self, name: str, service_id: str = "") -> ModelFacts:
        if name in (ENDED, ENDING, LIVE_MODEL):
            return _others(name, service_id)
        if name != MODEL:
            return ModelFacts(name, service_id, Task.CHAT)
        return ModelFacts(
            name,
            service_id,
            Task.SPEECH,
            is_known=True,
            voices=("nova", "onyx", "marin"),
            longest_input=400,
            price=Price(characters=15.0),
        )


def _others(name: str, service_id: str) -> ModelFacts:
    """A model that has ended, one that will, and the live one that follows both."""
    if name == LIVE_MODEL:
        return ModelFacts(
            name, service_id, Task.SPEECH, is_known=True, voices=("marin", "cedar"),
            formats=("wav",), longest_input=200,
            details={"endpoint": "realtime", "speed": (0.25, 1.5)},
        )  # fmt: skip
    day = date(2020, 1, 6) if name == ENDED else date(2999, 1, 6)
    return ModelFacts(
        name, service_id, Task.SPEECH, is_known=True, voices=("nova", "marin"),
        longest_input=400, shutdown=day, successor=LIVE_MODEL,
    )  # fmt: skip


class NoEngine:
    def state(self, task: str = "chat") -> EngineState:
        return EngineState.READY

    @asynccontextmanager
    async def lease(self, pack_id: str):
        yield Endpoint("offline", "http://127.0.0.1:1/v1", "k", is_local=True)


class NoPacks:
    def packs(self):
        return ()


class NoKeys:
    async def read(self, connection_id: str):
        return None


class Connections:
    def __init__(self, *connections: Connection) -> None:
        self.saved = connections

    async def load(self):
        return self.saved

    async def save(self, connections):
        self.saved = tuple(connections)


class Studio:
    """All of it at work against the test service."""

    def __init__(self, server, paths: Paths, **how) -> None:
        self.server = server
        self.paths = paths
        self.waited: list[float] = []
        self.how = how
        self.money: SpeechMoney | None = None

    async def open(self) -> None:
        self.database = (await open_database(self.paths)).database
        self.clients = Clients(Patience())
        self.provider = AnySpeech(OpenAISpeech(self.clients), RealtimeSpeech(self.clients))
        self.shelf = Sounds(self.database, self.paths.data, **self.how)
        self.store = Speeches(self.database)
        mine = Connection("mine", "Mine", ConnectionKind.CUSTOM, self.server.base_url, MODEL)
        self.connections = ConnectionService(
            Connections(mine), NoKeys(), OpenAIChat(self.clients), NoEngine(), NoPacks()
        )
        self.service = SpeechService(
            self.store, self.shelf, self.connections, self.provider, NoEngine(), FakeCatalogue(),
            encodes=("flac",) if "writer" in self.how else (), sleep=self._sleep, money=self.money,
        )  # fmt: skip

    async def close(self) -> None:
        await self.clients.aclose()
        self.database.close()

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)

    async def speak(self, text: str, settings: SpeechSettings = SETTINGS):
        """All events of it."""
        return [event async for event in self.service.speak(text, settings)]

    @property
    def inputs(self) -> list[str]:
        """What the service was asked to say."""
        return [request.json["input"] for request in self.server.requests]

    @property
    def files(self) -> list[str]:
        folder = self.paths.data / "speech"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def paths(tmp_path) -> Paths:
    made = Paths.for_profile(tmp_path / "profile")
    made.create()
    return made


@pytest.fixture
def in_studio(server, paths):
    """Run a coroutine function with an open studio."""

    def run(work, **how):
        async def whole():
            studio = Studio(server, paths, **how)
            await studio.open()
            try:
                return await work(studio)
            finally:
                await studio.close()

        return asyncio.run(whole())

    return run
