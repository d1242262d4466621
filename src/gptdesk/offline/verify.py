"""Reads a file in a thread and compares it with its checksum."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BLOCK = 4 * 1024 * 1024


class HashWrong(Exception):
    """The file is not what it should be."""


async def read_and_compare(path: Path, sha256: str) -> AsyncGenerator[int, None]:
    """Yield how many bytes were read so far; raise HashWrong at the end if they are others."""
    loop = asyncio.get_running_loop()
    digest = hashlib.sha256()
    done = 0
    # Leaving the pool waits for the block in hand only; the file is closed after that
    with path.open("rb") as file, ThreadPoolExecutor(1, "gptdesk-hash") as thread:

        def read() -> int:
            block = file.read(BLOCK)
            digest.update(block)
            return len(block)

        while count := await loop.run_in_executor(thread, read):
            done += count
            yield done
    if digest.hexdigest() != sha256:
        raise HashWrong(f"{path.name}: {done} bytes, another checksum than published")
