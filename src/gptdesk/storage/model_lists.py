"""What each connection offered when it was last asked, a small file for each."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from gptdesk.domain.offered import ListedModel, ModelList
from gptdesk.domain.problems import Problem
from gptdesk.storage.files import write_whole
from gptdesk.storage.settings import read_object

log = logging.getLogger(__name__)


class ModelListFiles:
    """Implements ModelListStore. A file that cannot be read is as if there were none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, connection_id: str) -> ModelList | None:
        try:
            found = read_object(self._path(connection_id))
        except (OSError, ValueError):
            return None
        if found.get("connection") != connection_id or not isinstance(found.get("models"), list):
            return None
        fetched = found.get("fetched")
        return ModelList(
            connection_id,
            tuple(model for entry in found["models"] if (model := _model(entry)) is not None),
            float(fetched) if isinstance(fetched, int | float) else 0.0,
            is_missing=found.get("is_missing") is True,
        )

    def save(self, found: ModelList) -> None:
        values = {
            "connection": found.connection_id,
            "fetched": found.fetched,
            "is_missing": found.is_missing,
            "models": [_values(model) for model in found.models],
        }
        try:
            write_whole(self._path(found.connection_id), json.dumps(values) + "\n")
        except Problem as problem:
            log.info("List of models not kept: %s", problem.code)

    def _path(self, connection_id: str) -> Path:
        """Ids of connections are anything; names of files are not."""
        name = hashlib.sha256(connection_id.encode("utf-8", "replace")).hexdigest()[:16]
        return self._folder / f"{name}.json"


def _values(model: ListedModel) -> dict[str, object]:
    values = asdict(model)
    values["takes"] = sorted(model.takes)
    values["shutdown"] = model.shutdown.isoformat() if model.shutdown else None
    return {name: value for name, value in values.items() if value not in (None, "", [], 0.0)}


def _model(entry: Any) -> ListedModel | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        return None
    takes, context, created = entry.get("takes"), entry.get("context"), entry.get("created")
    return ListedModel(
        entry["name"],
        _day(entry.get("shutdown")),
        frozenset(kind for kind in takes if isinstance(kind, str))
        if isinstance(takes, list)
        else frozenset(),
        context if isinstance(context, int) else None,
        str(entry.get("owned_by", "")),
        float(created) if isinstance(created, int | float) else 0.0,
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
