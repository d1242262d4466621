"""Finds what is known of a model by its name: exactly, by pattern, or by a word in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gptdesk.domain.catalogue import Api, ModelFacts, Price, Service, Task, passes_through

_DATE = re.compile(r"-(?:\d{4}-\d\d-\d\d|\d{8}|\d{6}|\d{4})$")
_MOST_KEPT = 20_000
"""Names whose facts are kept; the longest lists of services have a few thousand."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a data file says of one model, or of all whose names fit a pattern."""

    facts: ModelFacts
    names: tuple[str, ...]
    patterns: tuple[str, ...]


class Models:
    """All entries, found by name. Looking up is quick: a list of a thousand names takes a blink."""

    def __init__(self, entries: Iterable[Entry], services: Mapping[str, Service]) -> None:
        self._services = services
        self._entries = tuple(entries)
        self._exact: dict[tuple[str, str], Entry] = {}
        self._anywhere: dict[str, Entry] = {}
        self._patterns: list[tuple[_Pattern, Entry]] = []
        for entry in self._entries:
            for name in map(str.lower, entry.names):
                self._exact.setdefault((entry.facts.service, name), entry)
                self._anywhere.setdefault(name, entry)
            self._patterns += [(_Pattern.of(pattern), entry) for pattern in entry.patterns]
        self._patterns.sort(key=lambda pair: (not pair[1].facts.is_known, -pair[0].letters))
        self._kept: dict[tuple[str, str], ModelFacts] = {}

    def facts(self, name: str, service_id: str) -> ModelFacts:
        key = (name, service_id)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._found(name, service_id)
        return self._kept[key]

    def models(self, service_id: str) -> tuple[ModelFacts, ...]:
        """What is named one by one, as it is at its maker."""
        return tuple(
            self.facts(name, entry.facts.service)
            for entry in self._entries
            for name in entry.names
            if service_id in ("", entry.facts.service)
        )

    def _found(self, name: str, service_id: str) -> ModelFacts:
        entry, is_other_release = self._entry(tuple(_spellings(name)), service_id)
        facts = replace(entry.facts, name=name) if entry else ModelFacts(name, "", Task.CHAT)
        if is_other_release:
            facts = replace(facts, price=None, shutdown=None, successor="", is_recommended=False)
        if not service_id or facts.service != service_id:
            facts = _visiting(facts, service_id)
        service = self._services.get(service_id)
        return facts if service is None else _as_served(facts, service)

    def _entry(
        self, spellings: tuple[_Spelling, ...], service_id: str
    ) -> tuple[Entry | None, bool]:
        """The entry, and whether it is that of another release than the one that was asked for."""
        for spelling in spellings:
            if entry := self._exact.get((service_id, spelling.name)):
                return entry, spelling.is_other_release
        if service_id and (entry := self._by_pattern(spellings, service_id)):
            return entry, False
        for spelling in spellings:
            if entry := self._anywhere.get(spelling.name):
                return entry, spelling.is_other_release
        return self._by_pattern(spellings), False

    def _by_pattern(
        self, spellings: tuple[_Spelling, ...], service_id: str | None = None
    ) -> Entry | None:
        """That of the pattern with the most letters; a word in the name counts last."""
        whole = spellings[0].name
        for pattern, entry in self._patterns:
            if pattern.core not in whole or service_id not in (None, entry.facts.service):
                continue
            if any(pattern.fits(spelling.name) for spelling in spellings):
                return entry
        return None


def _visiting(facts: ModelFacts, service_id: str) -> ModelFacts:
    """At another service a model can do the same, but its price and its end are not the maker's.

    Neither is the way in which its maker wants to be asked.
    """
    return replace(
        facts,
        service=service_id,
        price=None,
        shutdown=None,
        successor="",
        is_recommended=False,
        api=Api.CHAT,
        limit_name="",
    )


def _as_served(facts: ModelFacts, service: Service) -> ModelFacts:
    """With what the service refuses of any model, recommends, and gives away."""
    if facts.name in service.models[:1]:
        facts = replace(facts, is_recommended=True)
    refused = service.quirks.get("refuses")
    if isinstance(refused, list):
        facts = replace(facts, refuses=facts.refuses | set(refused))
    if service.quirks.get("is_free") and not passes_through(facts.name):
        facts = replace(facts, price=replace(_FREE, as_of=service.as_of, source=service.source))
    return facts


_FREE = Price(
    input=0.0,
    cached=0.0,
    output=0.0,
    picture_input=0.0,
    picture_output=0.0,
    audio_input=0.0,
    audio_output=0.0,
    characters=0.0,
    minute=0.0,
)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way in which the data may write a name. Another release of it has another price and end."""

    name: str
    is_other_release: bool = False


def _spellings(name: str) -> Iterator[_Spelling]:
    """From the name as it stands to its core: "models/x", "vendor/x", "x:free", "x-2026-01-31"."""
    whole = name.strip().lower()
    if whole.startswith("ft:"):
        base = whole.split(":")[1]
        yield _Spelling(base, is_other_release=True)
        yield _Spelling(_DATE.sub("", base), is_other_release=True)
        return
    bare = whole.removeprefix("models/")
    last = bare.rpartition("/")[2].removesuffix(".gguf")
    core = re.split("[:@]", last, maxsplit=1)[0]
    for one in dict.fromkeys((whole, bare, last, core)):
        yield _Spelling(one)
    if (undated := _DATE.sub("", core)) != core:
        yield _Spelling(undated, is_other_release=True)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A name in which `*` stands for anything, also for nothing."""

    start: str
    middle: tuple[str, ...]
    end: str | None
    """None where there is no `*`."""
    letters: int
    core: str
    """Its longest piece: a name without it cannot fit, which is quick to see."""

    @classmethod
    def of(cls, text: str) -> _Pattern:
        parts = text.lower().split("*")
        letters, core = sum(map(len, parts)), max(parts, key=len)
        if len(parts) == 1:
            return cls(parts[0], (), None, letters, core)
        return cls(parts[0], tuple(parts[1:-1]), parts[-1], letters, core)

    def fits(self, name: str) -> bool:
        if self.end is None:
            return name == self.start
        if not name.startswith(self.start) or not name.endswith(self.end):
            return False
        place, stop = len(self.start), len(name) - len(self.end)
        for part in self.middle:
            found = name.find(part, place, stop)
            if found < 0:
                return False
            place = found + len(part)
        return place <= stop
