"""What is looked for in the gallery, and how a family becomes a tree."""

from __future__ import annotations

from datetime import datetime

import pytest

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.gallery import Lineage, PictureQuery
from gptdesk.domain.images import Origin, PictureRecord, Way
from gptdesk.ui.images.gallery.detail.family import MOST_ROWS, family_rows
from gptdesk.ui.images.gallery.finding.wish import Span, Wish

NOW = datetime(2026, 3, 10, 15, 30)


def picture(name: str) -> PictureRecord:
    return PictureRecord(name, Attachment(name, "image/png", 1, 1, 1), 1.0)


def family(pairs: list[tuple[str, str]], *names: str) -> Lineage:
    return Lineage(tuple(picture(name) for name in names), tuple(pairs))


def shape(rows) -> list[tuple[str, int]]:
    return [(row.record.id, row.depth) for row in rows]


def test_an_empty_wish_finds_everything():
    assert Wish().is_empty
    assert Wish(text="  ").is_empty
    assert Wish().query(NOW) == PictureQuery()


@pytest.mark.parametrize(
    ("span", "first_day"),
    [(Span.TODAY, (2026, 3, 10)), (Span.WEEK, (2026, 3, 4)), (Span.MONTH, (2026, 2, 9)),
     (Span.YEAR, (2025, 3, 11))],
)  # fmt: skip
def test_a_span_begins_at_midnight(span, first_day):
    assert Wish(span=span).query(NOW).since == datetime(*first_day).timestamp()


def test_a_filter_that_is_chosen_twice_is_gone():
    wish = Wish()
    for field, value in (("models", "m"), ("ways", "edit"), ("origins", "practice"),
                         ("span", "week")):  # fmt: skip
        held = wish.toggled(field, value)
        assert held.filters == ((field, value),)
        assert not held.is_empty
        assert held.toggled(field, value) == wish


def test_all_that_was_chosen_goes_into_the_query():
    wish = Wish("fox", True, Span.ANY, "c", frozenset({"m"}), frozenset({Way.EDIT}),
                frozenset({Origin.UPLOAD}))  # fmt: skip
    assert wish.query(NOW) == PictureQuery(
        "fox", frozenset({Origin.UPLOAD}), frozenset({"m"}), frozenset({Way.EDIT}), "c", True
    )


def test_only_an_empty_collection_says_that_it_is_empty():
    assert Wish(collection="c").is_only_collection
    assert not Wish(collection="c", text="fox").is_only_collection
    assert not Wish(text="fox").is_only_collection


def test_children_stand_below_their_parents():
    lineage = family([("a", "b"), ("b", "c"), ("a", "d")], "a", "b", "c", "d")
    rows = family_rows(lineage, "c")
    assert shape(rows) == [("a", 0), ("b", 1), ("c", 2), ("d", 1)]
    assert [row.record.id for row in rows if row.is_current] == ["c"]
    assert rows[1].is_last == (False,)
    assert rows[2].is_last == (False, True)
    assert rows[3].is_last == (True,)


def test_a_picture_of_two_parents_stands_once_under_the_first():
    lineage = family([("a", "c"), ("b", "c")], "a", "b", "c")
    assert shape(family_rows(lineage, "c")) == [("a", 0), ("c", 1), ("b", 0)]


def test_a_parent_that_is_gone_for_good_leaves_its_children_at_the_top():
    assert shape(family_rows(family([("gone", "b")], "b"), "b")) == [("b", 0)]


def test_a_very_large_family_is_cut():
    names = [f"p{number}" for number in range(MOST_ROWS * 2)]
    pairs = [("p0", name) for name in names[1:]]
    assert len(family_rows(family(pairs, *names), "p0")) == MOST_ROWS
