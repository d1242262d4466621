"""What a brush, a rectangle and a lasso cover, held against looking at each pixel by itself."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.mask import Mask
from gptdesk.domain.mask_shapes import (
    Brush,
    Point,
    polygon,
    rectangle,
    simplified,
    soft_polygon,
    stroke,
)

SIZE = 61, 43
coordinate = st.floats(-20, 80, allow_nan=False).map(lambda value: round(value, 3))
point = st.tuples(coordinate, coordinate)
NARROW = 1e-6
"""Pixels whose middle lies on the very edge may fall to either side."""


def painted(mask: Mask) -> dict[tuple[int, int], int]:
    mask.finish()
    snapshot = mask.snapshot()
    rows = enumerate(snapshot.row(y) for y in range(mask.height))
    return {(x, y): value for y, row in rows for x, value in enumerate(row) if value}


def distance(spot: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = spot, start, end
    square = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


@given(point, point, st.floats(1, 40))
def test_a_hard_stroke_covers_exactly_what_is_no_further_than_its_radius(
    start: Point, end: Point, diameter: float
) -> None:
    mask = Mask(*SIZE)
    mask.cover(stroke(start, end, Brush.of(diameter, 0)))
    found = painted(mask)
    assert set(found.values()) <= {255}
    for x in range(SIZE[0]):
        for y in range(SIZE[1]):
            away = distance((x + 0.5, y + 0.5), start, end) - diameter / 2
            if abs(away) > NARROW:
                assert ((x, y) in found) == (away < 0)


@given(point, point, st.floats(4, 40), st.floats(1, 20))
def test_a_soft_stroke_fades_from_its_core_to_its_edge(
    start: Point, end: Point, diameter: float, feather: float
) -> None:
    mask = Mask(*SIZE)
    brush = Brush.of(diameter, feather)
    mask.cover(stroke(start, end, brush))
    found = painted(mask)
    by_distance = sorted(
        (distance((x + 0.5, y + 0.5), start, end), found.get((x, y), 0))
        for x in range(SIZE[0])
        for y in range(SIZE[1])
    )
    for away, value in by_distance:
        if away < brush.core - NARROW:
            assert value == 255
        elif away > brush.radius + NARROW:
            assert value == 0
    assert all(
        later <= earlier or abs(near - far) < NARROW
        for (near, earlier), (far, later) in pairwise(by_distance)
    )


@given(st.lists(point, min_size=2, max_size=5), st.floats(1, 40), st.floats(0, 20))
def test_going_on_from_where_the_brush_has_been_covers_the_same(
    points: list[Point], diameter: float, feather: float
) -> None:
    brush = Brush.of(diameter, feather)
    whole, on = Mask(*SIZE), Mask(*SIZE)
    on.cover(stroke(points[0], points[0], brush))
    for start, end in pairwise(points):
        whole.cover(stroke(start, end, brush))
        on.cover(stroke(start, end, brush, continued=True))
    assert painted(whole) == painted(on)


@given(st.lists(point, min_size=1, max_size=30), st.floats(0.1, 10))
def test_a_simplified_line_is_never_further_off_than_allowed(
    points: list[Point], tolerance: float
) -> None:
    line = simplified(points, tolerance)
    assert (line[0], line[-1]) == (points[0], points[-1])
    assert set(line) <= set(points)
    pieces = list(pairwise(line)) or [(line[0], line[0])]
    for each in points:
        assert min(distance(each, *piece) for piece in pieces) <= tolerance * 1.5


def test_a_straight_line_keeps_its_ends_only() -> None:
    points = [(float(x), 2.0 * x) for x in range(50)]
    assert simplified(points, 0.01) == [points[0], points[-1]]


@given(point, point)
def test_a_rectangle_covers_the_pixels_whose_middle_lies_in_it(start: Point, end: Point) -> None:
    mask = Mask(*SIZE)
    mask.cover(polygon(rectangle(start, end)))
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    assert set(painted(mask)) == {
        (x, y)
        for x in range(SIZE[0])
        for y in range(SIZE[1])
        if left <= x + 0.5 < right and top <= y + 0.5 < bottom
    }


@given(st.lists(point, min_size=3, max_size=12))
def test_a_lasso_covers_what_is_inside_an_odd_number_of_times(points: list[Point]) -> None:
    mask = Mask(*SIZE)
    mask.cover(polygon(points))
    found = painted(mask)
    edges = list(zip(points, (*points[1:], points[0]), strict=True))
    for x in range(SIZE[0]):
        for y in range(SIZE[1]):
            spot = (x + 0.5, y + 0.5)
            if min(distance(spot, *edge) for edge in edges) > 1e-4:
                assert ((x, y) in found) == is_inside(spot, edges)


def is_inside(spot: Point, edges: list[tuple[Point, Point]]) -> bool:
    x, y = spot
    inside = False
    for (x1, y1), (x2, y2) in edges:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def test_a_feathered_lasso_is_full_inside_and_fades_outside() -> None:
    mask = Mask(*SIZE)
    mask.cover(soft_polygon(rectangle((20, 10), (40, 30)), 6))
    found = painted(mask)
    assert found[(30, 20)] == found[(20, 10)] == 255
    assert 0 < found[(16, 20)] < found[(18, 20)] < 255
    assert (13, 20) not in found


def test_nothing_is_covered_by_a_shape_without_area() -> None:
    assert list(polygon([])) == list(polygon([(1, 1), (5, 1)])) == []
