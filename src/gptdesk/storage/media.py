"""The bytes of attachments as files, each under the hash of its content and written once."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from gptdesk.domain.attachments import Attachment, content_id
from gptdesk.domain.problems import AttachmentMissing
from gptdesk.storage.attachments import media_in_use
from gptdesk.storage.database import Database
from gptdesk.storage.files import translated

KEPT_AS_ORPHAN = 90 * 24 * 3600.0
"""A backup that is restored within this time finds its pictures still there."""

PART = ".part"


class Media:
    """Implements MediaStore."""

    def __init__(
        self, folder: Path, database: Database, now: Callable[[], float] = time.time
    ) -> None:
        self._folder = folder
        self._database = database
        self._now = now

    def path(self, attachment: Attachment) -> Path:
        return self._folder / attachment.id[:2] / f"{attachment.id}.{attachment.suffix}"

    async def write(self, data: bytes, attachment: Attachment) -> None:
        await asyncio.to_thread(_write, self.path(attachment), data)

    async def read(self, attachment: Attachment) -> bytes:
        return await asyncio.to_thread(_read, self.path(attachment), attachment.id)

    async def save_copy(self, attachment: Attachment, path: str) -> None:
        data = await self.read(attachment)
        await asyncio.to_thread(_save, Path(path), data)

    async def purge(self) -> None:
        files = await asyncio.to_thread(_files, self._folder)
        gone = await self._database.run(lambda c: _orphans(c, files, self._now()))
        await asyncio.to_thread(_remove, [self._folder / name for name in gone])
        await self._database.run(lambda c: _forget(c, gone))


def _write(path: Path, data: bytes) -> None:
    """Complete or not at all, and only for the user's own eyes."""
    with translated(path.parent):
        if path.is_file() and path.stat().st_size == len(data):
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{threading.get_ident()}{PART}")  # two may write it
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            _settle(path.parent)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise


def _save(path: Path, data: bytes) -> None:
    with translated(path.parent):
        path.write_bytes(data)


def _settle(folder: Path) -> None:
    """The new name is on the disk as well; Windows neither needs this nor allows it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: Path, wanted: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AttachmentMissing(str(error)) from error
    if content_id(data) != wanted:
        raise AttachmentMissing("the file is not what was stored")
    return data


def _files(folder: Path) -> list[str]:
    """The names of all files below the folder, as `ab/abcdef….png`."""
    return [file.relative_to(folder).as_posix() for file in folder.glob("??/*") if file.is_file()]


def _orphans(connection: sqlite3.Connection, files: list[str], now: float) -> list[str]:
    """Note what nothing needs any more; those that were noted long ago."""
    needed = media_in_use(connection)
    orphans = {name for name in files if Path(name).name.partition(".")[0] not in needed}
    known = dict(connection.execute("SELECT file, since FROM media_orphans"))
    _forget(connection, [name for name in known if name not in orphans])
    connection.executemany(
        "INSERT OR IGNORE INTO media_orphans VALUES (?, ?)", [(name, now) for name in orphans]
    )
    return [name for name in orphans if known.get(name, now) <= now - KEPT_AS_ORPHAN]


def _forget(connection: sqlite3.Connection, names: list[str]) -> None:
    connection.executemany("DELETE FROM media_orphans WHERE file = ?", [(name,) for name in names])


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with suppress(OSError):  # tried again at the next purge
            path.unlink()
