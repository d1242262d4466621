"""What requests cost, from what they used and a price."""

from __future__ import annotations

import pytest

from gptdesk.domain.catalogue import Price
from gptdesk.domain.costs import (
    FREE,
    Estimate,
    LimitState,
    Usage,
    answer_range,
    chat_estimate,
    cost,
)
from gptdesk.domain.tokens import TokenCount
from gptdesk.domain.usage import UsageSum, by_day, by_model, by_month, by_task, safe_cell, total

MILLION = 1_000_000
PRICE = Price(input=2.0, cached=0.5, output=10.0)


@pytest.mark.parametrize(
    ("usage", "price", "dollars"),
    [
        (Usage(MILLION, 0), PRICE, 2.0),
        (Usage(0, MILLION), PRICE, 10.0),
        (Usage(MILLION, 0, cached_tokens=MILLION), PRICE, 0.5),
        (Usage(MILLION, 0, cached_tokens=400_000), PRICE, 0.6 * 2 + 0.4 * 0.5),
        (Usage(MILLION, 0, cached_tokens=MILLION), Price(input=2.0, output=1.0), 2.0),
        (Usage(MILLION, 0, written_tokens=MILLION), PRICE, 2.0),
        (Usage(MILLION, 0, 400_000, written_tokens=600_000),
         Price(input=2.0, cached=0.5, cache_write=1.25), 0.4 * 0.5 + 0.6 * 2 * 1.25),
        (Usage(MILLION, 0, 400_000, written_tokens=MILLION), PRICE, 0.6 * 2 + 0.4 * 0.5),
        (Usage(0, MILLION, reasoning_tokens=900_000), PRICE, 10.0),  # thoughts are output
        (Usage(MILLION, 0, picture_input=500_000), PRICE, 2.0),  # pictures in chat: like text
        (Usage(MILLION, 0, picture_input=500_000), Price(input=2.0, picture_input=8.0), 5.0),
        (Usage(0, MILLION, picture_output=MILLION), Price(output=1.0, picture_output=30.0), 30.0),
        (Usage(MILLION, 0, audio_input=MILLION), Price(input=1.0, audio_input=6.0), 6.0),
        (Usage(seconds=90.0), Price(minute=0.006), 0.009),
        (Usage(characters=MILLION), Price(characters=15.0), 15.0),
        (Usage(characters=MILLION, seconds=9.0), Price(characters=15.0), 15.0),
        (Usage(characters=MILLION, seconds=90.0), Price(minute=0.006), 0.009),
        (Usage(pictures=2, picture_kind="1024x1024/high"), Price(pictures={"1024x1024/high": 0.2}),
         0.4),
    ],
)  # fmt: skip
def test_each_kind_of_use_has_its_price(usage: Usage, price: Price, dollars: float) -> None:
    assert cost(usage, price) == pytest.approx(dollars)


@pytest.mark.parametrize(
    ("usage", "price"),
    [
        (Usage(10, 10), None),
        (Usage(10, 10), Price()),
        (Usage(10, 10), Price(input=1.0)),
        (Usage(10, 10), Price(output=1.0)),
        (Usage(None, 10), PRICE),
        (Usage(10, None), PRICE),
        (Usage(10, 10, audio_input=5), PRICE),
        (Usage(seconds=5.0), PRICE),
        (Usage(characters=100, seconds=5.0), PRICE),
        (Usage(pictures=1, picture_kind="huge/ultra"), Price(pictures={"small/low": 0.1})),
        (Usage(), PRICE),
    ],
)
def test_what_has_no_price_is_unknown_and_never_nothing(usage: Usage, price: Price | None) -> None:
    assert cost(usage, price) is None


def test_a_free_model_costs_nothing_and_that_is_known() -> None:
    assert cost(Usage(10, 10), Price(input=0.0, output=0.0)) == 0.0


def test_a_long_request_costs_more_for_all_of_it() -> None:
    price = Price(input=1.0, output=1.0, long_from=272_000, long_input=2.0, long_output=1.5)
    assert cost(Usage(272_000, 0), price) == pytest.approx(0.272)
    assert cost(Usage(272_001, 1000), price) == pytest.approx(2 * 0.272001 + 1.5 * 0.001)


def test_an_estimate_reaches_from_all_cached_to_nothing_cached() -> None:
    estimate = chat_estimate(TokenCount(1000, 1100, True), (50, 1000), PRICE)
    assert estimate.low == pytest.approx((1000 * 0.5 + 50 * 10) / MILLION)
    assert estimate.high == pytest.approx((1100 * 2 + 1000 * 10) / MILLION)
    assert not estimate.is_rough


def test_an_estimate_holds_what_is_written_to_the_cache() -> None:
    price = Price(input=2.0, cached=0.5, output=10.0, cache_write=1.25)
    estimate = chat_estimate(TokenCount(1000, 1100, True), (50, 1000), price)
    assert estimate.high == pytest.approx((1100 * 2 * 1.25 + 1000 * 10) / MILLION)


def test_an_estimate_without_a_price_is_not_known() -> None:
    estimate = chat_estimate(TokenCount(1, 2), (50, 1000), None)
    assert (estimate.low, estimate.high, estimate.is_known) == (None, None, False)


def test_an_estimate_with_a_price_of_zero_is_free() -> None:
    assert chat_estimate(TokenCount(1, 2), (50, 1000), Price(input=0.0, output=0.0)).is_free


def test_a_model_that_thinks_may_write_more() -> None:
    assert answer_range([], thinks=True)[1] > answer_range([])[1]
    assert answer_range([100] * 5, 120) == (50, 120)
    assert answer_range([100] * 5, 10) == (10, 10)


@pytest.mark.parametrize(
    ("spent", "near", "reached"),
    [(3.99, False, False), (4.0, True, False), (4.99, True, False), (5.0, True, True)],
)
def test_a_limit_is_near_at_four_fifths(spent: float, near: bool, reached: bool) -> None:
    state = LimitState(spent, 5.0)
    assert (state.is_near, state.is_reached) == (near, reached)


def test_it_is_asked_before_the_limit_is_passed_not_after() -> None:
    dear = Estimate(0.1, 0.6)
    assert LimitState(4.5, 5.0).would_pass(dear)
    assert not LimitState(4.3, 5.0).would_pass(dear)
    assert not LimitState(4.5, 5.0).would_pass(FREE)
    assert LimitState(5.0, 5.0).would_pass(Estimate())  # an unknown price, when all is spent
    assert not LimitState(4.9, 5.0).would_pass(Estimate())
    assert not LimitState(99.0, 0.0).would_pass(dear)  # no limit


def test_sums_are_grouped_and_the_dearest_comes_first() -> None:
    sums = [
        UsageSum("2026-11-01", "chat", "s", "cheap", 3, 0.1),
        UsageSum("2026-11-02", "images", "s", "dear", 1, 0.5, 1),
        UsageSum("2026-10-31", "chat", "s", "cheap", 1, 0.2),
    ]
    assert [(m.model, m.requests) for m in by_model(sums)] == [("dear", 1), ("cheap", 4)]
    assert [t.task for t in by_task(sums)] == ["images", "chat"]
    assert list(by_day(sums)) == ["2026-10-31", "2026-11-01", "2026-11-02"]
    assert {m: round(s.cost, 2) for m, s in by_month(sums).items()} == {
        "2026-10": 0.2,
        "2026-11": 0.6,
    }
    assert (total(sums).cost, total(sums).unknown) == (pytest.approx(0.8), 1)
    assert total([]) == UsageSum()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =HYPERLINK(1)", "\r=1"])
def test_no_cell_is_taken_for_a_formula(cell: str) -> None:
    assert safe_cell(cell).startswith("'")


def test_an_ordinary_cell_stays_as_it_is() -> None:
    assert [safe_cell(text) for text in ("gpt-6", "模型", "")] == ["gpt-6", "模型", ""]
