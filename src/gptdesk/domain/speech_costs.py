"""What speaking a text will cost, as far as the price is known."""

from __future__ import annotations

from gptdesk.domain.catalogue import Price
from gptdesk.domain.costs import MILLION, Estimate
from gptdesk.domain.sentences import letters

LETTERS_A_MINUTE = 900.0
SPREAD = 0.25
"""Voices read a text at different speeds: so far a price by the minute may be off."""


def minutes(text: str, speed: float = 1.0) -> float:
    return letters(text) / LETTERS_A_MINUTE / max(speed, 0.1)


def speech_estimate(price: Price | None, text: str, speed: float = 1.0) -> Estimate:
    """By letters it is exact; by minutes it lies between two sums."""
    if price is None:
        return Estimate()
    if price.characters is not None:
        exact = price.characters * len(text) / MILLION
        return Estimate(exact, exact, is_free=not price.characters, as_of=price.as_of)
    if price.minute is not None:
        likely = price.minute * minutes(text, speed)
        low, high = likely * (1 - SPREAD), likely * (1 + SPREAD)
        return Estimate(low, high, is_rough=True, is_free=not price.minute, as_of=price.as_of)
    return Estimate()
