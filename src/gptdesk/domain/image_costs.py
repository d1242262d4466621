"""What pictures will cost: between two sums where the model decides, or nobody tells exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gptdesk.domain.catalogue import ModelFacts, Price
from gptdesk.domain.costs import MILLION, Estimate, Usage
from gptdesk.domain.image_sizes import AUTO, pair_of
from gptdesk.domain.images import ImageOrder, PictureRecord, PictureSettings
from gptdesk.domain.tokens import TokenCount

LEARNED_FROM = 2
BASE = 1024 * 1024
"""Pixels of the size for which makers tell their figures."""


@dataclass(frozen=True, slots=True)
class _Range:
    low: float
    high: float
    is_rough: bool = False


def image_estimate(
    price: Price | None,
    facts: ModelFacts,
    order: ImageOrder,
    words: TokenCount,
    learned: Sequence[PictureRecord] = (),
) -> Estimate:
    """All pictures of an order together. `words` counts the prompt and the references."""
    if price is None:
        return Estimate()
    found = _learned(order.settings, learned) or _by_price(price, facts, order.settings)
    if found is None:
        return Estimate()
    count = max(1, order.settings.count)
    low = found.low * count + words.low * (price.input or 0.0) / MILLION
    high = found.high * count + words.high * _dearest_input(price, order) / MILLION
    is_rough = found.is_rough or bool(order.references)
    return Estimate(low, high, is_rough, low == high == 0.0, words, as_of=price.as_of)


def _dearest_input(price: Price, order: ImageOrder) -> float:
    pictures = price.picture_input if order.references else None
    return max(price.input or 0.0, pictures or 0.0)


def effective(settings: PictureSettings, facts: ModelFacts) -> tuple[str, str]:
    """Size and quality as the model takes them where nothing was chosen."""
    size = settings.size or (facts.sizes[0] if facts.sizes else "")
    quality = settings.quality or (facts.qualities[0] if facts.qualities else "")
    return size, quality


def picture_usage(settings: PictureSettings, facts: ModelFacts, count: int) -> Usage:
    """So many pictures, where the service does not report tokens."""
    return Usage(pictures=count, picture_kind="/".join(effective(settings, facts)))


def _learned(settings: PictureSettings, learned: Sequence[PictureRecord]) -> _Range | None:
    """From what pictures with these settings cost before."""
    wanted = (settings.size, settings.quality, settings.format)
    costs = [
        record.cost
        for record in learned
        if record.cost is not None
        and (record.settings.size, record.settings.quality, record.settings.format) == wanted
    ]
    return _Range(min(costs), max(costs), is_rough=True) if len(costs) >= LEARNED_FROM else None


def _by_price(price: Price, facts: ModelFacts, settings: PictureSettings) -> _Range | None:
    """The cheapest and the dearest of what the model may choose; None if one is not known."""
    ranges = [_of_kind(price, facts, *kind) for kind in _kinds(settings, facts)]
    known = [one for one in ranges if one is not None]
    if not known or len(known) < len(ranges):
        return None
    low, high = min(one.low for one in known), max(one.high for one in known)
    return _Range(low, high, any(one.is_rough for one in known))


def _kinds(settings: PictureSettings, facts: ModelFacts) -> Iterator[tuple[str, str]]:
    """Every size and quality that may come of it."""
    size, quality = effective(settings, facts)
    sizes = [one for one in facts.sizes if pair_of(one)] if size in ("", AUTO) else [size]
    qualities = [quality]
    if quality == AUTO:
        qualities = [one for one in facts.qualities if one != AUTO]
    for one in sizes or [""]:
        for other in qualities or [""]:
            yield one, other


def _of_kind(price: Price, facts: ModelFacts, size: str, quality: str) -> _Range | None:
    tables: list[Mapping[str, float]] = [price.pictures]
    tokens, by_token = facts.details.get("output_tokens"), price.picture_output
    if isinstance(tokens, Mapping) and by_token is not None:
        tables.append({kind: count * by_token / MILLION for kind, count in tokens.items()})
    for table in tables:
        if (found := _in_table(table, size, quality)) is not None:
            return found
    between = facts.details.get("output_tokens_between")
    if not isinstance(between, list | tuple) or by_token is None:
        return _Range(0.0, 0.0) if by_token == 0.0 else None
    scale = _pixels(size) / BASE * by_token / MILLION
    return _Range(between[0] * scale, between[1] * scale, is_rough=True)


def _in_table(table: Mapping[str, float], size: str, quality: str) -> _Range | None:
    """As it stands there, or worked out from another size by its pixels."""
    if (exact := table.get(f"{size}/{quality}")) is not None:
        return _Range(exact, exact)
    for kind, amount in table.items():
        other, _, its_quality = kind.partition("/")
        if its_quality == quality and pair_of(other) and pair_of(size):
            likely = amount * _pixels(size) / _pixels(other)
            return _Range(likely, likely, is_rough=True)
    return None


def _pixels(size: str) -> int:
    pair = pair_of(size)
    return pair[0] * pair[1] if pair is not None else BASE
