"""The connections the user set up, as a file without any key in it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gptdesk.domain.connections import Connection, ConnectionKind, KeyPlace
from gptdesk.domain.problems import Problem, SettingsDamaged
from gptdesk.storage.files import move_aside, problem_of, write_whole
from gptdesk.storage.settings import read_object

LIST = "connections"
_NEEDED = ("id", "name", "kind", "base_url")
_TEXTS = ("name", "base_url", "model", "key_hint", "service")


class ConnectionsFile:
    """Implements ConnectionStore. What a newer gptdesk wrote beside our values is kept."""

    def __init__(self, path: Path, damaged: Path, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._damaged = damaged
        self._now = now

    async def check(self) -> Problem | None:
        """What the user must be told about the file; a broken one is moved aside."""
        try:
            read_object(self._path)
        except ValueError as error:
            return SettingsDamaged(self._move_aside(), str(error))
        except OSError as error:
            return problem_of(error, self._path)
        return None

    async def load(self) -> tuple[Connection, ...]:
        found = map(_connection, _entries(self._read()))
        return tuple(connection for connection in found if connection is not None)

    async def save(self, connections: Sequence[Connection]) -> None:
        known = self._read()
        entries = _entries(known)
        by_id = {entry["id"]: entry for entry in entries if _connection(entry)}
        strange = [entry for entry in entries if not _connection(entry)]
        ours = [by_id.get(c.id, {}) | asdict(c) for c in connections]
        text = json.dumps(known | {LIST: [*ours, *strange]}, indent=2)
        write_whole(self._path, text + "\n")

    def _read(self) -> dict[str, Any]:
        try:
            return read_object(self._path)
        except ValueError:
            self._move_aside()
            return {}
        except OSError as error:
            raise problem_of(error, self._path) from error

    def _move_aside(self) -> str:
        return move_aside(self._path, self._damaged, self._now())


def _entries(found: dict[str, Any]) -> list[Any]:
    entries = found.get(LIST)
    return entries if isinstance(entries, list) else []


def _connection(entry: object) -> Connection | None:
    """An entry of the file, None if it is not one of those we know."""
    if not isinstance(entry, dict) or not all(isinstance(entry.get(n), str) for n in _NEEDED):
        return None
    texts = {name: entry[name] for name in _TEXTS if isinstance(entry.get(name), str)}
    try:
        kind, place = ConnectionKind(entry["kind"]), KeyPlace(entry.get("key_place", "none"))
    except ValueError:
        return None
    return Connection(id=entry["id"], kind=kind, key_place=place, **texts)
