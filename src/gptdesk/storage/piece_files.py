"""The sound of pieces on their way to be written down, and recordings of our own."""

from __future__ import annotations

import asyncio
import logging
import shutil
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from pathlib import Path

from gptdesk.domain.problems import SoundNotWritten
from gptdesk.domain.sound import HEADER_BYTES, SPEECH_RATE, wav_header
from gptdesk.domain.sound_ports import SoundWriter
from gptdesk.domain.voice import FRAME_BYTES, levels
from gptdesk.storage.files import dated, translated

log = logging.getLogger(__name__)

FOLDER = "transcription"
RECORDINGS = "recordings"
CHUNK = 100 * FRAME_BYTES
LOUDNESS = "loud"


class PieceFiles:
    """A PieceShelf: a folder for each job. `writer` encodes; without it everything stays WAV."""

    def __init__(
        self,
        data: Path,
        writer: SoundWriter | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._folder = data / FOLDER
        self._recordings = data / RECORDINGS
        self._writer = writer
        self._now = now

    async def keep(self, job_id: str, name: str, samples: bytes, loudness: bytes = b"") -> Path:
        place = self._place(job_id, name, "wav")
        if loudness:
            await asyncio.to_thread(_write, self._place(job_id, name, LOUDNESS), [loudness])
        header = wav_header(SPEECH_RATE, len(samples))
        await asyncio.to_thread(_write, place, [header, samples])
        return place

    async def loudness(self, job_id: str, name: str) -> bytes:
        known = self._place(job_id, name, LOUDNESS)
        if known.is_file():
            return await asyncio.to_thread(known.read_bytes)
        return await asyncio.to_thread(_loudness, self._place(job_id, name, "wav"))

    def find(self, job_id: str, name: str, kind: str = "wav") -> Path | None:
        place = self._place(job_id, name, kind)
        return place if place.is_file() else None

    async def encoded(self, job_id: str, name: str, kind: str) -> Path:
        place, plain = self._place(job_id, name, kind), self._place(job_id, name, "wav")
        if place.is_file() or kind == "wav" or self._writer is None:
            return place if place.is_file() else plain
        try:
            await self._writer.write(place, _chunks(plain), SPEECH_RATE)
        except SoundNotWritten as problem:
            log.info("Not encoded as %s: %s", kind, problem.detail)
            return plain
        # An encoder that left something out is not to be trusted: what is lost is lost for good
        return place if place.stat().st_size else plain

    async def samples(self, job_id: str, name: str) -> bytes:
        place = self._place(job_id, name, "wav")
        return await asyncio.to_thread(_read, place)

    async def forget(self, job_id: str, name: str) -> None:
        def work() -> None:
            for place in (self._folder / job_id).glob(f"{name}.*"):
                with suppress(OSError):  # tried again when the job is done
                    place.unlink()

        await asyncio.to_thread(work)

    async def clear(self, job_id: str) -> None:
        folder = self._folder / job_id
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    def jobs(self) -> frozenset[str]:
        folders = self._folder.iterdir() if self._folder.is_dir() else iter(())
        return frozenset(folder.name for folder in folders)

    async def remove(self, recordings: Sequence[Path]) -> None:
        def work() -> None:
            for path in recordings:
                if path.parent == self._recordings:
                    with suppress(OSError):
                        path.unlink()

        await asyncio.to_thread(work)

    def new_recording(self) -> Path:
        with translated(self._recordings):
            self._recordings.mkdir(mode=0o700, parents=True, exist_ok=True)
        return dated(self._recordings, "recording.wav", self._now())

    def _place(self, job_id: str, name: str, kind: str) -> Path:
        return self._folder / job_id / f"{name}.{kind}"


def _write(place: Path, parts: Sequence[bytes]) -> None:
    draft = place.with_name(f".{place.name}.part")
    with translated(place):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with draft.open("wb") as file:
                file.writelines(parts)
            draft.replace(place)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            raise


def _read(place: Path) -> bytes:
    try:
        with place.open("rb") as file:
            file.seek(HEADER_BYTES)
            return file.read()
    except FileNotFoundError:
        return b""


def _loudness(place: Path) -> bytes:
    found = bytearray()
    with suppress(FileNotFoundError), place.open("rb") as file:
        file.seek(HEADER_BYTES)
        while data := file.read(CHUNK):
            found += levels(data)
    return bytes(found)


async def _chunks(place: Path) -> AsyncIterator[bytes]:
    with translated(place):
        file = place.open("rb")
    with file:
        file.seek(HEADER_BYTES)
        while data := file.read(CHUNK):
            yield data
