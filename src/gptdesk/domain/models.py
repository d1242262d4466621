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
    service = known.service(service_id)
    starters = service.models if service else ()
    return min(models, key=lambda name: _reluctance(known.facts(name, service_id), starters, day))


def looks_like_chat(model: str) -> bool:
    """Whether nothing that is known of the name says that it is made for something else."""
    return load_catalogue().facts(model).task is Task.CHAT


def _reluctance(facts: ModelFacts, starters: Sequence[str], today: date) -> tuple[int, ...]:
    """Compared from left to right; of equals the first in the service's own order is taken."""
    return (
        facts.task is not Task.CHAT,
        facts.is_retired(today),
        facts.api is Api.RESPONSES,
        not facts.is_recommended,
        starters.index(facts.name) if facts.name in starters else len(starters),
        facts.shutdown is not None,
    )
