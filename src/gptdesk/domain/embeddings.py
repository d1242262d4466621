"""Texts as lists of numbers: what is near in meaning lies near, so it can be measured and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from gptdesk.domain.connections import Endpoint

Vector = tuple[float, ...]
Point = tuple[float, float]
ROUNDS = 200
SMALL = 1e-12


@dataclass(frozen=True, slots=True)
class Embedded:
    """One vector for each text; `tokens` is what the service counted, None if it did not tell."""

    vectors: tuple[Vector, ...]
    tokens: int | None = None


class EmbeddingsProvider(Protocol):
    """Turns texts into vectors. Cancelling closes the connection."""

    async def embed(self, endpoint: Endpoint, model: str, texts: Sequence[str]) -> Embedded:
        """In the order of the texts. Raises a Problem."""
        ...


def similarity(one: Vector, other: Vector) -> float:
    """The cosine of the angle between them: 1 is the same direction, 0 has nothing in common."""
    length = sqrt(_dot(one, one) * _dot(other, other))
    return 0.0 if length < SMALL else max(-1.0, min(1.0, _dot(one, other) / length))


def similarities(vectors: Sequence[Vector]) -> tuple[tuple[float, ...], ...]:
    """Each with each."""
    rows = [[0.0] * len(vectors) for _ in vectors]
    for first in range(len(vectors)):
        for second in range(first, len(vectors)):
            found = similarity(vectors[first], vectors[second])
            rows[first][second] = rows[second][first] = found
    return tuple(map(tuple, rows))


def flat_map(vectors: Sequence[Vector]) -> tuple[Point, ...]:
    """A point for each vector on the plane that keeps most of their distances (PCA).

    Between -1 and 1. There are few texts with many numbers each, so the small matrix of their
    products is taken apart instead of the large one of their dimensions.
    """
    if not vectors:
        return ()
    products = _centred_products(vectors)
    axes = []
    for _axis in range(2):
        strength, direction = _strongest(products)
        axes.append([sqrt(max(0.0, strength)) * part for part in direction])
        products = _without(products, strength, direction)
    return _within_one(list(zip(axes[0], axes[1], strict=True)))


def _centred_products(vectors: Sequence[Vector]) -> list[list[float]]:
    """Products of each with each, after their middle was made the origin."""
    count = len(vectors)
    products = [[_dot(one, other) for other in vectors] for one in vectors]
    means = [sum(row) / count for row in products]
    middle = sum(means) / count
    return [
        [products[i][j] - means[i] - means[j] + middle for j in range(count)] for i in range(count)
    ]


def _strongest(matrix: Sequence[Sequence[float]]) -> tuple[float, list[float]]:
    """The largest eigenvalue and its direction, found by repeated multiplication."""
    count = len(matrix)
    # No special direction, and the same one each time: a map must not turn by itself
    direction = [1.0 + 0.37 * number - 0.011 * number * number for number in range(count)]
    strength = 0.0
    for _round in range(ROUNDS):
        product = [_dot(row, direction) for row in matrix]
        strength = sqrt(_dot(product, product))
        if strength < SMALL:
            return 0.0, [0.0] * count
        following = [part / strength for part in product]
        moved = max(abs(a - b) for a, b in zip(following, direction, strict=True))
        direction = following
        if moved < SMALL:
            break
    return strength, direction


def _without(
    matrix: Sequence[Sequence[float]], strength: float, direction: Sequence[float]
) -> list[list[float]]:
    return [
        [value - strength * direction[i] * direction[j] for j, value in enumerate(row)]
        for i, row in enumerate(matrix)
    ]


def _within_one(points: Sequence[Point]) -> tuple[Point, ...]:
    widest = max(max(abs(x), abs(y)) for x, y in points)
    if widest < 1e-6:
        return tuple((0.0, 0.0) for _ in points)
    return tuple((x / widest, y / widest) for x, y in points)


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
