"""What can be told of a model by its name alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from gptdesk.domain.resources import resource_root


def likely_for_chat(models: Sequence[str]) -> str:
    """The first that may hold a conversation, the first of all if none looks like it, or ""."""
    strange = _not_for_chat()
    fitting = (name for name in models if not any(part in name.lower() for part in strange))
    return next(fitting, models[0] if models else "")


@cache
def _not_for_chat() -> tuple[str, ...]:
    file = resource_root() / "catalogue" / "not-for-chat.json"
    return tuple(json.loads(file.read_text("utf-8"))["parts"])
