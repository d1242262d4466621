"""What a service says it offers, and what the user says of a model: both outrank the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gptdesk.domain.catalogue import ModelFacts


@dataclass(frozen=True, slots=True)
class ListedModel:
    """One entry of a service's own list. `takes` is empty where the service does not tell it."""

    name: str
    shutdown: date | None = None
    takes: frozenset[str] = frozenset()
    context: int | None = None
    owned_by: str = ""
    created: float = 0.0


@dataclass(frozen=True, slots=True)
class ModelList:
    """What a connection offered at a time, in seconds since the epoch.

    `is_missing` is true where the service has no list at all: then names are typed freely.
    """

    connection_id: str
    models: tuple[ListedModel, ...] = ()
    fetched: float = 0.0
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class ModelOverride:
    """What the user says of a model at a connection; None means: as the catalogue has it."""

    sees_pictures: bool | None = None
    context: int | None = None
    longest_answer: int | None = None
    limit_name: str | None = None
    efforts: tuple[str, ...] | None = None

    @property
    def is_empty(self) -> bool:
        return self == ModelOverride()


Overrides = Mapping[tuple[str, str], ModelOverride]
"""By connection id and model."""


@dataclass(frozen=True, slots=True)
class OfferedModel:
    """A model as it can be chosen: where, and all that is known of it."""

    connection_id: str
    facts: ModelFacts
    override: ModelOverride = field(default_factory=ModelOverride)

    @property
    def name(self) -> str:
        return self.facts.name


def joined_facts(
    facts: ModelFacts, listed: ListedModel | None, override: ModelOverride | None
) -> ModelFacts:
    """The catalogue, corrected by the service's own list, corrected by the user."""
    if listed is not None:
        facts = replace(
            facts,
            shutdown=listed.shutdown or facts.shutdown,
            takes=listed.takes or facts.takes,
            context=facts.context or listed.context,
        )
    return facts if override is None else _overridden(facts, override)


def _overridden(facts: ModelFacts, override: ModelOverride) -> ModelFacts:
    if override.sees_pictures is not None:
        others = facts.takes - {"picture"}
        takes = others | {"picture"} if override.sees_pictures else others
        facts = replace(facts, takes=takes, is_known=True)  # nobody has to try it any more
    known = {
        name: value
        for name in ("context", "longest_answer", "limit_name", "efforts")
        if (value := getattr(override, name)) is not None
    }
    return replace(facts, **known) if known else facts
