"""Small pictures beside the app's other caches: they can be made again at any time."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from gptdesk.domain.attachments import Attachment


class ThumbnailFiles:
    """Implements Thumbnails."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def find(self, file: Attachment, side: int) -> bytes | None:
        return await asyncio.to_thread(_read, self._path(file, side))

    async def put(self, file: Attachment, side: int, data: bytes) -> None:
        await asyncio.to_thread(_write, self._path(file, side), data)

    async def keep_only(self, file_ids: Collection[str]) -> None:
        await asyncio.to_thread(_clear, self._folder, frozenset(file_ids))

    def _path(self, file: Attachment, side: int) -> Path:
        return self._folder / file.id[:2] / f"{file.id}-{side}"


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() or None
    except OSError:
        return None


def _write(path: Path, data: bytes) -> None:
    """Without waiting for the disk: a file that a crash leaves empty is as if it were not there."""
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)


def _clear(folder: Path, kept: frozenset[str]) -> None:
    for path in folder.glob("??/*"):
        if path.name.partition("-")[0] not in kept:
            with suppress(OSError):
                path.unlink()
