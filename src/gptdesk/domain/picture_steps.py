"""What can be done to the shape of a picture on this computer, and where each pixel goes.

A step knows the size that comes out and where a point of the outcome was before; with that,
picture, mask and notes are all changed alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin
from typing import TypeAlias

Size: TypeAlias = tuple[int, int]
Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placement:
    """The size of the outcome, and x and y of before as `a·x + b·y + c` and `d·x + e·y + f`."""

    size: Size
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    def before(self, point: Point) -> Point:
        x, y = point
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def after(self, point: Point) -> Point:
        """Where a point of before is in the outcome."""
        x, y = point[0] - self.c, point[1] - self.f
        area = self.a * self.e - self.b * self.d
        return (self.e * x - self.b * y) / area, (self.a * y - self.d * x) / area

    @property
    def is_whole(self) -> bool:
        """Whether pixels only move and none is mixed from others."""
        return {abs(self.a), abs(self.b), abs(self.d), abs(self.e)} <= {0.0, 1.0} and all(
            part == int(part) for part in (self.c, self.f)
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """Keep what lies in this rectangle; where it reaches beyond the picture, new area comes."""

    x: int
    y: int
    width: int
    height: int

    def placement(self, size: Size) -> Placement:
        return Placement((self.width, self.height), c=self.x, f=self.y)

    def is_larger_than(self, size: Size) -> bool:
        inside = self.x >= 0 and self.y >= 0
        return not (inside and self.x + self.width <= size[0] and self.y + self.height <= size[1])


@dataclass(frozen=True, slots=True)
class QuarterTurn:
    """Turn to the right by 90 degrees, or to the left."""

    to_right: bool = True

    def placement(self, size: Size) -> Placement:
        width, height = size
        if self.to_right:
            return Placement((height, width), a=0, b=1, c=0, d=-1, e=0, f=height)
        return Placement((height, width), a=0, b=-1, c=width, d=1, e=0, f=0)


@dataclass(frozen=True, slots=True)
class Flip:
    """Left and right change places, or above and below."""

    is_sideways: bool = True

    def placement(self, size: Size) -> Placement:
        if self.is_sideways:
            return Placement(size, a=-1, c=size[0])
        return Placement(size, e=-1, f=size[1])


@dataclass(frozen=True, slots=True)
class Rotate:
    """Turn clockwise by any angle, about the middle.

    Without `keeps_corners` the largest picture of the same proportions is cut out, so that there
    is no empty place in it; with them the picture grows.
    """

    degrees: float
    keeps_corners: bool = False

    def placement(self, size: Size) -> Placement:
        cosine, sine = cos(radians(self.degrees)), sin(radians(self.degrees))
        width, height = self._size(size, abs(cosine), abs(sine))
        x, y = width / 2, height / 2
        return Placement(
            (width, height),
            a=cosine,
            b=sine,
            c=size[0] / 2 - cosine * x - sine * y,
            d=-sine,
            e=cosine,
            f=size[1] / 2 + sine * x - cosine * y,
        )

    def _size(self, size: Size, cosine: float, sine: float) -> Size:
        width, height = size
        across, down = width * cosine + height * sine, width * sine + height * cosine
        if self.keeps_corners:
            return max(1, round(across)), max(1, round(down))
        share = min(width / across, height / down)
        return max(1, int(width * share + 1e-6)), max(1, int(height * share + 1e-6))


@dataclass(frozen=True, slots=True)
class Scale:
    """To exactly this size."""

    width: int
    height: int

    def placement(self, size: Size) -> Placement:
        return Placement((self.width, self.height), a=size[0] / self.width, e=size[1] / self.height)


Step: TypeAlias = Frame | QuarterTurn | Flip | Rotate | Scale


def size_after(size: Size, steps: Sequence[Step]) -> Size:
    for step in steps:
        size = step.placement(size).size
    return size


def leaves_gaps(step: Step, size: Size) -> bool:
    """Whether there is area in the outcome where nothing of the picture is."""
    if isinstance(step, Frame):
        return step.is_larger_than(size)
    return isinstance(step, Rotate) and step.keeps_corners and step.degrees % 90 != 0


def stretch(placement: Placement) -> float:
    """How many pixels of before one pixel of the outcome spans."""
    return max(hypot(placement.a, placement.d), hypot(placement.b, placement.e))
