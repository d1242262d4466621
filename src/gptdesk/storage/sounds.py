"""Finished pieces of speech: files beside the database, found again by what they say."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

from gptdesk.domain.problems import AnswerBroken, Problem
from gptdesk.domain.sound_ports import SoundReader, SoundWriter
from gptdesk.domain.soundfiles import kind_of, seconds_of, wav_header, wav_of
from gptdesk.domain.speech import Sound
from gptdesk.storage.database import Database
from gptdesk.storage.files import translated, write_whole
from gptdesk.storage.loudness import Loudness
from gptdesk.storage.sound_joining import JOINED, join

log = logging.getLogger(__name__)

FOLDER = "speech"
KEPT_UNUSED = 90 * 86_400.0
"""Seconds that a sound stays for which no text is left: a backup may bring the text back."""
COARSE = 8_000
"""Samples a second that are enough to see how loud it is."""


class Sounds:
    """A SoundShelf. With `reader` and `writer` it draws and writes what only a codec can."""

    def __init__(
        self,
        database: Database,
        data: Path,
        reader: SoundReader | None = None,
        writer: SoundWriter | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._folder = data / FOLDER
        self._reader = reader
        self._writer = writer
        self._now = now

    async def find(self, key: str) -> Sound | None:
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT key, file, kind, seconds, peaks FROM speech_sounds WHERE key = ?", (key,)
            ).fetchone()
        )
        sound = Sound(*row) if row is not None else None
        return sound if sound is not None and self.path(sound).is_file() else None

    @asynccontextmanager
    async def draft(self, key: str) -> AsyncIterator[Draft]:
        part = self._folder / f"{key}.part"
        with translated(part):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = part.open("wb")
        try:
            yield Draft(self, key, part, file)
        finally:
            file.close()
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def path(self, sound: Sound) -> Path:
        return self._folder / sound.file

    async def join(self, sounds: Sequence[Sound], target: Path, kind: str) -> None:
        """Of one kind they are put together as they are, else by way of their samples."""
        parts = [self.path(sound) for sound in sounds]
        if kind in JOINED and all(sound.kind == kind for sound in sounds):
            await asyncio.to_thread(join, parts, target, kind)
            return
        assert self._reader is not None, f"nobody offers {kind} without a reader"
        assert self._writer is not None, f"nobody offers {kind} without a writer"
        rate = (await self._reader.info(parts[0])).rate
        async with aclosing(self._samples(parts, rate)) as samples:
            await self._writer.write(target, samples, rate)

    async def purge(self) -> None:
        """Also files that no row tells of, as a crash leaves them, and old previews of voices."""
        until = self._now() - KEPT_UNUSED
        gone = await self._database.run(lambda connection: _unused(connection, until))
        known = await self._database.run(
            lambda c: {name for (name,) in c.execute("SELECT file FROM speech_sounds")}
        )
        await asyncio.to_thread(_remove, self._folder, gone, known, until)

    async def write_text(self, target: Path, text: str) -> None:
        await asyncio.to_thread(write_whole, target, text)

    async def keep(self, key: str, part: Path) -> Sound:
        sound = await asyncio.to_thread(_put_in_place, key, part)
        if not sound.peaks and self._reader is not None:
            sound = await self._heard(sound, self._reader)
        values = (key, sound.file, sound.kind, sound.seconds, self._now(), sound.peaks)
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO speech_sounds (key, file, kind, seconds, created, peaks)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                values,
            )
        )
        return sound

    async def _samples(self, parts: Sequence[Path], rate: int) -> AsyncGenerator[bytes, None]:
        assert self._reader is not None
        for part in parts:
            async with aclosing(self._reader.samples(part, rate)) as samples:
                async for data in samples:
                    yield data

    async def _heard(self, sound: Sound, reader: SoundReader) -> Sound:
        """Decode it once for its loudness and its true length; without either it is still good."""
        loudness = Loudness(COARSE)
        try:
            async with aclosing(reader.samples(self.path(sound), COARSE)) as samples:
                async for data in samples:
                    loudness.add(data)
        except Problem as problem:
            log.info("Not drawn: %s", problem.code)
            return sound
        seconds = loudness.seconds or sound.seconds
        return replace(sound, seconds=seconds, peaks=loudness.peaks())


class Draft:
    """A SoundDraft: a file with another name until it is whole."""

    def __init__(self, shelf: Sounds, key: str, part: Path, file: IO[bytes]) -> None:
        self._shelf = shelf
        self._key = key
        self._part = part
        self._file = file

    async def add(self, data: bytes) -> None:
        with translated(self._part):
            self._file.write(data)

    async def finish(self) -> Sound:
        with translated(self._part):
            self._file.close()
        return await self._shelf.keep(self._key, self._part)


def _unused(connection: sqlite3.Connection, until: float) -> list[str]:
    """Forget the sounds that belong to no text, deleted or not; their files."""
    where = "created < ? AND key NOT IN (SELECT key FROM speech_pieces)"
    rows = connection.execute(f"SELECT file FROM speech_sounds WHERE {where}", (until,))  # noqa: S608
    found = [name for (name,) in rows]
    connection.execute(f"DELETE FROM speech_sounds WHERE {where}", (until,))  # noqa: S608
    return found


def _remove(folder: Path, gone: Sequence[str], known: set[str], until: float) -> None:
    with suppress(OSError):
        for file in folder.iterdir():
            is_lost = file.name not in known and file.stat().st_mtime < until
            if file.name in gone or is_lost:
                with suppress(OSError):  # tried again at the next purge
                    file.unlink()


def _put_in_place(key: str, part: Path) -> Sound:
    """Give the file its right header and name, and wait until the disk has it."""
    with translated(part):
        data = part.read_bytes()
        kind = kind_of(data[:128])
        if not kind:
            raise AnswerBroken(f"{len(data)} bytes that are no known kind of sound")
        peaks = b""
        if kind == "wav":
            data, peaks = _mended(data)
            part.write_bytes(data)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        place = part.with_name(f"{key}.{kind}")
        part.replace(place)
    return Sound(key, place.name, kind, seconds_of(kind, data), peaks)


def _mended(data: bytes) -> tuple[bytes, bytes]:
    """A WAV file whose header tells its length, with its loudness."""
    wav = wav_of(data)
    if wav is None or not wav.length:
        raise AnswerBroken("a WAV file without samples")
    samples = memoryview(data)[wav.start : wav.start + wav.length]
    whole = wav_header(wav.length, wav.channels, wav.rate, wav.width) + samples
    if (wav.channels, wav.width) != (1, 2):
        return whole, b""
    loudness = Loudness(wav.rate)
    loudness.add(bytes(samples))
    return whole, loudness.peaks()
