"""Cutting, turning and scaling as sums; and fitting any picture to a model's limits."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gptdesk.domain.picture_fitting import (
    Fault,
    FitLimits,
    faults,
    fitted_size,
    fitting_steps,
    lighter_size,
)
from gptdesk.domain.picture_steps import (
    Flip,
    Frame,
    QuarterTurn,
    Rotate,
    Scale,
    Size,
    Step,
    leaves_gaps,
    size_after,
    stretch,
)

sizes = st.tuples(st.integers(1, 9000), st.integers(1, 9000))
steps = st.one_of(
    st.builds(Frame, *[st.integers(-50, 50)] * 2, *[st.integers(1, 9000)] * 2),
    st.builds(QuarterTurn, st.booleans()),
    st.builds(Flip, st.booleans()),
    st.builds(Rotate, st.floats(-180, 180), st.booleans()),
    st.builds(Scale, *[st.integers(1, 4000)] * 2),
)
GPT_IMAGE_2 = FitLimits(
    most_pixels=8_294_400, fewest_pixels=655_360, longest_edge=3840, multiple=16, widest=3.0
)
DALL_E_2 = FitLimits(is_square=True, most_bytes=4_000_000)
FIXED = FitLimits(sizes=((1024, 1024), (1536, 1024), (1024, 1536)))


@given(sizes, steps, st.tuples(st.floats(-99, 9999), st.floats(-99, 9999)))
def test_a_point_comes_back_to_where_it_was(
    size: Size, step: Step, point: tuple[float, float]
) -> None:
    placement = step.placement(size)
    assert placement.before(placement.after(point)) == pytest.approx(point, abs=1e-3)


@given(sizes)
def test_four_quarter_turns_and_two_flips_change_nothing(size: Size) -> None:
    turned, point = size, (0.5, 0.5)
    for step in (QuarterTurn(),) * 4 + (Flip(), Flip(), Flip(False), Flip(False)):
        placement = step.placement(turned)
        assert placement.is_whole
        turned, point = placement.size, placement.after(point)
    assert turned == size and point == (0.5, 0.5)


def test_the_upper_left_pixel_goes_where_a_turn_brings_it() -> None:
    assert QuarterTurn().placement((30, 20)).after((0.5, 0.5)) == (19.5, 0.5)
    assert QuarterTurn(False).placement((30, 20)).after((0.5, 0.5)) == (0.5, 29.5)
    assert Flip().placement((30, 20)).after((0.5, 0.5)) == (29.5, 0.5)
    right = Rotate(90, True).placement((30, 20))
    assert right.size == (20, 30)
    assert right.after((0.5, 0.5)) == pytest.approx((19.5, 0.5))


@given(sizes, st.floats(-180, 180))
def test_a_rotated_picture_without_corners_has_no_empty_place(size: Size, degrees: float) -> None:
    placement = Rotate(degrees).placement(size)
    width, height = placement.size
    assume(width > 3 and height > 3)
    for corner in ((1, 1), (width - 1, 1), (1, height - 1), (width - 1, height - 1)):
        x, y = placement.before(corner)
        assert -0.01 <= x <= size[0] + 0.01 and -0.01 <= y <= size[1] + 0.01


@given(sizes, st.floats(-180, 180))
def test_a_rotated_picture_with_corners_loses_nothing(size: Size, degrees: float) -> None:
    placement = Rotate(degrees, keeps_corners=True).placement(size)
    for corner in ((0, 0), (size[0], 0), (0, size[1]), size):
        x, y = placement.after(corner)
        assert -0.51 <= x <= placement.size[0] + 0.51 and -0.51 <= y <= placement.size[1] + 0.51


def test_only_what_grows_leaves_gaps() -> None:
    assert leaves_gaps(Frame(-1, 0, 10, 10), (10, 10))
    assert not leaves_gaps(Frame(1, 1, 9, 9), (10, 10))
    assert leaves_gaps(Rotate(5, True), (10, 10))
    assert not leaves_gaps(Rotate(5), (10, 10))
    assert not leaves_gaps(Rotate(90, True), (10, 10))
    assert not leaves_gaps(Scale(50, 50), (10, 10))


def test_a_placement_knows_how_much_it_shrinks() -> None:
    assert stretch(Scale(100, 100).placement((400, 200))) == 4
    assert stretch(Rotate(30).placement((400, 200))) == pytest.approx(1)


# Fitting


@given(sizes, st.sampled_from([GPT_IMAGE_2, DALL_E_2, FIXED]), st.booleans())
def test_whatever_the_picture_it_fits_afterwards(
    size: Size, limits: FitLimits, extends: bool
) -> None:
    result = size_after(size, fitting_steps(size, limits, extends=extends))
    assert result == fitted_size(size, limits)
    assert faults(result, limits) == ()


@given(
    sizes,
    st.integers(1, 64),
    st.integers(300_000, 9_000_000),
    st.floats(1.5, 4),
    st.booleans(),
)
def test_any_reasonable_limits_are_kept(
    size: Size, multiple: int, most: int, widest: float, is_square: bool
) -> None:
    limits = FitLimits(most_pixels=most, multiple=multiple, widest=widest, is_square=is_square)
    assert faults(fitted_size(size, limits), limits) == ()


@given(st.tuples(st.integers(52, 120), st.integers(52, 120)))
def test_a_picture_that_fits_is_left_alone(sixteenths: Size) -> None:
    size = (sixteenths[0] * 16, sixteenths[1] * 16)
    assert faults(size, GPT_IMAGE_2) == ()
    assert fitting_steps(size, GPT_IMAGE_2) == ()


@given(sizes)
def test_a_picture_is_made_larger_only_where_the_model_asks_for_more(size: Size) -> None:
    fitted = fitted_size(size, DALL_E_2)
    assert fitted[0] <= size[0] and fitted[1] <= size[1]


@given(st.tuples(st.integers(900, 9000), st.integers(900, 9000)))
def test_the_proportions_stay_where_they_are_allowed(size: Size) -> None:
    assume(max(size) / min(size) < 2.9)
    fitted = fitted_size(size, GPT_IMAGE_2)
    assert fitted[0] / fitted[1] == pytest.approx(size[0] / size[1], rel=0.05)


@given(sizes)
def test_extending_cuts_nothing_off(size: Size) -> None:
    for step in fitting_steps(size, DALL_E_2, extends=True):
        if isinstance(step, Frame):
            assert step.x <= 0 and step.y <= 0
            assert step.width >= size[0] and step.height >= size[1]


def test_what_is_wrong_has_a_name() -> None:
    assert faults((4000, 100), GPT_IMAGE_2) == (
        Fault.TOO_LARGE,
        Fault.TOO_SMALL,
        Fault.TOO_WIDE,
        Fault.NOT_A_MULTIPLE,
    )
    assert faults((1000, 1001), DALL_E_2) == (Fault.NOT_SQUARE,)
    assert faults((1000, 1000), FIXED) == (Fault.OTHER_SIZE,)


def test_a_photo_of_fifty_megapixels_is_only_scaled() -> None:
    steps = fitting_steps((8660, 5774), GPT_IMAGE_2)
    assert steps == (Scale(3520, 2352),)


@given(st.tuples(st.integers(64, 5000), st.integers(64, 5000)), st.floats(1.01, 50))
def test_a_file_that_is_too_heavy_is_tried_smaller(size: Size, times: float) -> None:
    limits = FitLimits(multiple=16, most_bytes=1_000_000)
    smaller = lighter_size(size, round(1_000_000 * times), limits)
    if smaller is not None:
        assert smaller[0] * smaller[1] < size[0] * size[1]
        assert smaller[0] % 16 == smaller[1] % 16 == 0


def test_there_is_an_end_to_getting_smaller() -> None:
    limits = FitLimits(fewest_pixels=655_360, multiple=16, most_bytes=10)
    assert lighter_size((1024, 1024), 1_000_000, limits) is None
    assert lighter_size((1024, 1024), 5, FitLimits(sizes=((1024, 1024),), most_bytes=4)) is None
