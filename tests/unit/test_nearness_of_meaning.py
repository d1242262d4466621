"""Texts of the same meaning lie near each other, and a map shows it."""

from __future__ import annotations

from math import dist, sqrt

import pytest

from gptdesk.domain.embeddings import flat_map, similarities, similarity


def test_the_same_direction_is_one_and_nothing_in_common_is_none() -> None:
    assert similarity((1.0, 2.0), (2.0, 4.0)) == pytest.approx(1.0)
    assert similarity((1.0, 0.0), (0.0, 3.0)) == 0.0
    assert similarity((1.0, 0.0), (-2.0, 0.0)) == -1.0
    assert similarity((0.0, 0.0), (1.0, 0.0)) == 0.0


def test_each_is_measured_with_each_and_both_ways_alike() -> None:
    rows = similarities([(1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
    assert rows[0][1] == rows[1][0] == pytest.approx(1 / sqrt(2))
    assert [rows[n][n] for n in range(3)] == pytest.approx([1.0, 1.0, 1.0])


def test_the_map_keeps_distances_of_what_is_flat_already() -> None:
    """A triangle in a plane of five dimensions is drawn as it is, but for its size."""
    corners = [(0.0, 0.0), (4.0, 0.0), (0.0, 3.0)]
    vectors = [(x, 1.0, y, x, 7.0) for x, y in corners]
    points = flat_map(vectors)
    sides = [dist(vectors[a], vectors[b]) for a, b in ((0, 1), (0, 2), (1, 2))]
    drawn = [dist(points[a], points[b]) for a, b in ((0, 1), (0, 2), (1, 2))]
    assert [d / drawn[0] for d in drawn] == pytest.approx([s / sides[0] for s in sides])


def test_groups_stay_groups_on_the_map() -> None:
    near = [(1.0, 0.1 * n, 0.0, 0.0) for n in range(3)]
    far = [(0.0, 0.0, 1.0, 0.1 * n) for n in range(3)]
    points = flat_map([*near, *far])
    within = max(dist(points[a], points[b]) for a in range(3) for b in range(3))
    between = min(dist(points[a], points[b]) for a in range(3) for b in range(3, 6))
    assert between > 3 * within
    assert all(abs(x) <= 1 and abs(y) <= 1 for x, y in points)


@pytest.mark.parametrize("vectors", [[], [(1.0, 2.0)], [(1.0, 2.0)] * 3])
def test_a_map_of_nothing_or_of_the_same_is_no_failure(vectors) -> None:
    assert flat_map(vectors) == ((0.0, 0.0),) * len(vectors)


def test_the_map_is_the_same_each_time() -> None:
    vectors = [(float(n % 3), float(n % 5), float(n)) for n in range(9)]
    assert flat_map(vectors) == flat_map(vectors)
