"""Sizes of pictures: the ones a model offers, the rules for free ones, and checks while typing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

AUTO = "auto"
_PAIR = re.compile(r"^\s*(\d{1,5})\s*[x×*,，X]\s*(\d{1,5})\s*$")


class SizeFault(StrEnum):
    """What is wrong with a size. UNREADABLE: no two numbers; NOT_OFFERED: not a preset."""

    UNREADABLE = "unreadable"
    NOT_OFFERED = "not-offered"
    NOT_A_MULTIPLE = "not-a-multiple"
    EDGE_TOO_LONG = "edge-too-long"
    TOO_NARROW = "too-narrow"
    TOO_FEW_PIXELS = "too-few-pixels"
    TOO_MANY_PIXELS = "too-many-pixels"


@dataclass(frozen=True, slots=True)
class FreeSizes:
    """The rules for any size: multiples of `step`, sides at most `ratio` to 1, limits in pixels.

    A limit of 0 is none. Above `trial` (wide, high) the maker calls it experimental.
    """

    step: int = 1
    ratio: float = 0.0
    edge: int = 0
    pixels_min: int = 0
    pixels_max: int = 0
    trial: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class SizeCheck:
    """A size as it was typed, what is wrong with it, and the nearest one that would do."""

    width: int = 0
    height: int = 0
    faults: tuple[SizeFault, ...] = ()
    is_trial: bool = False
    nearest: str = ""

    @property
    def is_good(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class SizeRules:
    """`presets` are offered as shapes ("1536x1024"), `words` as they stand ("auto", "2K").

    `free` is None where nothing but presets and words is taken.
    """

    presets: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    free: FreeSizes | None = None

    def check(self, text: str) -> SizeCheck:
        """Judge what was typed, as "1536x864" or "1536 × 864"; empty is the model's choice."""
        if not text.strip() or text.strip() in self.words:
            return SizeCheck()
        pair = pair_of(text)
        if pair is None:
            return SizeCheck(faults=(SizeFault.UNREADABLE,))
        if f"{pair[0]}x{pair[1]}" in self.presets:
            return SizeCheck(*pair)
        if self.free is None:
            near = _nearest_preset(pair, self.presets)
            return SizeCheck(*pair, (SizeFault.NOT_OFFERED,), nearest=near)
        faults = tuple(_faults(*pair, self.free))
        near = "" if not faults else "{}x{}".format(*nearest(*pair, self.free))
        return SizeCheck(*pair, faults, _is_trial(*pair, self.free), near)


def pair_of(size: str) -> tuple[int, int] | None:
    """Width and height of "1536x1024"; None for words."""
    found = _PAIR.match(size)
    if found is None:
        return None
    width, height = int(found[1]), int(found[2])
    return (width, height) if width and height else None


def shape_of(size: str) -> tuple[int, int] | None:
    """Its sides to each other in whole numbers: (3, 2) for "1536x1024"."""
    pair = pair_of(size)
    if pair is None:
        return None
    common = math.gcd(*pair)
    return pair[0] // common, pair[1] // common


def nearest(width: int, height: int, rules: FreeSizes) -> tuple[int, int]:
    """The size that fits and looks most like this one."""
    wide, high = float(max(1, width)), float(max(1, height))
    if rules.ratio:
        wide, high = max(wide, high / rules.ratio), max(high, wide / rules.ratio)
    area = wide * high
    scale = 1.0
    if rules.pixels_min and area < rules.pixels_min:
        scale = math.sqrt(rules.pixels_min / area)
    if rules.pixels_max and area > rules.pixels_max:
        scale = math.sqrt(rules.pixels_max / area)
    if rules.edge:
        scale = min(scale, rules.edge / max(wide, high))
    return _snapped(wide * scale, high * scale, rules)


def _snapped(wide: float, high: float, rules: FreeSizes) -> tuple[int, int]:
    """The multiples around it that break no rule; of those the closest."""
    step = max(1, rules.step)
    near = [
        (column * step, row * step)
        for column in _around(wide / step)
        for row in _around(high / step)
    ]
    good = [pair for pair in near if not any(_faults(*pair, rules))]
    return min(good or near, key=lambda pair: abs(pair[0] - wide) + abs(pair[1] - high))


def _around(value: float) -> range:
    middle = round(value)
    return range(max(1, middle - 3), middle + 4)


def _faults(width: int, height: int, rules: FreeSizes) -> Iterator[SizeFault]:
    if width % max(1, rules.step) or height % max(1, rules.step):
        yield SizeFault.NOT_A_MULTIPLE
    if rules.edge and max(width, height) > rules.edge:
        yield SizeFault.EDGE_TOO_LONG
    if rules.ratio and max(width, height) > rules.ratio * min(width, height):
        yield SizeFault.TOO_NARROW
    if rules.pixels_min and width * height < rules.pixels_min:
        yield SizeFault.TOO_FEW_PIXELS
    if rules.pixels_max and width * height > rules.pixels_max:
        yield SizeFault.TOO_MANY_PIXELS


def _is_trial(width: int, height: int, rules: FreeSizes) -> bool:
    """Larger than the largest tried one, lying or standing."""
    wide, high = max(rules.trial), min(rules.trial)
    return bool(wide) and (max(width, height) > wide or min(width, height) > high)


def _nearest_preset(pair: tuple[int, int], presets: tuple[str, ...]) -> str:
    def distance(preset: str) -> float:
        other = pair_of(preset)
        if other is None:
            return math.inf
        turn = abs(math.log(pair[0] / pair[1]) - math.log(other[0] / other[1]))
        return turn * 4 + abs(math.log(pair[0] * pair[1]) - math.log(other[0] * other[1]))

    return min((one for one in presets if pair_of(one)), key=distance, default="")
