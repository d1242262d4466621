"""What was used and paid: one record for each request, and sums over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gptdesk.domain.costs import Usage


@dataclass(frozen=True, slots=True)
class UsageRecord:
    """One request. `at` is in seconds since the epoch, `cost` in US dollars (None: not known).

    `is_estimate`: the service did not report what it used, so it was counted here.
    `price_as_of` is the date of the price as YYYY-MM-DD, or empty.
    """

    at: float
    task: str
    connection_id: str
    service: str
    model: str
    usage: Usage
    cost: float | None
    is_free: bool = False
    is_estimate: bool = False
    price_as_of: str = ""
    conversation_id: str = ""
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class UsageSum:
    """What several requests of one day, model and task used together.

    `cost` is of those whose price is known; `unknown` counts the others. `day` is YYYY-MM-DD where
    the computer is.
    """

    day: str = ""
    task: str = ""
    service: str = ""
    model: str = ""
    requests: int = 0
    cost: float = 0.0
    unknown: int = 0
    estimates: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    reasoning_tokens: int = 0
    is_free: bool = False
    """Nothing of it was paid for."""

    def __add__(self, other: UsageSum) -> UsageSum:
        """Together; what the two do not share is empty."""
        return UsageSum(
            self.day if self.day == other.day else "",
            self.task if self.task == other.task else "",
            self.service if self.service == other.service else "",
            self.model if self.model == other.model else "",
            self.requests + other.requests,
            self.cost + other.cost,
            self.unknown + other.unknown,
            self.estimates + other.estimates,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
            self.reasoning_tokens + other.reasoning_tokens,
            self.is_free and other.is_free,
        )


def total(sums: Iterable[UsageSum]) -> UsageSum:
    """All of them as one."""
    found = list(sums)
    if not found:
        return UsageSum()
    together = found[0]
    for one in found[1:]:
        together += one
    return together


def by_model(sums: Iterable[UsageSum]) -> tuple[UsageSum, ...]:
    """One for each model of each service, the dearest first."""
    groups: dict[tuple[str, str], list[UsageSum]] = {}
    for one in sums:
        groups.setdefault((one.service, one.model), []).append(one)
    return _dearest_first(groups.values())


def by_task(sums: Iterable[UsageSum]) -> tuple[UsageSum, ...]:
    """One for each tab, the dearest first."""
    groups: dict[str, list[UsageSum]] = {}
    for one in sums:
        groups.setdefault(one.task, []).append(one)
    return _dearest_first(groups.values())


def by_day(sums: Iterable[UsageSum]) -> dict[str, UsageSum]:
    """The days on which anything was used, in order."""
    days: dict[str, UsageSum] = {}
    for one in sorted(sums, key=lambda found: found.day):
        days[one.day] = days[one.day] + one if one.day in days else one
    return days


def by_month(sums: Iterable[UsageSum]) -> dict[str, UsageSum]:
    """The same by months, as YYYY-MM."""
    return by_day(replace(one, day=one.day[:7]) for one in sums)


def _dearest_first(groups: Iterable[list[UsageSum]]) -> tuple[UsageSum, ...]:
    found = [total(group) for group in groups]
    return tuple(sorted(found, key=lambda one: (-one.cost, -one.requests, one.model, one.task)))


TABLE_HEAD = (
    "time",
    "tab",
    "service",
    "model",
    "input tokens",
    "output tokens",
    "cached tokens",
    "reasoning tokens",
    "picture tokens in",
    "picture tokens out",
    "audio tokens in",
    "audio tokens out",
    "seconds of sound",
    "characters",
    "pictures",
    "cost in USD",
    "counted by",
    "price as of",
)
"""The columns of an export. They stay in English, so that scripts can hold on to them."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet takes a cell that begins so for a formula, and runs it."""


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip().startswith(DANGEROUS) or text[:1] in DANGEROUS else text
