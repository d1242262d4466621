"""Reads a service's list of models, in any of the shapes that services give it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import httpx2

from gptdesk.domain.offered import ListedModel
from gptdesk.domain.problems import AnswerBroken
from gptdesk.providers.failure import failure_of_body
from gptdesk.providers.reply import decoded_body

_KINDS = {
    "text": "text",
    "image": "picture",
    "picture": "picture",
    "vision": "picture",
    "audio": "sound",
    "sound": "sound",
    "file": "file",
    "video": "video",
}


def listed_models(response: httpx2.Response) -> tuple[ListedModel, ...]:
    """The entries sorted by name, each name once; raises AnswerBroken."""
    content_type = response.headers.get("content-type", "").lower()
    body = decoded_body(response.text, content_type)
    entries: Any = body
    if isinstance(body, dict):
        entries = next((body[name] for name in ("data", "models") if name in body), None)
        if entries is None and "data" in body:
            entries = []
    if not isinstance(entries, list):
        raise AnswerBroken(failure_of_body(response.status_code, body).detail(""))
    found = {model.name: model for model in map(_model, entries) if model is not None}
    return tuple(found[name] for name in sorted(found))


def model_names(response: httpx2.Response) -> tuple[str, ...]:
    """Their names alone, in the same order."""
    return tuple(model.name for model in listed_models(response))


def _model(entry: object) -> ListedModel | None:
    if isinstance(entry, str):
        return ListedModel(entry) if entry else None
    if not isinstance(entry, dict):
        return None
    name = next((str(entry[key]) for key in ("id", "name", "model") if entry.get(key)), "")
    if not name:
        return None
    owner, created = entry.get("owned_by"), entry.get("created")
    return ListedModel(
        name,
        _day(entry.get("shutdown_date") or entry.get("deprecation_date")),
        _takes(entry),
        _context(entry),
        owner if isinstance(owner, str) else "",
        float(created) if isinstance(created, int | float) else 0.0,
    )


def _takes(entry: dict[str, Any]) -> frozenset[str]:
    """OpenRouter and llama.cpp say it under "architecture", LM Studio and others beside the name;
    LM Studio's own kind "vlm" is a model that sees."""
    architecture = entry.get("architecture")
    said = architecture.get("input_modalities") if isinstance(architecture, dict) else None
    if said is None:
        said = entry.get("input_modalities")
    if isinstance(said, list):
        kinds = (_KINDS.get(kind.lower()) for kind in said if isinstance(kind, str))
        return frozenset(kind for kind in kinds if kind)
    return frozenset({"text", "picture"}) if entry.get("type") == "vlm" else frozenset()


def _context(entry: dict[str, Any]) -> int | None:
    names = ("context_length", "context_window", "max_context_length", "max_model_len")
    for name in names:
        value = entry.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
    return None


def _day(said: object) -> date | None:
    if not isinstance(said, str):
        return None
    try:
        return datetime.fromisoformat(said).date()
    except ValueError:
        return None
