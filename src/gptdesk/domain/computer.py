"""What this computer has, and which open models fit into it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gptdesk.domain.graphics_cards import Cards
from gptdesk.domain.open_models import Bits, OpenModels, Size


@dataclass(frozen=True, slots=True)
class Graphics:
    """A graphics card. `memory` is in gigabytes, None where it could not be read."""

    name: str
    memory: float | None = None
    is_shared: bool = False
    """It has no memory of its own but uses that of the computer, as Apple's do."""


@dataclass(frozen=True, slots=True)
class Computer:
    """What was found out without special rights; None and empty are "not known"."""

    memory: float | None = None
    graphics: tuple[Graphics, ...] = ()


class Fit(StrEnum):
    """Where a model finds room. UNKNOWN: its need or the computer's memory is not known."""

    GRAPHICS = "graphics"
    PROCESSOR = "processor"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fitting:
    """Where a model finds room, and with how many bits at the most."""

    fit: Fit
    bits: Bits | None = None


def graphics_room(computer: Computer, cards: Cards) -> float | None:
    """Gigabytes that a model can have on the largest graphics card; None where nobody knows."""
    found = [_room(card, computer, cards) for card in computer.graphics]
    return max((room for room in found if room is not None), default=None)


def processor_room(computer: Computer, cards: Cards) -> float | None:
    """Gigabytes that a model can have in the memory of the computer, beside all else in it."""
    return None if computer.memory is None else computer.memory * cards.shared_part


def fitting(models: OpenModels, size: Size, computer: Computer, cards: Cards) -> Fitting:
    """Where this size runs: on the graphics card if it can, slowly on the processor otherwise."""
    rooms = {
        Fit.GRAPHICS: graphics_room(computer, cards),
        Fit.PROCESSOR: processor_room(computer, cards),
    }
    for fit, room in rooms.items():
        if room is not None and (bits := models.finest(size, room)):
            return Fitting(fit, bits)
    is_known = any(models.memory(size, bits) is not None for bits in Bits)
    has_room = any(room is not None for room in rooms.values())
    return Fitting(Fit.NO if is_known and has_room else Fit.UNKNOWN)


def _room(card: Graphics, computer: Computer, cards: Cards) -> float | None:
    if card.is_shared:
        return processor_room(computer, cards)
    return card.memory
