"""What can be told of a model by its name alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from gptdesk.domain.resources import resource_root


def likely_for_chat(models: Sequence[str]) -> str:
    """The first that may hold a conversation, the first of all if none looks like it, or ""."""
    return next(filter(looks_like_chat, models), models[0] if models else "")


def looks_like_chat(model: str) -> bool:
    """Whether nothing in the name says that it is made for something else."""
    return not any(part in model.lower() for part in _not_for_chat())


@cache
def _not_for_chat() -> tuple[str, ...]:
    file = resource_root() / "catalogue" / "not-for-chat.json"
    return tuple(json.loads(file.read_text("utf-8"))["parts"])
