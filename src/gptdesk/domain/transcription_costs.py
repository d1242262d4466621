"""What writing down a recording costs, and how long it takes: before, and after each piece."""

from __future__ import annotations

from gptdesk.domain.catalogue import Price
from gptdesk.domain.costs import MILLION, Estimate, Usage
from gptdesk.domain.transcription import Heard, TimeEstimate

SOUND_TOKENS = (600.0, 1500.0)
"""Tokens of a minute of sound, at services that count them."""
TEXT_TOKENS = (100.0, 400.0)
"""Tokens of a minute of speech as text, Chinese and English."""
OFFLINE_PACE = (0.1, 0.4)
"""Seconds of work for a second of sound, on computers that people have."""
SERVICE_PACE = (0.03, 0.15)


def transcription_estimate(price: Price | None, seconds: float) -> Estimate:
    """By the minute it is exact; by tokens it lies between two sums."""
    minutes = seconds / 60
    if price is None:
        return Estimate()
    if price.minute is not None and not _by_tokens(price):
        exact = price.minute * minutes
        return Estimate(exact, exact, is_free=not price.minute, as_of=price.as_of)
    if price.minute is not None:
        likely = price.minute * minutes
        return Estimate(likely * 0.7, likely * 1.5, is_rough=True, as_of=price.as_of)
    sound = price.audio_input if price.audio_input is not None else price.input
    if sound is None or price.output is None:
        return Estimate()
    low, high = (
        minutes * (sound * heard + price.output * written) / MILLION
        for heard, written in zip(SOUND_TOKENS, TEXT_TOKENS, strict=True)
    )
    return Estimate(low, high, is_rough=True, is_free=not high, as_of=price.as_of)


def time_estimate(
    seconds: float, *, is_offline: bool, side_by_side: int, measured: float | None = None
) -> TimeEstimate:
    """`measured` is how many seconds a second of sound took lately, with the same model."""
    if measured is not None:
        return TimeEstimate(seconds * measured * 0.8, seconds * measured * 1.3)
    low, high = OFFLINE_PACE if is_offline else SERVICE_PACE
    return TimeEstimate(seconds * low / side_by_side, seconds * high / side_by_side)


def usage_of(heard: Heard, seconds: float, price: Price | None) -> Usage:
    """What is paid for: tokens where they have a price, else the length of the sound."""
    is_counted = heard.input_tokens is not None or heard.output_tokens is not None
    if is_counted and price is not None and _by_tokens(price):
        return Usage(
            heard.input_tokens,
            heard.output_tokens,
            audio_input=heard.audio_tokens if price.audio_input is not None else 0,
        )
    return Usage(seconds=heard.seconds if heard.seconds is not None else seconds)


def _by_tokens(price: Price) -> bool:
    return price.output is not None and (price.input, price.audio_input) != (None, None)
