"""Amounts of money in words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from gptdesk.domain.costs import FREE, Estimate, LimitState
from gptdesk.domain.messages import ChatMessage, Role
from gptdesk.domain.settings import Settings
from gptdesk.domain.usage import UsageSum
from gptdesk.ui.chat.presenting.spending import chat_text
from gptdesk.ui.settings.numbers import amount_to_type, typed_amount
from gptdesk.ui.widgets.money import (
    Money,
    date_text,
    money_of,
    month_words,
    paid_text,
    price_text,
    sum_text,
    tokens_text,
)

DOLLARS = Money()
YUAN = Money("CNY", 7.0)


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.00001, 0.0004, "< $0.001"),
        (0.0001, 0.0013, "< $0.002"),
        (0.0004, 0.0096, "< $0.01"),
        (0.002, 0.0098, "$0.002–0.01"),
        (0.0021, 0.0029, "$0.002–0.003"),
        (0.011, 0.019, "$0.01–0.02"),
        (0.02, 0.02, "$0.02"),
        (0.12, 1.234, "$0.12–1.30"),
        (12.0, 123.4, "$12.00–124.00"),
    ],
)
def test_a_price_is_a_range_that_holds_both_ends(low: float, high: float, words: str) -> None:
    assert price_text(Estimate(low, high), DOLLARS) == words


def test_what_is_not_known_says_so_and_what_is_free_too() -> None:
    assert price_text(Estimate(), DOLLARS) == "unknown"
    assert price_text(FREE, DOLLARS) == "Free"
    assert paid_text(None, DOLLARS) == "unknown"
    assert paid_text(0.0, DOLLARS) == "Free"
    assert "0" not in paid_text(None, YUAN)


@pytest.mark.parametrize(
    ("dollars", "words"),
    [
        (0.00001, "< $0.0001"),
        (0.0004, "$0.0004"),
        (0.00236, "$0.0024"),
        (0.012, "$0.012"),
        (0.42, "$0.42"),
        (5.0, "$5.00"),
        (1234.5, "$1,234.50"),
    ],
)
def test_what_was_paid_is_exact_enough(dollars: float, words: str) -> None:
    assert paid_text(dollars, DOLLARS) == words


def test_another_currency_goes_by_the_rate() -> None:
    assert paid_text(1.0, YUAN) == "¥7.00"
    assert price_text(Estimate(0.002, 0.01), YUAN) == "¥0.01–0.07"
    assert YUAN.in_dollars(7.0) == 1.0


def test_a_currency_without_a_rate_stays_in_dollars() -> None:
    assert paid_text(1.0, Money("CNY", 0.0)) == "$1.00"
    assert money_of(Settings(currency="CNY", currency_rate=0.0)).in_dollars(3.0) == 3.0
    assert money_of(Settings(currency="XYZ", currency_rate=4.0)) == DOLLARS


def test_a_sum_may_be_nothing() -> None:
    assert sum_text(0.0, DOLLARS) == "$0.00"


def test_the_day_of_a_price_cannot_be_misread() -> None:
    assert date_text(date(2026, 3, 4)) == "4 Mar 2026"
    assert date_text(None)


def test_the_month_says_what_is_left_out_and_how_near_the_limit_is() -> None:
    month = UsageSum(requests=3, cost=4.2, unknown=1)
    text, tip = month_words(LimitState(4.2, 5.0), month, DOLLARS)
    assert text == "This month **$4.20** of $5.00"
    assert "1" in tip
    assert len(tip.splitlines()) == 3
    assert month_words(LimitState(0.0, 0.0), UsageSum(), DOLLARS) == ("", "")
    assert month_words(LimitState(0.5, 0.0), month, DOLLARS)[0] == "This month **$0.50**"


def test_the_chat_says_what_it_cost_so_far() -> None:
    assert chat_text(UsageSum(requests=2, cost=0.002), DOLLARS).endswith("**$0.002**")
    assert chat_text(UsageSum(requests=2, cost=0.002, unknown=1), DOLLARS).count("more than")
    assert chat_text(UsageSum(requests=1, unknown=1), DOLLARS).endswith("**unknown**")
    assert chat_text(UsageSum(requests=1, is_free=True), DOLLARS).endswith("**free**")
    assert chat_text(UsageSum(), DOLLARS) == ""


def test_the_tokens_of_an_answer_are_listed_by_their_kinds() -> None:
    answer = ChatMessage(
        "a", "c", 1, Role.ASSISTANT, "Hi", input_tokens=1234, output_tokens=56,
        cached_tokens=1000, reasoning_tokens=20,
    )  # fmt: skip
    lines = tokens_text(answer).splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["1,234", "1,000", "56", "20"]
    assert tokens_text(ChatMessage("a", "c", 1, Role.ASSISTANT, "Hi")) == ""


@pytest.mark.parametrize(
    ("text", "amount"),
    [("5", 5.0), ("0.5", 0.5), ("0,5", 0.5), (" $5 ", 5.0), ("１２．５", 12.5), ("1,000", 1000.0)],
)
def test_an_amount_may_be_typed_as_people_type(text: str, amount: float) -> None:
    if text == "0,5":
        QLocale.setDefault(QLocale("de_DE"))
    assert typed_amount(text) == amount


@pytest.mark.parametrize("text", ["", "five", "-1", "nan", "inf", "1e99", "5 5", "五"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert typed_amount(text) is None


def test_an_amount_in_a_field_can_be_typed_back() -> None:
    for amount in (0.1, 7.1, 1234.5, 0.000123):
        assert typed_amount(amount_to_type(amount)) == pytest.approx(amount)
    assert amount_to_type(None) == ""
