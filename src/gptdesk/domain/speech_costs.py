"""What speaking a text will cost, as far as the price is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.sentences import letters

LETTERS_A_MINUTE = 900.0
SPREAD = 0.25
"""Voices read a text at different speeds: so far a price by the minute may be off."""


@dataclass(frozen=True, slots=True)
class SpeechCost:
    """US dollars, from least to most; the day on which the price was looked up."""

    least: float
    most: float
    as_of: date | None = None


def minutes(text: str, speed: float = 1.0) -> float:
    return letters(text) / LETTERS_A_MINUTE / max(speed, 0.1)


def speech_cost(facts: ModelFacts, text: str, speed: float = 1.0) -> SpeechCost | None:
    """None where the price is not known."""
    price = facts.price
    if price is None:
        return None
    if price.characters is not None:
        exact = price.characters * len(text) / 1_000_000
        return SpeechCost(exact, exact, price.as_of)
    if price.minute is not None:
        likely = price.minute * minutes(text, speed)
        return SpeechCost(likely * (1 - SPREAD), likely * (1 + SPREAD), price.as_of)
    return None
