"""Which days models are switched off on, and where these days stand on a line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gptdesk.domain.catalogue import ModelFacts

BEFORE = timedelta(days=45)
AFTER = timedelta(days=20)
LEAST_AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Ending:
    """A day on which models are switched off, the shortest names first."""

    day: date
    models: tuple[ModelFacts, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(facts.name for facts in self.models)


@dataclass(frozen=True, slots=True)
class Span:
    """What the line shows of time."""

    first: date
    last: date

    def part(self, day: date) -> float:
        """How far along a day is, from 0 to 1."""
        return (day - self.first).days / max(1, (self.last - self.first).days)

    def months(self) -> list[date]:
        """The first day of each month in it."""
        found = []
        day = self.first.replace(day=1)
        while day <= self.last:
            if day >= self.first:
                found.append(day)
            day = (day + timedelta(days=32)).replace(day=1)
        return found


def endings(models: Sequence[ModelFacts]) -> list[Ending]:
    """All days, the first one first."""
    days: dict[date, list[ModelFacts]] = {}
    for facts in models:
        if facts.shutdown is not None:
            days.setdefault(facts.shutdown, []).append(facts)
    return [
        Ending(day, tuple(sorted(found, key=lambda one: (len(one.name), one.name))))
        for day, found in sorted(days.items())
    ]


def span(found: Sequence[Ending], today: date) -> Span:
    """A little of the past, and all that is known of the future."""
    last = max([today + LEAST_AHEAD, *(one.day + AFTER for one in found)])
    return Span(today - BEFORE, last)


def next_of_mine(
    found: Sequence[Ending], today: date, in_use: Collection[tuple[str, str]]
) -> ModelFacts | None:
    """The first model of the user's own that will be switched off."""
    coming = (facts for one in found if one.day > today for facts in one.models)
    return next((facts for facts in coming if (facts.service, facts.name) in in_use), None)


def lanes(places: Sequence[tuple[float, float]], count: int) -> list[int]:
    """A lane for each label (where it begins, the least room it needs), so that none is covered.

    Where all are taken, the one with the most room is used.
    """
    ends = [float("-inf")] * count
    chosen = []
    for start, width in places:
        free = [lane for lane in range(count) if ends[lane] <= start]
        lane = free[0] if free else min(range(count), key=lambda one: ends[one])
        ends[lane] = start + width
        chosen.append(lane)
    return chosen
