"""How any picture is brought within what an image model takes: size, shape and bytes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from typing import TypeAlias

from gptdesk.domain.picture_steps import Frame, Scale, Size, Step

MARGIN = 0.95
"""The bytes of a PNG do not shrink exactly with its pixels; a little less is tried each time."""


@dataclass(frozen=True, slots=True)
class FitLimits:
    """What a model takes. None means that it does not say.

    `sizes` are the only ones it takes, if there are any. `multiple` is what both edges must be
    multiples of, `widest` how many times longer one edge may be than the other.
    """

    most_pixels: int | None = None
    fewest_pixels: int | None = None
    longest_edge: int | None = None
    multiple: int = 1
    is_square: bool = False
    widest: float | None = None
    sizes: tuple[Size, ...] = ()
    most_bytes: int | None = None


class Fault:
    """Names of what keeps a picture from being taken as it is."""

    TOO_LARGE = "too-large"
    TOO_SMALL = "too-small"
    NOT_SQUARE = "not-square"
    TOO_WIDE = "too-wide"
    NOT_A_MULTIPLE = "not-a-multiple"
    OTHER_SIZE = "other-size"


Faults: TypeAlias = tuple[str, ...]


def faults(size: Size, limits: FitLimits) -> Faults:
    """Everything that is wrong with this size; nothing if it is taken as it is."""
    if limits.sizes:
        return () if size in limits.sizes else (Fault.OTHER_SIZE,)
    width, height = size
    pixels, longer = width * height, max(size)
    wrong = {
        Fault.TOO_LARGE: _is_over(pixels, limits.most_pixels)
        or _is_over(longer, limits.longest_edge),
        Fault.TOO_SMALL: limits.fewest_pixels is not None and pixels < limits.fewest_pixels,
        Fault.NOT_SQUARE: limits.is_square and width != height,
        Fault.TOO_WIDE: _is_over(longer / min(size), limits.widest),
        Fault.NOT_A_MULTIPLE: width % limits.multiple != 0 or height % limits.multiple != 0,
    }
    return tuple(name for name, holds in wrong.items() if holds)


def fitted_size(size: Size, limits: FitLimits) -> Size:
    """The size to end with, as near to this one as the limits allow."""
    if not faults(size, limits):
        return size
    if limits.sizes:
        return _nearest(size, limits.sizes)
    width, height = _shape(size, limits)
    factor = _factor(width, height, limits)
    return _searched((width * factor, height * factor), limits.multiple, limits)


def fitting_steps(size: Size, limits: FitLimits, *, extends: bool = False) -> tuple[Step, ...]:
    """Cut (or with `extends` enlarge) to the proportions, then scale; nothing if it fits."""
    target = fitted_size(size, limits)
    if target == size:
        return ()
    framed = _extended(size, target) if extends else _cut(size, target)
    steps: list[Step] = []
    if framed != size:
        x, y = (size[0] - framed[0]) // 2, (size[1] - framed[1]) // 2
        steps.append(Frame(x, y, *framed))
    if framed != target:
        steps.append(Scale(*target))
    return tuple(steps)


def lighter_size(size: Size, written: int, limits: FitLimits) -> Size | None:
    """What to try when the file had too many bytes; None if no smaller picture is allowed."""
    assert limits.most_bytes is not None
    if limits.sizes:
        smaller = [one for one in limits.sizes if one[0] * one[1] < size[0] * size[1]]
        return max(smaller, key=lambda one: one[0] * one[1], default=None)
    factor = min(MARGIN, sqrt(limits.most_bytes / written) * MARGIN)
    grid = limits.multiple
    width, height = (max(grid, int(side * factor) // grid * grid) for side in size)
    if (width, height) == size or faults((width, height), limits):
        return None
    return width, height


def _is_over(value: float, most: float | None) -> bool:
    return most is not None and value > most


def _shape(size: Size, limits: FitLimits) -> tuple[float, float]:
    """The proportions that are allowed, cut out of these."""
    width, height = size
    widest = 1.0 if limits.is_square else limits.widest
    if widest is None:
        return width, height
    return min(width, height * widest), min(height, width * widest)


def _factor(width: float, height: float, limits: FitLimits) -> float:
    factor = 1.0
    if limits.fewest_pixels is not None:
        factor = max(factor, sqrt(limits.fewest_pixels / (width * height)))
    if limits.most_pixels is not None:
        factor = min(factor, sqrt(limits.most_pixels / (width * height)))
    if limits.longest_edge is not None:
        factor = min(factor, limits.longest_edge / max(width, height))
    return factor


def _on_grid(exact: tuple[float, float], grid: int, limits: FitLimits) -> Size:
    width, height = (max(grid, int(side / grid + 1e-9) * grid) for side in exact)
    return (min(width, height),) * 2 if limits.is_square else (width, height)


def _searched(exact: tuple[float, float], grid: int, limits: FitLimits) -> Size:
    """The nearest size on the grid that is right; the plain one if there is none."""
    width, height = exact
    candidates = []
    for x in _steps(width, grid):
        for y in (x,) if limits.is_square else _steps(height, grid):
            if not faults((x, y), limits):
                candidates.append((abs(x - width) + abs(y - height), x, y))
    if not candidates:
        return _on_grid(exact, grid, limits)
    return min(candidates)[1:]


def _steps(side: float, grid: int) -> range:
    middle = ceil(side / grid)
    return range(max(1, middle - 8) * grid, (middle + 9) * grid, grid)


def _nearest(size: Size, sizes: tuple[Size, ...]) -> Size:
    """Proportions first: what is scaled looks better than what is cut off."""
    width, height = size

    def loss(one: Size) -> tuple[float, int]:
        ratio = (one[0] / one[1]) / (width / height)
        return round(max(ratio, 1 / ratio), 2), abs(one[0] * one[1] - width * height)

    return min(sizes, key=loss)


def _cut(size: Size, target: Size) -> Size:
    """The largest part with the proportions of the target; a pixel more or less is let be."""
    width, height = size
    cut = (
        max(1, min(width, round(height * target[0] / target[1]))),
        max(1, min(height, round(width * target[1] / target[0]))),
    )
    return _unless_alike(size, cut)


def _extended(size: Size, target: Size) -> Size:
    width, height = size
    grown = (
        max(width, round(height * target[0] / target[1])),
        max(height, round(width * target[1] / target[0])),
    )
    return _unless_alike(size, grown)


def _unless_alike(size: Size, other: Size) -> Size:
    """Less than one in a hundred is scaled rather than cut."""
    is_alike = all(abs(a - b) <= max(1, a // 100) for a, b in zip(size, other, strict=True))
    return size if is_alike else other
