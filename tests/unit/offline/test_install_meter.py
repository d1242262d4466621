"""How far, how fast: often enough to be alive, seldom enough to be read."""

from __future__ import annotations

import pytest

from gptdesk.offline.meter import Meter


class Watch:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def watch() -> Watch:
    return Watch()


def test_steps_that_follow_at_once_are_left_out(watch: Watch) -> None:
    meter = Meter("p", 1000, watch)
    assert meter.step("download", 0) is not None
    assert meter.step("download", 10) is None
    watch.time += 0.2
    assert meter.step("download", 20) is not None


def test_a_new_phase_and_the_end_are_always_shown(watch: Watch) -> None:
    meter = Meter("p", 1000, watch)
    meter.step("download", 0, "a")
    assert meter.step("download", 1, "b") is not None
    assert meter.step("download", 1000, "b") is not None
    assert meter.step("verify", 5) is not None


def test_the_speed_is_bytes_in_a_second_and_calm(watch: Watch) -> None:
    meter = Meter("p", 10_000_000, watch)
    done = 0
    meter.step("download", done)
    for _ in range(10):
        watch.time += 1
        done += 1000
        step = meter.step("download", done)
    assert step is not None
    assert step.speed == pytest.approx(1000)
    watch.time += 0.2
    step = meter.step("download", done + 1_000_000)
    assert step is not None
    assert step.speed is not None
    assert 1000 < step.speed < 1_000_000


def test_beginning_again_is_no_negative_speed(watch: Watch) -> None:
    meter = Meter("p", 1000, watch)
    meter.step("download", 500)
    watch.time += 1
    meter.step("download", 900)
    watch.time += 1
    step = meter.step("download", 0)
    assert step is not None
    assert step.speed == 400


def test_bytes_that_were_there_before_are_not_counted_as_speed(watch: Watch) -> None:
    step = Meter("p", 1000, watch).step("download", 900)
    assert step is not None
    assert step.speed is None
