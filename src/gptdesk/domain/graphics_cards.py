"""Graphics cards, and what runs on them: read from resources/catalogue/graphics-cards.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from gptdesk.domain.catalogue import Texts
from gptdesk.domain.catalogue_documents import (
    amount,
    made,
    merged,
    named,
    read_document,
    refuse_doubles,
)
from gptdesk.domain.catalogue_fields import (
    CatalogueBroken,
    Reader,
    count,
    day,
    one_of,
    read_fields,
    text,
    texts,
)


class CardKind(StrEnum):
    """Whom a card is made for; SHARED are computers without a memory of its own for graphics."""

    HOME = "home"
    WORK = "work"
    DATA = "data"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card, or a computer whose memory is shared. `memory` is in gigabytes.

    `speed` is in tokens a second with Qwen3 8B at 4 bits in llama.cpp; `bandwidth` in gigabytes a
    second; `compute` is what NVIDIA calls compute capability.
    """

    id: str
    name: str
    kind: CardKind
    memory: float
    maker: str = "NVIDIA"
    generation: str = ""
    compute: str = ""
    year: int | None = None
    bandwidth: float | None = None
    speed: float | None = None
    note: Texts = field(default_factory=dict)
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What is comfortable from so many gigabytes on: models up to so many billions, at 4 bits."""

    memory: float
    billions: float
    line: Texts


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards, and what fits into how much memory. Of shared memory `shared_part` is usable."""

    cards: tuple[Card, ...]
    steps: tuple[Step, ...]
    shared_part: float

    def usable(self, card: Card) -> float:
        """Gigabytes that a model can have there."""
        part = self.shared_part if card.kind is CardKind.SHARED else 1.0
        return round(card.memory * part, 1)

    def step(self, gigabytes: float) -> Step | None:
        """The highest step that so much memory reaches; None if it is too little for any."""
        reached = (one for one in self.steps if one.memory <= gigabytes)
        return max(reached, key=lambda one: one.memory, default=None)


@cache
def load_cards(folder: Path | None = None) -> Cards:
    """The graphics cards that come with the app, read once; or those of another folder."""
    where = "graphics-cards.json"
    document = read_document(folder, where, {"cards", "families", "steps", "shared_part"})
    cards = [
        made(Card, item, _CARD, named(where, item)) for item in merged(document, "cards", where)
    ]
    refuse_doubles(where, (one.id for one in cards))
    steps = [made(Step, item, _STEP, f"{where}: step") for item in document.get("steps", [])]
    if [one.memory for one in steps] != sorted({one.memory for one in steps}):
        raise CatalogueBroken(f"{where}: each step wants more memory than the one before")
    shared = read_fields(
        {"shared_part": document.get("shared_part")}, {"shared_part": _part}, where
    )
    return Cards(tuple(cards), tuple(steps), shared["shared_part"])


def _part(value: object) -> float:
    found = amount(value)
    if found > 1:
        raise ValueError(f"a part of the whole is wanted, not {value!r}")
    return found


_CARD: Mapping[str, Reader] = {
    "id": text,
    "name": text,
    "kind": CardKind,
    "memory": amount,
    "maker": one_of("NVIDIA", "AMD", "Intel", "Apple"),
    "generation": text,
    "compute": text,
    "year": count,
    "bandwidth": amount,
    "speed": amount,
    "note": texts,
    "as_of": day,
    "source": text,
}
_STEP: Mapping[str, Reader] = {"memory": amount, "billions": amount, "line": texts}
