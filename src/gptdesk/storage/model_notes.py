"""What is noted of single models of single connections: the user's word, and what was refused."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gptdesk.domain.offered import ModelOverride, Overrides
from gptdesk.domain.problems import Problem
from gptdesk.storage.files import write_whole
from gptdesk.storage.settings import read_object

log = logging.getLogger(__name__)

Place = tuple[str, str]
"""Connection id and model."""


class OverridesFile:
    """Implements OverrideStore."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[Place, ModelOverride]:
        found = _read(self._path, _override)
        return {place: override for place, override in found.items() if not override.is_empty}

    def save(self, overrides: Overrides) -> None:
        values = {
            place: {name: value for name, value in asdict(one).items() if value is not None}
            for place, one in overrides.items()
        }
        _write(self._path, values)


class RefusedFile:
    """Remembers over the end of the app which parameters a service refuses for a model."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[Place, tuple[str, ...]]:
        found = _read(self._path, _texts)
        return {place: names for place, names in found.items() if names}

    def save(self, refused: Mapping[Place, tuple[str, ...]]) -> None:
        """Nobody waits for it, and what is not kept is found again."""
        try:
            _write(self._path, {place: list(names) for place, names in refused.items()})
        except Problem as problem:
            log.info("Refused parameters not kept: %s", problem.code)


def _read(path: Path, value_of: Callable[[Any], Any]) -> dict[Place, Any]:
    try:
        found = read_object(path)
    except (OSError, ValueError):
        return {}
    return {
        (connection, model): value
        for connection, models in found.items()
        if isinstance(models, dict)
        for model, entry in models.items()
        if (value := value_of(entry)) is not None
    }


def _write(path: Path, values: Mapping[Place, object]) -> None:
    by_connection: dict[str, dict[str, object]] = {}
    for (connection, model), value in sorted(values.items()):
        by_connection.setdefault(connection, {})[model] = value
    write_whole(path, json.dumps(by_connection, indent=2) + "\n")


def _texts(entry: Any) -> tuple[str, ...] | None:
    if not isinstance(entry, list):
        return None
    return tuple(name for name in entry if isinstance(name, str))


def _override(entry: Any) -> ModelOverride | None:
    if not isinstance(entry, dict):
        return None
    sees, limit = entry.get("sees_pictures"), entry.get("limit_name")
    return ModelOverride(
        sees if isinstance(sees, bool) else None,
        _count(entry.get("context")),
        _count(entry.get("longest_answer")),
        limit if isinstance(limit, str) else None,
        _texts(entry.get("efforts")),
    )


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
