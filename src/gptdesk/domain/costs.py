"""What requests cost: from what was used and a price, before and after.

Amounts are in US dollars. None is "not known" and never becomes 0; 0.0 is "free".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gptdesk.domain.catalogue import Price
from gptdesk.domain.tokens import NOTHING, TokenCount

MILLION = 1_000_000
ANSWER = (50, 1000)
"""Tokens of an answer of which nothing is known."""
THINKING_ANSWER = (50, 4000)
"""The same where the model thinks first: its thoughts are paid for like words."""
LEARNED_FROM = 5
"""So many answers of a model tell more than the rule for all."""
WARN_AT = 0.8


@dataclass(frozen=True, slots=True)
class Usage:
    """What one request used. Text tokens are None where nobody counted them.

    `input_tokens` holds those that were cached, those that were written to the cache, and those
    of pictures and sound; `output_tokens` holds the thoughts. `picture_kind` is "size/quality" of
    `pictures` that were made.
    """

    input_tokens: int | None = None
    output_tokens: int | None = None
    cached_tokens: int = 0
    reasoning_tokens: int = 0
    picture_input: int = 0
    picture_output: int = 0
    audio_input: int = 0
    audio_output: int = 0
    seconds: float = 0.0
    characters: int = 0
    pictures: int = 0
    picture_kind: str = ""
    written_tokens: int = 0


def cost(usage: Usage, price: Price | None) -> float | None:
    """What it costs; None as soon as a part has no price or was not counted."""
    if price is None or usage == Usage():
        return None
    parts = [
        *_input_parts(usage, price),
        *_output_parts(usage, price),
        *_other_parts(usage, price),
    ]
    known = [part for part in parts if part is not None]
    return sum(known) if known and len(known) == len(parts) else None


def _input_parts(usage: Usage, price: Price) -> list[float | None]:
    tokens = usage.input_tokens or 0
    factor = _long(price, tokens, price.long_input)
    pictures = usage.picture_input if price.picture_input is not None else 0
    sound = usage.audio_input
    cached = min(usage.cached_tokens, tokens)
    written = min(usage.written_tokens, tokens - cached)
    plain = max(0, tokens - cached - written - pictures - sound)
    # Where no discount is known, what was cached costs the full price: rather too much
    cached_price = price.input if price.cached is None else price.cached
    parts: list[_Wanted | None]
    parts = [_part(plain, price.input, factor), _part(cached, cached_price, factor)]
    parts.append(_part(written, price.input, factor * price.cache_write))
    parts += [_part(pictures, price.picture_input), _part(sound, price.audio_input)]
    if usage.input_tokens is None and usage.output_tokens is not None and price.input != 0:
        parts.append(None)
    return _used(parts)


def _output_parts(usage: Usage, price: Price) -> list[float | None]:
    tokens = usage.output_tokens or 0
    factor = _long(price, usage.input_tokens or 0, price.long_output)
    pictures = usage.picture_output if price.picture_output is not None else 0
    plain = max(0, tokens - pictures - usage.audio_output)
    parts: list[_Wanted | None]
    parts = [_part(plain, price.output, factor), _part(pictures, price.picture_output)]
    parts.append(_part(usage.audio_output, price.audio_output))
    if usage.output_tokens is None and usage.input_tokens is not None and price.output != 0:
        parts.append(None)
    return _used(parts)


def _other_parts(usage: Usage, price: Price) -> list[float | None]:
    """Sound by the minute, speech by the letter, pictures by the piece: each unless by tokens."""
    by_tokens = bool(usage.input_tokens or usage.output_tokens)
    parts: list[_Part] = []
    spoken = _spoken_part(usage, price)
    if spoken is not None and not (by_tokens and spoken[0] is None):
        parts.append(spoken)
    if usage.pictures and not by_tokens:
        parts.append((price.pictures.get(usage.picture_kind), usage.pictures))
    return [None if each is None else each * count for each, count in parts]


def _spoken_part(usage: Usage, price: Price) -> _Part | None:
    """Of a text that was spoken, letters and seconds are known; one of them is paid for."""
    if usage.characters and (price.characters is not None or not usage.seconds):
        return price.characters, usage.characters / MILLION
    return (price.minute, usage.seconds / 60) if usage.seconds else None


_Part = tuple[float | None, float]
_Wanted = tuple[int, float | None]


def _part(tokens: int, price: float | None, factor: float = 1.0) -> _Wanted:
    return tokens, (None if price is None else price * factor)


def _used(parts: Sequence[_Wanted | None]) -> list[float | None]:
    """The amounts of what was used at all; an unknown price of nothing does not matter."""
    found: list[float | None] = []
    for part in parts:
        if part is None:
            found.append(None)
        elif part[0] or part[1] is not None:
            found.append(None if part[1] is None else part[0] * part[1] / MILLION)
    return found


def _long(price: Price, input_tokens: int, factor: float) -> float:
    is_long = price.long_from is not None and input_tokens > price.long_from
    return factor if is_long else 1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a click will cost, between `low` and `high`; both None where the price is not known.

    `is_rough`: the tokens were counted in another model's words, or by characters alone.
    """

    low: float | None = None
    high: float | None = None
    is_rough: bool = False
    is_free: bool = False
    tokens: TokenCount = NOTHING
    answer: tuple[int, int] = ANSWER
    as_of: date | None = None
    """The day of the price."""

    @property
    def is_known(self) -> bool:
        return self.low is not None and self.high is not None


FREE = Estimate(0.0, 0.0, is_free=True)


def answer_range(
    recent: Sequence[int], longest: int | None = None, *, thinks: bool = False
) -> tuple[int, int]:
    """How many tokens an answer may have: from the model's recent ones, or a rule for all."""
    if len(recent) >= LEARNED_FROM:
        low, high = max(1, min(recent) // 2), max(recent) * 3 // 2
    else:
        low, high = THINKING_ANSWER if thinks else ANSWER
    if longest is not None:
        high = min(high, longest)
    return min(low, high), high


def chat_estimate(tokens: TokenCount, answer: tuple[int, int], price: Price | None) -> Estimate:
    """A question with its history, and the answer it may get."""
    low = cost(Usage(tokens.low, answer[0], tokens.low), price)  # at best all of it is cached
    # At worst all of it is written there
    high = cost(Usage(tokens.high, answer[1], written_tokens=tokens.high), price)
    if price is not None and low is not None and price.cached is None:
        low = cost(Usage(tokens.low, answer[0]), price)
    is_free = low == 0.0 and high == 0.0
    as_of = price.as_of if price is not None else None
    return Estimate(low, high, not tokens.is_exact, is_free, tokens, answer, as_of)


@dataclass(frozen=True, slots=True)
class LimitState:
    """How much of the month's limit is spent. A limit of 0 is none."""

    spent: float = 0.0
    limit: float = 0.0

    @property
    def has_limit(self) -> bool:
        return self.limit > 0

    @property
    def share(self) -> float:
        return self.spent / self.limit if self.has_limit else 0.0

    @property
    def is_near(self) -> bool:
        return self.has_limit and self.share >= WARN_AT

    @property
    def is_reached(self) -> bool:
        return self.has_limit and self.spent >= self.limit

    def would_pass(self, estimate: Estimate) -> bool:
        """Whether this click may lead over the limit. What is free never does."""
        if not self.has_limit or estimate.is_free:
            return False
        return self.is_reached or self.spent + (estimate.high or 0.0) > self.limit
