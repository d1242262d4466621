"""Turning text into speech: in pieces, kept at once, heard early, saved as one file."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import date
from pathlib import Path

from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.events import EngineStarting, ParameterDropped
from gptdesk.domain.packs import EngineState
from gptdesk.domain.ports import Engine
from gptdesk.domain.problems import (
    AnswerIncomplete,
    ConnectionCut,
    ConnectionRefused,
    EngineCrashed,
)
from gptdesk.domain.pronunciation import spoken_form
from gptdesk.domain.speech import (
    FileWritten,
    JobSettled,
    JobStarted,
    JobState,
    Piece,
    PieceState,
    Sound,
    SpeechEvent,
    SpeechHeader,
    SpeechJob,
    SpeechOrder,
    SpeechSettings,
    SpokenWord,
    file_name,
    key_of,
)
from gptdesk.domain.speech_ports import SoundShelf, SpeechProvider, SpeechStore
from gptdesk.domain.tasks import Task
from gptdesk.services.connections import ConnectionService
from gptdesk.services.speech_making import Making, Workshop
from gptdesk.services.speech_models import SpeakingModels
from gptdesk.services.speech_money import SpeechMoney
from gptdesk.services.speech_orders import cut_job, order_of
from gptdesk.services.spoken_files import SpokenFiles, free_name

SIDE_BY_SIDE = 3


class SpeechService:
    """Speaks texts and never pays for a piece twice. Cancelling keeps what is whole.

    `facts` tells what is known of a model at a connection; without it the catalogue does.
    """

    def __init__(
        self,
        store: SpeechStore,
        shelf: SoundShelf,
        connections: ConnectionService,
        provider: SpeechProvider,
        engine: Engine,
        catalogue: Catalogue | None = None,
        *,
        encodes: Sequence[str] = (),
        money: SpeechMoney | None = None,
        facts: Callable[[Connection, str], ModelFacts] | None = None,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._shelf = shelf
        self._connections = connections
        self._provider = provider
        self._engine = engine
        self._money = money
        self.models = SpeakingModels(
            connections, catalogue or Catalogue(), encodes=encodes, money=money, facts=facts
        )
        self.files = SpokenFiles(shelf, encodes)
        self._now = now
        self._sleep = sleep

    # Speaking

    async def speak(self, text: str, settings: SpeechSettings) -> AsyncGenerator[SpeechEvent, None]:
        """Keep the text, cut it, and make every piece that is not there yet."""
        settings = await self._current(settings)
        connection = await self._connection(settings)
        facts, words = self.models.facts(connection, settings.model), await self.words()
        job = await asyncio.to_thread(cut_job, text, settings, facts, words, self._now())
        await self._store.create(job)
        async with aclosing(self._make(job)) as events:
            async for event in events:
                yield event

    async def go_on(self, job_id: str) -> AsyncGenerator[SpeechEvent, None]:
        """Make what is missing of a job that was stopped or failed."""
        job = replace(await self.open(job_id), state=JobState.MAKING, problem="")
        job = replace(job, settings=await self._current(job.settings))
        await self._store.set_state(job_id, JobState.MAKING)
        async with aclosing(self._make(job)) as events:
            async for event in events:
                yield event

    async def preview(self, text: str, settings: SpeechSettings) -> Sound:
        """A short sentence in a voice, made once and then taken from the disk."""
        settings = await self._current(settings)
        key = key_of(settings, text)
        piece = Piece(0, 0, len(text), key)
        sound = await self._shelf.find(key)
        if sound is None:
            job = SpeechJob("", "", text, settings, self._now(), (piece,))
            async with (
                self._shelf.draft(key) as draft,
                aclosing(self._speaking(job, piece, _same)) as arriving,
            ):
                async for data in arriving:
                    if isinstance(data, bytes):
                        await draft.add(data)
                sound = await draft.finish()
            await self._note(job, piece, sound, _same)
        return sound

    def path(self, sound: Sound) -> Path:
        return self._shelf.path(sound)

    # What was spoken

    async def history(self, query: str = "") -> tuple[SpeechHeader, ...]:
        return await self._store.headers(query)

    async def purge(self) -> None:
        """Remove texts that were deleted long ago, then sounds that nobody has needed since."""
        await self._store.purge()
        await self._shelf.purge()

    async def open(self, job_id: str) -> SpeechJob:
        """A job with its pieces; one whose file is gone is missing again."""
        job = await self._store.job(job_id)
        found = await asyncio.to_thread(lambda: tuple(map(self._checked, job.pieces)))
        return replace(job, pieces=found)

    async def delete(self, job_id: str) -> None:
        await self._store.delete(job_id)

    async def restore(self, job_id: str) -> None:
        await self._store.restore(job_id)

    # The editor

    async def draft(self) -> tuple[str, SpeechSettings | None]:
        return await self._store.draft()

    async def save_draft(self, text: str, settings: SpeechSettings) -> None:
        await self._store.save_draft(text, settings)

    async def words(self) -> tuple[SpokenWord, ...]:
        return await self._store.words()

    async def save_words(self, words: Sequence[SpokenWord]) -> None:
        await self._store.save_words([word for word in words if word.written.strip()])

    async def write_files(
        self, texts: Sequence[str], settings: SpeechSettings, folder: Path, *, written: int = 0
    ) -> AsyncGenerator[SpeechEvent, None]:
        """A file for each text, named by its number and first words; none is overwritten.

        After a failure it goes on behind those that are `written`.
        """
        wide = len(str(len(texts)))
        for number, text in enumerate(texts[written:], start=written + 1):
            job: SpeechJob | None = None
            async with aclosing(self.speak(text, settings)) as events:
                async for event in events:
                    job = event.job if isinstance(event, JobSettled) else job
                    yield event
            if job is None or not (kinds := self.files.kinds(job)):
                continue
            name = f"{number:0{wide}} {file_name(job.title)}"
            target = await asyncio.to_thread(free_name, folder, name, kinds[0])
            await self.files.save(job, target, kinds[0])
            yield FileWritten(str(target), number, len(texts))

    # How it is done

    async def _make(self, job: SpeechJob) -> AsyncGenerator[SpeechEvent, None]:
        yield JobStarted(job)
        connection = await self._connection(job.settings)
        is_offline = connection.kind is ConnectionKind.OFFLINE
        if is_offline and self._engine.state(Task.SPEECH) is not EngineState.READY:
            yield EngineStarting()
        said = spoken_form(await self.words())
        workshop = Workshop(
            self._store,
            self._shelf,
            lambda piece: self._speaking(job, piece, said),
            self._sleep,
            1 if is_offline else SIDE_BY_SIDE,
            lambda piece, sound: self._note(job, piece, sound, said),
        )
        async with aclosing(Making(job, workshop).run()) as events:
            async for event in events:
                yield event

    async def _speaking(
        self, job: SpeechJob, piece: Piece, said: Callable[[str], str]
    ) -> AsyncGenerator[bytes | ParameterDropped, None]:
        connection = await self._connection(job.settings)
        order = self._order(connection, job, piece, said)
        async with aclosing(self._asked(connection, order)) as arriving:
            async for data in arriving:
                yield data

    async def _note(
        self, job: SpeechJob, piece: Piece, sound: Sound, said: Callable[[str], str]
    ) -> None:
        """A piece is whole: it is to be paid for."""
        if self._money is not None:
            connection = await self._connection(job.settings)
            order = self._order(connection, job, piece, said)
            await self._money.note(connection, order, sound, job.id)

    def _order(
        self, connection: Connection, job: SpeechJob, piece: Piece, said: Callable[[str], str]
    ) -> SpeechOrder:
        return order_of(job, piece, said, self.models.facts(connection, job.settings.model))

    async def _current(self, settings: SpeechSettings) -> SpeechSettings:
        """A model that has ended gives way to its successor."""
        today = date.fromtimestamp(self._now())
        return self.models.current(await self._connection(settings), settings, today)

    async def _connection(self, settings: SpeechSettings) -> Connection:
        return await self._connections.get(settings.connection_id, Task.SPEECH)

    async def _asked(
        self, connection: Connection, order: SpeechOrder
    ) -> AsyncGenerator[bytes | ParameterDropped, None]:
        try:
            async with (
                self._connections.endpoint(connection, order.model, Task.SPEECH) as endpoint,
                aclosing(self._provider.speak(endpoint, order)) as arriving,
            ):
                async for data in arriving:
                    yield data
        except (ConnectionCut, ConnectionRefused, AnswerIncomplete) as problem:
            if connection.kind is ConnectionKind.OFFLINE:
                raise EngineCrashed(problem.detail) from None
            raise

    def _checked(self, piece: Piece) -> Piece:
        if piece.sound is None or self._shelf.path(piece.sound).is_file():
            return piece
        return replace(piece, state=PieceState.WAITING, sound=None)


def _same(text: str) -> str:
    return text
