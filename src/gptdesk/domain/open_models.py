"""Open models, and how much memory they need: read from resources/catalogue/open-models.json.

What is not known is empty or None. How much memory a model needs is what its makers measured, or
it is reckoned by the rule that stands in the file, and then it says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache
from pathlib import Path

from gptdesk.domain.catalogue import Task, Texts
from gptdesk.domain.catalogue_documents import (
    amount,
    made,
    merged,
    named,
    read_document,
    refuse_doubles,
)
from gptdesk.domain.catalogue_fields import (
    Reader,
    abilities,
    day,
    figure,
    flag,
    mapping,
    text,
    texts,
    words,
)

PROGRAMS = ("ollama", "lmstudio", "llamacpp", "transformers", "offline-pack")


class Bits(IntEnum):
    """How finely each number of a model is stored; fewer take less memory and are less exact."""

    FOUR = 4
    EIGHT = 8
    SIXTEEN = 16


class Commercial(StrEnum):
    """Whether money may be earned with a model. UNKNOWN where no source was found."""

    YES = "yes"
    CONDITIONS = "conditions"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Memory:
    """Gigabytes that a model needs while it answers."""

    gigabytes: float
    is_measured: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """How memory is reckoned: `gigabytes` for a billion parameters, and `beside` for the chat."""

    gigabytes: Mapping[Bits, float]
    beside: float
    as_of: date
    source: str

    def memory(self, billions: float, bits: Bits) -> Memory:
        return Memory(round(billions * self.gigabytes[bits] + self.beside, 1), is_measured=False)


@dataclass(frozen=True, slots=True)
class Size:
    """One size of a model. `billions` of parameters, all of them, also where few work at a time.

    `memory` is what its makers measured; `ollama` its name there, `download` in gigabytes.
    """

    name: str
    billions: float | None = None
    memory: Mapping[Bits, float] = field(default_factory=dict)
    ollama: str = ""
    download: float | None = None


@dataclass(frozen=True, slots=True)
class OpenModel:
    """A model whose files can be had, or a family of sizes.

    `languages` are those it is meant for, as language codes; "mul" means many. `programs` run it.
    `terms` says in plain words what its licence allows, `today` whether and how it runs today.
    """

    id: str
    name: str
    maker: Texts
    line: Texts
    today: Texts
    sizes: tuple[Size, ...] = ()
    task: Task = Task.CHAT
    takes: frozenset[str] = frozenset({"text"})
    licence: str = ""
    commercial: Commercial = Commercial.UNKNOWN
    terms: Texts = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    ollama: str = ""
    """Its name in Ollama, where the sizes have none of their own."""
    is_history: bool = False
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class OpenModels:
    """All open models, those of today first, and the rule for their memory."""

    models: tuple[OpenModel, ...]
    rule: Rule

    def memory(self, size: Size, bits: Bits) -> Memory | None:
        """What a size needs; None where nothing was measured and its parameters are unknown."""
        if bits in size.memory:
            return Memory(size.memory[bits], is_measured=True)
        return None if size.billions is None else self.rule.memory(size.billions, bits)

    def finest(self, size: Size, gigabytes: float) -> Bits | None:
        """The most bits with which a size fits into so much memory; None if it does not at all."""
        needs = {bits: self.memory(size, bits) for bits in Bits}
        return max(
            (bits for bits, need in needs.items() if need and need.gigabytes <= gigabytes),
            default=None,
        )


@cache
def load_open_models(folder: Path | None = None) -> OpenModels:
    """The open models that come with the app, read once; or those of another folder."""
    document = read_document(folder, "open-models.json", {"models", "rule"})
    where = "open-models.json"
    items = merged(document, "models", where)
    models = [made(OpenModel, item, _MODEL, named(where, item)) for item in items]
    refuse_doubles(where, (one.id for one in models))
    models.sort(key=lambda one: one.is_history)
    return OpenModels(tuple(models), made(Rule, document.get("rule"), _RULE, f"{where}: rule"))


def _by_bits(value: object) -> Mapping[Bits, float]:
    return {Bits(int(name)): amount(one) for name, one in mapping(value).items()}


def _all_bits(value: object) -> Mapping[Bits, float]:
    found = _by_bits(value)
    if set(found) != set(Bits):
        raise ValueError(f"a figure for each of {[int(one) for one in Bits]} bits is wanted")
    return found


def _sizes(value: object) -> tuple[Size, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("at least one size is wanted")
    return tuple(made(Size, item, _SIZE, "size") for item in value)


def _programs(value: object) -> tuple[str, ...]:
    found = words(value)
    if strange := sorted(set(found) - set(PROGRAMS)):
        raise ValueError(f"{strange} is none of {PROGRAMS}")
    return found


_SIZE: Mapping[str, Reader] = {
    "name": text,
    "billions": amount,
    "memory": _by_bits,
    "ollama": text,
    "download": amount,
}
_RULE: Mapping[str, Reader] = {
    "gigabytes": _all_bits,
    "beside": figure,
    "as_of": day,
    "source": text,
}
_MODEL: Mapping[str, Reader] = {
    "id": text,
    "name": text,
    "maker": texts,
    "line": texts,
    "today": texts,
    "sizes": _sizes,
    "task": Task,
    "takes": abilities,
    "licence": text,
    "commercial": Commercial,
    "terms": texts,
    "languages": words,
    "programs": _programs,
    "ollama": text,
    "is_history": flag,
    "as_of": day,
    "source": text,
}
