"""Painting, rubbing out, inverting and taking back, and the file that is sent."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gptdesk.domain.mask import FULL_TILE, Mask, MaskChange, Snapshot
from gptdesk.domain.mask_png import mask_png
from gptdesk.domain.mask_shapes import Brush, polygon, rectangle, stroke
from gptdesk.domain.picture_files import png_chunks

ODD = 521, 303
spot = st.tuples(st.floats(-30, 560), st.floats(-30, 340))
action = st.one_of(
    st.tuples(st.just("stroke"), spot, spot, st.floats(1, 90), st.floats(0, 30)),
    st.tuples(st.just("erase"), spot, spot, st.floats(1, 90), st.floats(0, 30)),
    st.tuples(st.just("invert")),
    st.tuples(st.just("clear")),
)


def act(mask: Mask, what: tuple[object, ...]) -> MaskChange | None:
    match what:
        case ("invert",):
            mask.invert()
        case ("clear",):
            mask.clear()
        case (kind, start, end, diameter, feather):
            brush = Brush.of(diameter, feather)  # type: ignore[arg-type]
            mask.cover(stroke(start, end, brush), erase=kind == "erase")  # type: ignore[arg-type]
    return mask.finish()


def rows(mask: Mask) -> list[bytes]:
    snapshot = mask.snapshot()
    return [snapshot.row(y) for y in range(mask.height)]


@settings(max_examples=40, deadline=None)
@given(st.lists(action, max_size=8))
def test_every_step_can_be_taken_back_and_done_again(actions: list[tuple[object, ...]]) -> None:
    mask = Mask(*ODD)
    states, changes = [rows(mask)], []
    for what in actions:
        change = act(mask, what)
        if change is None:
            assert rows(mask) == states[-1]
        else:
            changes.append(change)
            states.append(rows(mask))
    forward = []
    for change, state in zip(reversed(changes), reversed(states[:-1]), strict=True):
        forward.append(mask.put_back(change))
        assert rows(mask) == state
    for change, state in zip(reversed(forward), states[1:], strict=True):
        mask.put_back(change)
        assert rows(mask) == state


@settings(max_examples=40, deadline=None)
@given(st.lists(action, max_size=8))
def test_the_painted_part_is_what_a_count_of_all_pixels_gives(
    actions: list[tuple[object, ...]],
) -> None:
    mask = Mask(*ODD)
    for what in actions:
        act(mask, what)
    count = sum(len(row) - row.count(0) for row in rows(mask))
    assert mask.painted == count / (ODD[0] * ODD[1])
    assert mask.is_empty == (count == 0)


def test_inverting_paints_exactly_the_rest() -> None:
    mask = Mask(*ODD)
    act(mask, ("stroke", (100.0, 100.0), (300.0, 200.0), 70.0, 12.0))
    before = rows(mask)
    act(mask, ("invert",))
    assert [bytes(255 - value for value in row) for row in before] == rows(mask)


def test_strokes_over_each_other_do_not_add_up() -> None:
    once, twice = Mask(*ODD), Mask(*ODD)
    soft = ("stroke", (50.0, 50.0), (90.0, 80.0), 40.0, 20.0)
    act(once, soft)
    act(twice, soft)
    assert act(twice, soft) is None
    assert rows(once) == rows(twice)


def test_a_full_picture_takes_no_memory_for_its_inner_tiles() -> None:
    mask = Mask(1024, 1024)
    mask.cover(polygon(rectangle((0, 0), (1024, 1024))))
    change = mask.finish()
    assert change is not None and change.weight < 5_000
    assert all(tile is FULL_TILE for tile in mask.snapshot().tiles.values())


@settings(max_examples=60, deadline=None)
@given(spot, spot, spot, spot)
def test_filling_a_rectangle_is_the_same_as_painting_it(
    start: tuple[float, float],
    end: tuple[float, float],
    first: tuple[float, float],
    last: tuple[float, float],
) -> None:
    filled, covered = Mask(*ODD), Mask(*ODD)
    for mask in (filled, covered):
        mask.cover(stroke(first, last, Brush.of(40, 10)))
    for _ in filled.fill(start, end):
        pass
    covered.cover(polygon(rectangle(start, end)))
    change = filled.finish()
    covered.finish()
    assert rows(filled) == rows(covered)
    if change is not None:
        filled.put_back(change)
    assert filled.is_empty


def test_an_abandoned_stroke_leaves_nothing() -> None:
    mask = Mask(*ODD)
    act(mask, ("stroke", (50.0, 50.0), (90.0, 80.0), 40.0, 0.0))
    before = rows(mask)
    mask.cover(stroke((0, 0), (500, 300), Brush.of(50, 5)))
    mask.abandon()
    assert rows(mask) == before
    assert mask.finish() is None


def test_a_snapshot_stays_as_it_was() -> None:
    mask = Mask(*ODD)
    snapshot = mask.snapshot()
    act(mask, ("invert",))
    assert snapshot.row(7) == bytes(ODD[0])


# The file


def alphas(png: bytes) -> tuple[int, int, list[bytes]]:
    """Size and opacity of each row, read without our own code for writing."""
    chunks = dict[bytes, bytes]()
    for name, whole in png_chunks(png):
        assert zlib.crc32(whole[4:-4]) == int.from_bytes(whole[-4:], "big")
        chunks[name] = chunks.get(name, b"") + whole[8:-4]
    width, height, depth, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, colours) == (8, 6)
    data = zlib.decompress(chunks[b"IDAT"])
    line = 4 * width
    assert len(data) == (line + 1) * height
    above, found = bytes(line), []
    for y in range(height):
        kind, row = data[y * (line + 1)], data[y * (line + 1) + 1 : (y + 1) * (line + 1)]
        if kind == 2:
            row = bytes((a + b) & 255 for a, b in zip(row, above, strict=True))
        assert kind in (0, 2)
        found.append(row[3::4])
        above = row
    return width, height, found


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (257, 255), (256, 512), ODD])
def test_the_file_is_transparent_exactly_where_it_is_painted(size: tuple[int, int]) -> None:
    mask = Mask(*size)
    mask.cover(stroke((0, 0), (size[0] * 0.7, size[1] * 0.6), Brush.of(40, 15)))
    mask.finish()
    width, height, opaque = alphas(mask_png(mask.snapshot()))
    assert (width, height) == size
    assert opaque == [bytes(255 - value for value in row) for row in rows(mask)]


def test_the_file_can_have_the_size_of_the_picture_that_is_sent() -> None:
    mask = Mask(*ODD)
    act(mask, ("stroke", (100.0, 100.0), (300.0, 200.0), 70.0, 0.0))
    width, height, opaque = alphas(mask_png(mask.snapshot(), (160, 97)))
    assert (width, height) == (160, 97)
    source = rows(mask)
    for y in range(97):
        for x in range(160):
            column, row = int((x + 0.5) * 521 / 160), int((y + 0.5) * 303 / 97)
            assert opaque[y][x] == 255 - source[row][column]


def test_a_mask_for_fifty_megapixels_stays_far_below_four_megabytes() -> None:
    mask = Mask(8660, 5774)
    mask.cover(stroke((2000, 1500), (6000, 4000), Brush.of(900, 200)))
    mask.finish()
    assert len(mask_png(mask.snapshot())) < 1_000_000


def test_one_column_can_be_made_of_many() -> None:
    assert alphas(mask_png(Snapshot(9, 9, {}), (1, 1)))[2] == [b"\xff"]
