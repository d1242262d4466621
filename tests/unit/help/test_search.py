"""Pages are found by what people type."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.help_pages import Header, HelpBook, Kind, Page, Prose
from gptdesk.domain.help_search import HelpSearch, is_near


def page(kind, name, title, text="", language="en", **more):
    header = Header(name, kind, "s", 1, title, date(2026, 11, 23), **more)
    return Page(language, header, (Prose(text),))


BOOKS = (
    HelpBook(
        "en",
        pages=(
            page(Kind.LESSON, "costs", "What a sentence costs", "A token has a price. " * 9),
            page(Kind.LESSON, "masks", "Change a part of a picture", "Paint a mask over it."),
            page(
                Kind.FAQ,
                "credit",
                "There is no credit left",
                "Add credit on the billing page.",
                raw=("insufficient_quota", "You exceeded your current quota"),
            ),
            page(Kind.FAQ, "fast", "Too many requests", raw=("rate_limit_exceeded",)),
            page(Kind.TERM, "token", "Token", also=("词元",)),
        ),
    ),
    HelpBook(
        "zh_CN",
        pages=(
            page(Kind.LESSON, "costs", "一句话要多少钱", "词元有价钱。", "zh_CN"),
            page(Kind.FAQ, "credit", "余额用完了", "到充值页面存钱。", "zh_CN"),
            page(Kind.TERM, "token", "词元", language="zh_CN"),
        ),
    ),
)


@pytest.fixture(params=["en", "zh_CN"])
def search(request):
    return HelpSearch(BOOKS, request.param)


def names(hits):
    return [hit.place[1] for hit in hits]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("token", "token"),
        ("Tokens", "token"),
        ("词元", "token"),
        ("余额", "credit"),
        ("充值", "credit"),
        ("tokne", "token"),
        ("pictur", "masks"),
        ("credit left", "credit"),
        ("Error code: 429 - {'error': {'code': 'insufficient_quota'}}", "credit"),
        ("You exceeded your current quota, please check your plan", "credit"),
    ],
)
def test_the_page_that_is_meant_comes_first(search, typed, first):
    assert names(search.find(typed))[0] == first


def test_what_stands_nowhere_finds_nothing(search):
    assert search.find("zebra crossing") == ()
    assert search.find("  ") == ()


def test_only_the_kinds_that_were_asked_for_are_found(search):
    assert names(search.find("token", [Kind.LESSON])) == ["costs"]


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_hits_in_order(typed):
    scores = [hit.score for hit in HelpSearch(BOOKS, "en").find(typed)]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("token", "tokne", True), ("token", "toke", True), ("token", "talker", False)],
)
def test_a_slip_of_the_finger_is_near(one, other, near):
    assert is_near(one, other, 1) is near
