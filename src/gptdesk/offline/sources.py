"""What a source of a file is: a stream of bytes that may fail, so that the next one is tried."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gptdesk.domain.packs import PackSource


class SourceFailed(Exception):
    """This source does not give the file. Its text says why, without secrets."""


@dataclass(frozen=True, slots=True)
class Body:
    """What came back: bytes from `start` on, of a file of `total` bytes if the server says it.

    `start` is 0 when the server does not know how to go on in the middle.
    """

    start: int
    total: int | None
    chunks: AsyncGenerator[bytes, None]


class Fetch(Protocol):
    """Gets an address, from the byte `start` on. Raises SourceFailed, also in mid-stream."""

    def __call__(self, address: str, start: int) -> AbstractAsyncContextManager[Body]: ...


class Registry(Protocol):
    """Gets the archive of one package into an empty folder, without installing or running it."""

    def download(self, part: PackSource, folder: Path) -> AsyncGenerator[int, None]:
        """Yield the bytes that have arrived so far, now and then. Raises SourceFailed."""
        ...
