"""Which of a service's models to start with, where nobody has chosen one yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gptdesk.domain.catalogue import Api, ModelFacts, Task
from gptdesk.domain.catalogue_reading import load_catalogue


def likely_for_chat(models: Sequence[str], service_id: str = "", today: date | None = None) -> str:
    """The one to talk with: a recommended one first, then the first that holds a conversation.

    Where no name looks like it the first of all is taken, and "" where there is none. What has
    ended at its service comes last.
    """
    if not models:
        return ""
    day = today or date.today()
    known = load_catalogue()
    return min(models, key=lambda name: _reluctance(known.facts(name, service_id), day))


def _reluctance(facts: ModelFacts, today: date) -> tuple[bool, bool, bool, bool]:
    """Compared from left to right; of equals the first in the service's own order is taken."""
    return (
        facts.task is not Task.CHAT,
        facts.is_retired(today),
        facts.api is Api.RESPONSES,
        not facts.is_recommended,
    )
