"""The settings file: typed when read, replaced whole when written."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, fields
from enum import Enum
from pathlib import Path
from typing import Any, get_type_hints

from gptdesk.domain.problems import Problem, SettingsDamaged
from gptdesk.domain.settings import Settings
from gptdesk.storage.files import move_aside, problem_of, write_whole


class SettingsFile:
    """Keeps `Settings` as JSON. Keys of a newer gptdesk are ignored here and kept in the file."""

    def __init__(self, path: Path, damaged: Path, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._damaged = damaged
        self._now = now

    def load(self) -> tuple[Settings, Problem | None]:
        """The settings, and what was wrong with the file; a broken one is moved aside."""
        try:
            return _settings(read_object(self._path)), None
        except ValueError as error:
            copy = move_aside(self._path, self._damaged, self._now())
            return Settings(), SettingsDamaged(copy, str(error))
        except OSError as error:
            return Settings(), problem_of(error, self._path)

    def save(self, settings: Settings) -> None:
        """Replace the file. Raises DiskFull or StorageReadOnly, and then the old one is whole."""
        try:
            known = read_object(self._path)
        except ValueError:
            move_aside(self._path, self._damaged, self._now())
            known = {}
        except OSError as error:
            raise problem_of(error, self._path) from error
        write_whole(self._path, json.dumps(known | asdict(settings), indent=2) + "\n")


def read_object(path: Path) -> dict[str, Any]:
    """A JSON object from a file, empty if there is none. Raises ValueError for anything else."""
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except RecursionError:
        raise ValueError("the file is nested too deeply") from None
    if not isinstance(found, dict):
        raise ValueError("the file holds no JSON object")
    return found


def _settings(found: dict[str, Any]) -> Settings:
    kinds = get_type_hints(Settings)
    known = {f.name: f.default for f in fields(Settings) if f.name in found}
    values: dict[str, Any] = {n: _converted(kinds[n], found[n], d) for n, d in known.items()}
    return Settings(**values)


def _converted(kind: type[Any], value: object, default: object) -> object:
    """The value in the type of its field, or the default if it does not fit."""
    if issubclass(kind, Enum):
        return next((member for member in kind if member.value == value), default)
    if isinstance(value, bool) or kind is bool:
        return value if kind is bool and isinstance(value, bool) else default
    if kind is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if kind is float and isinstance(value, int):
        return float(value)
    return value if isinstance(value, kind) else default
