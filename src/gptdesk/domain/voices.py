"""The voices of a model, with a word on each, from resources/catalogue/voices.json."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from gptdesk.domain.catalogue import ModelFacts, Texts
from gptdesk.domain.resources import resource_root
from gptdesk.domain.speech import FASTEST, SLOWEST


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice by its name at the service; `line` describes it by language code, or is empty.

    `title` is what people call it.
    """

    id: str
    line: Texts = field(default_factory=dict)
    title: str = ""


def voices_of(facts: ModelFacts) -> tuple[Voice, ...]:
    """The best first. Empty where nothing is known: then the person writes the name."""
    names = facts.voices or _usual(facts.name.lower())
    order = {name: place for place, name in enumerate(_data()["order"])}
    ranked = sorted(names, key=lambda name: order.get(name, len(order)))
    return tuple(Voice(name, _line(name), voice_title(name)) for name in ranked)


def speaks_live(facts: ModelFacts) -> bool:
    """Whether it speaks in a conversation over a WebSocket, not at the endpoint for speech."""
    return facts.details.get("endpoint") == "realtime"


def speeds(facts: ModelFacts) -> tuple[float, float]:
    """The slowest and the fastest that the model can do."""
    told = facts.details.get("speed")
    if not isinstance(told, list | tuple) or len(told) != 2:
        return SLOWEST, FASTEST
    return float(told[0]), float(told[1])


def likely_for_speech(models: Sequence[str]) -> tuple[str, ...]:
    """Those that seem to speak, by their names alone."""
    words = _named("for-speech.json")
    return tuple(
        model
        for model in models
        if any(part in model.lower() for part in words["parts"])
        and not any(part in model.lower() for part in words["except"])
    )


def _usual(model: str) -> Sequence[str]:
    for entry in _data()["usual"]:
        if fnmatchcase(model, entry["pattern"]):
            names: Sequence[str] = entry["voices"]
            return names
    return ()


def _line(name: str) -> Mapping[str, str]:
    line: Mapping[str, str] = _data()["lines"].get(name, {})
    if line:
        return line
    found = (e["line"] for e in _data()["patterns"] if fnmatchcase(name, e["pattern"]))
    return next(found, {})


def voice_title(name: str) -> str:
    """Names that begin with their kind, as af_heart, without it: the line tells it."""
    is_told = any(fnmatchcase(name, entry["pattern"]) for entry in _data()["patterns"])
    return name.partition("_")[2].replace("_", " ").title() if is_told else name


def _data() -> Any:
    return _named("voices.json")


@cache
def _named(name: str) -> Any:
    return json.loads((resource_root() / "catalogue" / name).read_text("utf-8"))
