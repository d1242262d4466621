"""Turning recordings into text: cut at silences, in pieces, kept at once, never sent twice."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from gptdesk.domain.catalogue import Catalogue, ModelFacts
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.ears import Ears
from gptdesk.domain.events import EngineStarting, ParameterDropped
from gptdesk.domain.packs import EngineState
from gptdesk.domain.ports import Engine
from gptdesk.domain.problems import (
    AnswerIncomplete,
    ConnectionCut,
    ConnectionRefused,
    EngineCrashed,
    SoundMissing,
)
from gptdesk.domain.sound_ports import SoundReader
from gptdesk.domain.tasks import Task
from gptdesk.domain.transcription import (
    Heard,
    JobSettled,
    JobStarted,
    JobState,
    Piece,
    PiecesCut,
    ReadingProgressed,
    Recording,
    Segment,
    TextArrived,
    TranscriptionEvent,
    TranscriptionHeader,
    TranscriptionJob,
    TranscriptionOrder,
    TranscriptionSettings,
)
from gptdesk.domain.transcription_ports import (
    PieceShelf,
    TranscriptionProvider,
    TranscriptionStore,
)
from gptdesk.services.connections import ConnectionService
from gptdesk.services.growing_sound import mend
from gptdesk.services.transcription_hearing import Desk, Listening
from gptdesk.services.transcription_live import LiveTranscription, LiveWork
from gptdesk.services.transcription_models import HearingModels
from gptdesk.services.transcription_money import TranscriptionMoney
from gptdesk.services.transcription_orders import order_of
from gptdesk.services.transcription_reading import read
from gptdesk.services.transcription_speakers import Speakers


class TranscriptionService(HearingModels):
    """Writes down recordings. Cancelling an iteration keeps every finished piece."""

    def __init__(
        self,
        store: TranscriptionStore,
        shelf: PieceShelf,
        reader: SoundReader,
        connections: ConnectionService,
        provider: TranscriptionProvider,
        engine: Engine,
        catalogue: Catalogue | None = None,
        *,
        money: TranscriptionMoney | None = None,
        facts: Callable[[Connection, str], ModelFacts] | None = None,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        super().__init__(connections, catalogue or Catalogue(), money, facts)
        self._store = store
        self._shelf = shelf
        self._reader = reader
        self._provider = provider
        self._engine = engine
        self._now = now
        self._sleep = sleep

    # Writing down

    async def add(self, path: Path, settings: TranscriptionSettings) -> TranscriptionJob:
        """Put a file into the queue; raises SoundUnreadable, SoundMissing at once."""
        info = await self._reader.info(path)
        try:
            size = (await asyncio.to_thread(path.stat)).st_size
        except OSError as error:
            raise SoundMissing(path.name, str(error)) from error
        return await self._add(Recording(path, info.seconds, size), settings)

    async def add_recording(
        self, recording: Recording, settings: TranscriptionSettings, title: str = ""
    ) -> TranscriptionJob:
        """Put in what is known already, such as a recording of our own."""
        return await self._add(recording, settings, title)

    def run(self, job_id: str) -> AsyncGenerator[TranscriptionEvent, None]:
        """Read, cut and send what is not finished of a job: begins it, or goes on with it."""
        return self._run(job_id)

    def listen(
        self, recording: Recording, settings: TranscriptionSettings, samples: AsyncIterable[bytes]
    ) -> AsyncGenerator[TranscriptionEvent, None]:
        """Write down a recording while it is made; `samples` end when the microphone closes.

        There is a job from the first moment on. One that was interrupted goes on with `run`.
        """
        return self._listen(recording, settings, samples)

    def new_recording(self) -> Path:
        """Where a recording of our own is to be written."""
        return self._shelf.new_recording()

    # What was written down

    async def history(self, search: str = "") -> tuple[TranscriptionHeader, ...]:
        return await self._store.headers(search)

    async def open(self, job_id: str) -> TranscriptionJob:
        return await self._store.job(job_id)

    async def save_segments(self, job_id: str, segments: tuple[Segment, ...]) -> None:
        await self._store.save_segments(job_id, segments)

    async def save_speakers(self, job_id: str, speakers: dict[str, str]) -> None:
        await self._store.save_speakers(job_id, speakers)

    async def save_settings(self, job_id: str, settings: TranscriptionSettings) -> None:
        """Go on with another model: what is finished stays as it is."""
        await self._store.set_settings(job_id, settings)

    async def rename(self, job_id: str, title: str) -> None:
        await self._store.rename(job_id, title)

    async def delete(self, job_id: str) -> None:
        await self._store.delete(job_id)

    async def restore(self, job_id: str) -> None:
        await self._store.restore(job_id)

    async def draft(self) -> TranscriptionSettings | None:
        return await self._store.draft()

    async def save_draft(self, settings: TranscriptionSettings) -> None:
        await self._store.save_draft(settings)

    async def purge(self) -> None:
        """Tidy up: what was deleted long ago, and pieces that nothing needs."""
        there = self._shelf.jobs()  # before: one that begins meanwhile is not touched
        for job_id in there - await self._store.unfinished():
            await self._shelf.clear(job_id)
        await self._shelf.remove(await self._store.purge())

    # How it is done

    async def _listen(
        self, recording: Recording, settings: TranscriptionSettings, samples: AsyncIterable[bytes]
    ) -> AsyncGenerator[TranscriptionEvent, None]:
        job = await self._add(recording, settings, state=JobState.WORKING)
        work = LiveWork(self._store, self._shelf, self._hearing, self._sleep)
        async with aclosing(LiveTranscription(job, work).run(samples)) as events:
            async for event in events:
                yield event

    async def _hearing(self, job: TranscriptionJob) -> Listening:
        connection = await self._connection(job.settings)
        listening = self.listening(job, connection, self.ears(connection, job.settings.model))
        is_offline = connection.kind is ConnectionKind.OFFLINE
        if is_offline and self._engine.state(Task.TRANSCRIPTION) is not EngineState.READY:
            listening.tell(EngineStarting())
        return listening

    async def _add(
        self,
        recording: Recording,
        settings: TranscriptionSettings,
        title: str = "",
        state: JobState = JobState.QUEUED,
    ) -> TranscriptionJob:
        name = title or recording.path.stem
        job = TranscriptionJob(uuid.uuid4().hex, name, recording, settings, self._now(), state)
        await self._store.create(job)
        return job

    async def _run(self, job_id: str) -> AsyncGenerator[TranscriptionEvent, None]:
        job = await self._store.job(job_id)
        if job.state is JobState.DONE:
            yield JobStarted(job)
            yield JobSettled(job)
            return
        connection = await self._connection(job.settings)
        if job.recording.is_ours:
            await asyncio.to_thread(mend, job.recording.path)  # the app may have died meanwhile
        job = replace(job, state=JobState.READING, problem="")
        await self._store.set_state(job_id, JobState.READING)
        yield JobStarted(job)
        is_offline = connection.kind is ConnectionKind.OFFLINE
        if is_offline and self._engine.state(Task.TRANSCRIPTION) is not EngineState.READY:
            yield EngineStarting()
        ears = self.ears(connection, job.settings.model)
        if job.settings.to_english and not ears.can_translate:
            yield ParameterDropped("to_english")
        listening = self.listening(job, connection, ears)
        async with aclosing(listening.run(lambda: self._read(job, ears, listening))) as events:
            async for event in events:
                yield event

    def listening(self, job: TranscriptionJob, connection: Connection, ears: Ears) -> Listening:
        """Whoever hears the pieces of a job, to be filled with them."""
        model = job.settings.model

        def cost(piece: Piece, heard: Heard) -> float | None:
            if self._money is None:
                return 0.0 if connection.kind is ConnectionKind.OFFLINE else None
            return self._money.cost(connection, model, heard, piece.end - piece.start)

        async def note(piece: Piece, heard: Heard) -> None:
            if self._money is not None:
                await self._money.note(connection, model, heard, piece.end - piece.start)

        def listen(
            piece: Piece, sound: Path, speakers: Speakers
        ) -> AsyncGenerator[TextArrived | Heard | ParameterDropped, None]:
            speakers.allow(ears.speakers_max)
            order = order_of(piece, sound, job.settings, ears, speakers.samples)
            return self._asked(connection, order)

        def measured(seconds: float, took: float) -> None:
            self._note_pace(connection, model, seconds, took)

        desk = Desk(
            self._store, self._shelf, listen, self._sleep, cost, note, self._now, measured,
            ears.file, ears.side_by_side, ears.longest,
        )  # fmt: skip
        return Listening(job, desk)

    async def _read(self, job: TranscriptionJob, ears: Ears, listening: Listening) -> None:
        """Give each piece to be heard as soon as its sound is there."""
        seconds, whole_seconds = 0.0, 0
        async with aclosing(read(job, self._reader, self._shelf, ears.longest)) as cuts:
            async for cut in cuts:
                seconds = cut.seconds
                if int(seconds) > whole_seconds:
                    whole_seconds = int(seconds)
                    listening.tell(ReadingProgressed(seconds))
                if cut.pieces:
                    await self._put(job, cut.pieces, max(seconds, job.recording.seconds), listening)
        await self._put(job, (), seconds, listening)
        await self._store.set_state(job.id, JobState.WORKING)

    async def _put(
        self,
        job: TranscriptionJob,
        pieces: tuple[Piece, ...],
        seconds: float,
        listening: Listening,
    ) -> None:
        """Stored first, so that what is sent is never unknown after a crash."""
        known = {piece.position for piece in listening.pieces}
        new = [piece for piece in pieces if piece.position not in known]
        await self._store.set_pieces(job.id, [*listening.pieces, *new], seconds)
        for piece in pieces:
            listening.put(replace(piece, problem=""))
        listening.tell(PiecesCut(listening.pieces, seconds))

    async def _connection(self, settings: TranscriptionSettings) -> Connection:
        return await self._connections.get(settings.connection_id, Task.TRANSCRIPTION)

    async def _asked(
        self, connection: Connection, order: TranscriptionOrder
    ) -> AsyncGenerator[TextArrived | Heard | ParameterDropped, None]:
        try:
            async with (
                self._connections.endpoint(connection, order.model, Task.TRANSCRIPTION) as endpoint,
                aclosing(self._provider.listen(endpoint, order)) as arriving,
            ):
                async for data in arriving:
                    yield data
        except (ConnectionCut, ConnectionRefused, AnswerIncomplete) as problem:
            if connection.kind is ConnectionKind.OFFLINE:
                raise EngineCrashed(problem.detail) from None
            raise
