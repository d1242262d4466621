"""Which pixels the strokes of a mask cover, row by row.

A pixel is covered when its middle lies in the shape: no rounding by a drawing library, and no
difference between screens. Everything is said in pixels of the picture.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, hypot, inf, sqrt
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Span: TypeAlias = tuple[int, int, int, int]
"""Row, first column, the column after the last, and how strongly they are covered (1 to 255)."""

FULL = 255
MOST_RINGS = 16
"""Into how many steps a soft edge is divided at most."""


@dataclass(frozen=True, slots=True)
class Brush:
    """A round brush: covers fully up to `core`, then ever less up to `radius`."""

    radius: float
    core: float

    @classmethod
    def of(cls, diameter: float, feather: float) -> Brush:
        """`feather` is how wide the soft edge is; it lies inside the diameter."""
        radius = max(0.5, diameter / 2)
        return cls(radius, max(0.0, radius - max(0.0, feather)))

    def rings(self) -> Iterator[tuple[float, int]]:
        """Radius and strength, from the outside to the core."""
        soft = self.radius - self.core
        count = min(MOST_RINGS, ceil(soft))
        for ring in range(count):
            yield self.radius - soft * ring / count, round(FULL * (ring + 1) / (count + 1))
        if self.core > 0 or not count:
            yield self.core if count else self.radius, FULL


def stroke(start: Point, end: Point, brush: Brush, *, continued: bool = False) -> Iterator[Span]:
    """All that a brush covers on its straight way from one point to another.

    With `continued` what it covers at the start is left out: it has been there.
    """
    for radius, strength in brush.rings():
        for row, first, after in _capsule(start, end, radius):
            reach = _half_chord(row, start, radius) if continued else -1.0
            if reach < 0:
                yield row, first, after, strength
                continue
            left, right = ceil(start[0] - reach - 0.5), floor(start[0] + reach - 0.5) + 1
            if first < left:
                yield row, first, left, strength
            if right < after:
                yield row, right, after, strength


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Fewer points for nearly the same line: none of those left out is further away than that."""
    if len(points) < 3:
        return list(points)
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = hypot(x2 - x1, y2 - y1)
    furthest, where = 0.0, 0
    for number, (x, y) in enumerate(points[1:-1], start=1):
        if length:
            away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
            beyond = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length
            away = max(away, -beyond, beyond - length)
        else:
            away = hypot(x - x1, y - y1)
        if away > furthest:
            furthest, where = away, number
    if furthest <= tolerance:
        return [points[0], points[-1]]
    before = simplified(points[: where + 1], tolerance)
    return before[:-1] + simplified(points[where:], tolerance)


def polygon(points: Sequence[Point]) -> Iterator[Span]:
    """What lies inside a closed line; where it crosses itself, every second field is outside."""
    edges = _edges(points)
    if not edges:
        return
    starts = [edge[0] for edge in edges]
    active: list[tuple[float, float, float, float]] = []
    top, bottom = ceil(starts[0] - 0.5), floor(max(edge[1] for edge in edges) - 0.5)
    taken = 0
    for row in range(top, bottom + 1):
        middle = row + 0.5
        until = bisect_left(starts, middle + 1e-12, taken)
        active = [edge for edge in (*active, *edges[taken:until]) if edge[1] > middle]
        taken = until
        crossings = sorted(x + (middle - y) * slope for y, _end, x, slope in active)
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            first, after = ceil(left - 0.5), ceil(right - 0.5)
            if first < after:
                yield row, first, after, FULL


def soft_polygon(points: Sequence[Point], feather: float) -> Iterator[Span]:
    """A closed shape whose edge fades away outside of it."""
    yield from polygon(points)
    yield from soft_edge(points, feather)


def soft_edge(points: Sequence[Point], feather: float) -> Iterator[Span]:
    """What fades away along the edge of a closed shape, to both sides."""
    if feather > 0 and points:
        brush = Brush(feather, 0.0)
        for start, end in pairwise((*points, points[0])):
            yield from stroke(start, end, brush)


def rectangle(start: Point, end: Point) -> tuple[Point, ...]:
    """The corners of the rectangle between two opposite ones."""
    (x1, y1), (x2, y2) = start, end
    return (x1, y1), (x2, y1), (x2, y2), (x1, y2)


def _edges(points: Sequence[Point]) -> list[tuple[float, float, float, float]]:
    """Top, bottom, x at the top, and x for each row further; sorted by their tops."""
    found = []
    for (x1, y1), (x2, y2) in pairwise((*points, *points[:1])):
        if y1 > y2:
            x1, y1, x2, y2 = x2, y2, x1, y1
        if y2 - y1 > 1e-9:
            found.append((y1, y2, x1, (x2 - x1) / (y2 - y1)))
    return sorted(found)


def _capsule(start: Point, end: Point, radius: float) -> Iterator[tuple[int, int, int]]:
    """The pixels whose middle is no further than `radius` from the line."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1)
    sides = _long_sides(start, end, length, radius) if length else ()
    ends = ((x1, y1), (x2, y2)) if length else ((x1, y1),)
    square = radius * radius
    for row in range(ceil(min(y1, y2) - radius - 0.5), floor(max(y1, y2) + radius - 0.5) + 1):
        middle = row + 0.5
        lowest, highest = inf, -inf
        for x, y in ends:
            rest = square - (middle - y) ** 2
            if rest >= 0:
                half = sqrt(rest)
                lowest, highest = min(lowest, x - half), max(highest, x + half)
        for top, bottom, x, slope in sides:
            if top <= middle <= bottom:
                at = x + (middle - top) * slope
                lowest, highest = min(lowest, at), max(highest, at)
        if lowest <= highest:
            first, after = ceil(lowest - 0.5), floor(highest - 0.5) + 1
            if first < after:
                yield row, first, after


def _half_chord(row: int, middle: Point, radius: float) -> float:
    """How far a circle reaches to both sides in a row; less than nothing if it does not."""
    rest = radius * radius - (row + 0.5 - middle[1]) ** 2
    return sqrt(rest) if rest >= 0 else -1.0


def _long_sides(
    start: Point, end: Point, length: float, radius: float
) -> list[tuple[float, float, float, float]]:
    (x1, y1), (x2, y2) = start, end
    across = ((y1 - y2) / length * radius, (x2 - x1) / length * radius)
    sides = []
    for sign in (1, -1):
        dx, dy = sign * across[0], sign * across[1]
        sides += _edges(((x1 + dx, y1 + dy), (x2 + dx, y2 + dy)))[:1]
    return sides
