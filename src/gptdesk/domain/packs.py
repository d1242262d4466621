"""The offline pack: which files it is made of, and how far its installation is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PackSource:
    """One place a file can come from.

    `kind` is `url`, `pypi` or `npm`. For `url`, `name` is the address. For the registries, `name`
    and `version` are the package, `member` the file inside it, and `size` that file's bytes, so
    that a download can go on with the first part that is missing.
    """

    kind: str
    name: str
    version: str = ""
    member: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack, pinned by its SHA-256. `size` in bytes.

    Each of `sources` is one complete way to get it: the parts to fetch, joined in order.
    """

    path: str
    size: int
    sha256: str
    sources: tuple[tuple[PackSource, ...], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A model that runs on this computer. `task` is chat, speech or transcription.

    `title` and `note` are given by language code. `memory` is in bytes.
    """

    id: str
    task: str
    model: str
    title: dict[str, str]
    note: dict[str, str]
    licence: str
    homepage: str
    memory: int
    context: int
    files: tuple[PackFile, ...]
    system_prompt: str = ""
    is_starter: bool = False
    is_for_tests: bool = False

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


class PackState(StrEnum):
    ABSENT = "absent"
    PARTIAL = "partial"
    READY = "ready"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class PackStatus:
    pack: Pack
    state: PackState
    bytes_present: int = 0


SLOWEST = 10_000
"""Bytes in a second below which nothing is said about the end."""


@dataclass(frozen=True, slots=True)
class InstallProgress:
    """How far an installation is. `phase` is download, join or verify; sizes in bytes.

    `speed` is in bytes per second, None while unknown.
    """

    pack_id: str
    phase: str
    done: int
    total: int
    speed: float | None = None
    source: str = ""

    @property
    def seconds_left(self) -> float | None:
        """None while it hardly moves: nobody would believe the number."""
        if self.speed is None or self.speed < SLOWEST:
            return None
        return (self.total - self.done) / self.speed


class EngineState(StrEnum):
    STOPPED = "stopped"
    STARTING = "starting"
    READY = "ready"
    CRASHED = "crashed"
