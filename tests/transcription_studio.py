"""A service that hears, the database it fills, and recordings in a language of tones."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from pathlib import Path

import pytest

from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.problems import SoundMissing, SoundUnreadable
from gptdesk.domain.sound import SoundInfo
from gptdesk.domain.transcription import (
    JobSettled,
    PieceState,
    TranscriptionSettings,
)
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.transcription import OpenAITranscription
from gptdesk.services.connections import ConnectionService
from gptdesk.services.transcription import TranscriptionService
from gptdesk.services.transcription_money import TranscriptionMoney
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.piece_files import PieceFiles
from gptdesk.storage.transcription import Transcriptions
from server import tones
from speech_studio import Connections, NoEngine, NoKeys, NoPacks

MODEL = "whisper-1"
SETTINGS = TranscriptionSettings("mine", MODEL)


class PlainReader:
    """Reads WAV files of 16 kHz as they are: no decoder takes part."""

    def __init__(self) -> None:
        self.read_seconds = 0.0

    async def info(self, path: Path) -> SoundInfo:
        if not path.is_file():
            raise SoundMissing(path.name)
        if (size := path.stat().st_size) <= 44:
            raise SoundUnreadable(path.name)
        return SoundInfo((size - 44) / 32_000, 16_000, 1)

    async def samples(self, path: Path, rate: int, *, start: float = 0.0, stop=None):
        if not path.is_file():
            raise SoundMissing(path.name)
        left = None if stop is None else round((stop - start) * rate) * 2
        with path.open("rb") as file:
            file.seek(44 + round(start * rate) * 2)
            while data := file.read(32_000 if left is None else min(32_000, left)):
                left = None if left is None else left - len(data)
                self.read_seconds += len(data) / 32_000
                yield data
                await asyncio.sleep(0)


class Studio:
    """All of it at work against the test service."""

    def __init__(self, server, paths: Paths, **how) -> None:
        self.server = server
        self.paths = paths
        self.waited: list[float] = []
        self.model = MODEL
        self.service_id = how.pop("service_id", "openai")
        self.catalogue: Catalogue = how.pop("catalogue", None) or load_catalogue()
        self.longest: float | None = how.pop("longest", None)
        self.money: TranscriptionMoney | None = how.pop("money", None)
        self.reader = how.pop("reader", None) or PlainReader()
        self.how = how

    async def open(self) -> None:
        self.database = (await open_database(self.paths)).database
        self.clients = Clients(Patience())
        self.provider = OpenAITranscription(self.clients)
        self.shelf = PieceFiles(self.paths.data, **self.how)
        self.store = Transcriptions(self.database)
        self.connection = Connection(
            "mine", "Mine", ConnectionKind.CUSTOM, self.server.base_url, MODEL,
            service=self.service_id,
        )  # fmt: skip
        self.connections = ConnectionService(
            Connections(self.connection), NoKeys(), OpenAIChat(self.clients), NoEngine(), NoPacks(),
            catalogue=self.catalogue,
        )  # fmt: skip
        self.service = TranscriptionService(
            self.store, self.shelf, self.reader, self.connections, self.provider, NoEngine(),
            self.catalogue, money=self.money, sleep=self._sleep,
        )  # fmt: skip
        if self.longest is not None:
            usual = self.service.ears
            self.service.ears = lambda *who: replace(usual(*who), longest=self.longest)  # type: ignore[method-assign]

    async def close(self) -> None:
        await self.clients.aclose()
        self.database.close()

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)

    def record(self, samples: bytes, name: str = "talk.wav") -> Path:
        path = self.paths.data.parent / name
        path.write_bytes(tones.wav(samples))
        return path

    async def write_down(self, samples: bytes, settings: TranscriptionSettings = SETTINGS):
        """All events of a recording, and the job as it is stored in the end."""
        job = await self.service.add(self.record(samples), settings)
        return await self.go_on(job.id)

    async def go_on(self, job_id: str):
        events = [event async for event in self.service.run(job_id)]
        assert isinstance(events[-1], JobSettled)
        return events, await self.service.open(job_id)

    def facts(self, model: str) -> ModelFacts:
        return self.catalogue.facts(model, self.service_id)

    @property
    def files(self) -> list[str]:
        folder = self.paths.data / "transcription"
        return sorted(str(it.relative_to(folder)) for it in folder.rglob("*") if it.is_file())


def words_of(job) -> list[str]:
    """What is written, word by word."""
    text = " ".join(segment.text for segment in job.segments)
    return [word.strip(".").lower() for word in text.split()]


def sent(job) -> int:
    return sum(piece.state is not PieceState.SILENT for piece in job.pieces)


def talk(
    seconds: float, seed: int = 1, *, longest_pause: float = 1.2, vocabulary=tones.WORDS
) -> tuple[bytes, list[str]]:
    """So many seconds of sentences with pauses, and their words."""
    chance = random.Random(seed)
    samples, words = bytearray(tones.silence(0.5)), []
    while len(samples) < seconds * 2 * tones.RATE:
        sentence = chance.choices(vocabulary, k=chance.randint(3, 9))
        words += sentence
        samples += tones.spoken(sentence, chance.uniform(0.5, longest_pause))
    return bytes(samples), words


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
