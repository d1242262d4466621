"""What can be chosen: the models of a connection, and the services that can do a task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from gptdesk.domain.catalogue import Catalogue, Certainty, ModelFacts, Service, Task
from gptdesk.domain.catalogue_fields import KINDS

SOON_DAYS = 120
"""How many days before its end a model is said to end soon."""


def joined(
    catalogue: Catalogue,
    names: Sequence[str],
    shutdown_dates: Mapping[str, date | None],
    service_id: str,
    today: date,
) -> tuple[ModelFacts, ...]:
    """The models of a connection: what the service lists, with what is known of each.

    Where it lists nothing, those that the data names for it. A day that the service itself gives
    wins over ours; where it gives none, ours stays. Recommended ones come first, those that end
    soon late, those that have ended last.
    """
    chosen = tuple(dict.fromkeys(names)) or _known(catalogue, service_id)
    found = [
        _ending(catalogue.facts(name, service_id), shutdown_dates.get(name)) for name in chosen
    ]
    return tuple(sorted(found, key=lambda facts: _order(facts, today)))


def ends_soon(facts: ModelFacts, today: date) -> bool:
    """Whether there is a day, not far away, from which the model does not answer."""
    return facts.shutdown is not None and 0 < (facts.shutdown - today).days <= SOON_DAYS


def services_for(catalogue: Catalogue, task: Task) -> Mapping[str, tuple[Service, ...]]:
    """The services that have it, by kind: cloud, local, cluster. Confirmed ones come first."""
    able = [one for one in catalogue.services if task in one.tasks]
    able.sort(key=lambda one: one.tasks[task] is not Certainty.CONFIRMED)
    return {kind: tuple(one for one in able if one.kind == kind) for kind in KINDS}


def _known(catalogue: Catalogue, service_id: str) -> tuple[str, ...]:
    service = catalogue.service(service_id)
    if service is None:
        return ()
    named = (facts.name for facts in catalogue.models(service_id))
    return tuple(dict.fromkeys((*service.models, *named)))


def _ending(facts: ModelFacts, day: date | None) -> ModelFacts:
    return facts if day is None else replace(facts, shutdown=day)


def _order(facts: ModelFacts, today: date) -> tuple[bool, bool, bool]:
    return facts.is_retired(today), ends_soon(facts, today), not facts.is_recommended
