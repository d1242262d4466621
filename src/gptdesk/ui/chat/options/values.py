"""What the settings of answers show: what is set, and what the model takes of it."""

from __future__ import annotations

from dataclasses import dataclass

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.options import HOTTEST, LIMIT

LIMITS = frozenset({LIMIT, "max_tokens"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What a model takes. `model` is its name; without one nothing is known, so all is offered."""

    model: str = ""
    temperature: bool = True
    top_p: bool = True
    longest_answer: bool = True
    efforts: tuple[str, ...] = ()
    verbosities: tuple[str, ...] = ()
    most_tokens: int | None = None
    hottest: float = HOTTEST


def taken_by(facts: ModelFacts | None) -> Taken:
    """Unknown models are asked with what is set; effort and verbosity need words they know."""
    if facts is None:
        return Taken()
    refuses = facts.refuses
    return Taken(
        facts.name,
        "temperature" not in refuses,
        "top_p" not in refuses,
        not refuses >= LIMITS,
        () if "reasoning_effort" in refuses else facts.efforts,
        () if "verbosity" in refuses else facts.verbosities,
        facts.longest_answer,
    )
