"""Files that are written where the user wants them."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from pathlib import Path

from gptdesk.storage.files import translated


class FilesOutside:
    """Implements UserFiles."""

    async def write(self, data: bytes, path: str) -> None:
        await asyncio.to_thread(_write, Path(path), data)


def _write(path: Path, data: bytes) -> None:
    """A full disk leaves the file that was there as it was."""
    part = path.with_name(f"{path.name}.part")
    with translated(path.parent):
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise
