"""The rules of search: folding, words, queries and excerpts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.search import EXCERPT, Phrase, excerpt, fold, parse, plain_line, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hello", "hello"),
        ("Café", "cafe"),
        ("ＧＰＴ４", "gpt4"),
        ("Straße", "strasse"),
        ("你好", "你好"),
    ],
)
def test_case_accents_and_width_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_every_character_is_folded_by_itself(text: str) -> None:
    assert sorted(fold(text)) == sorted("".join(map(fold, text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello, World_2!", ["hello", "world", "2"]),
        ("人工智能", ["人工", "工智", "智能", "能"]),
        ("用GPT回答", ["用", "gpt", "回答", "答"]),
        ("你好，世界", ["你好", "好", "世界", "界"]),
        ("C++ and C# and abc++", ["c++", "and", "c#", "and", "abc"]),
        ("x" * 100, ["x" * 40]),
        ("…\0", []),
    ],
)
def test_words_of_a_text(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text())
def test_words_need_no_quoting(text: str) -> None:
    assert not any(character in word for word in words(text) for character in "\"' *()\0")


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("", ()),
        ("  ", ()),
        ("Two words", (Phrase(("two",), False), Phrase(("words",), True))),
        ("gpt-4o", (Phrase(("gpt", "4o"), True),)),
        ("智", (Phrase(("智",), True),)),
        ("人工智 end", (Phrase(("人工", "工智"), True), Phrase(("end",), True))),
        ("人工GPT", (Phrase(("人工", "工", "gpt"), True),)),
        ("?! word", (Phrase(("word",), True),)),
    ],
)
def test_what_is_typed_becomes_phrases(typed: str, phrases: tuple[Phrase, ...]) -> None:
    assert parse(typed).phrases == phrases


def test_a_query_finds_parts_of_words_by_reading() -> None:
    assert parse("GRAPH para").is_in("A Paragraph")
    assert not parse("graph none").is_in("A paragraph")


def shown(text: str, typed: str) -> tuple[str, list[str]]:
    line, spans = excerpt(text, parse(typed))
    return line, [line[start:end] for start, end in spans]


def test_an_excerpt_shows_the_first_hit_and_marks_all() -> None:
    text = "word " * 100 + "the **Café** of\n\nmy cafe " + "after " * 100
    line, marked = shown(text, "cafe")
    assert marked == ["Café", "cafe"]
    assert line.startswith("…word") and line.endswith("after…")
    assert "the Café of my cafe" in line
    assert len(line) <= EXCERPT + 2


def test_a_short_text_is_shown_whole() -> None:
    assert shown("你好，世界", "世界") == ("你好，世界", ["世界"])


def test_a_long_chinese_text_is_cut_around_the_hit() -> None:
    line, marked = shown("前" * 200 + "人工智能" + "后" * 200, "智能")
    assert marked == ["智能"]
    assert line.startswith("…前") and line.endswith("后…")


def test_the_beginning_of_a_word_is_preferred_to_its_middle() -> None:
    assert shown("start art", "art") == ("start art", ["art"])
    assert excerpt("start art", parse("art"))[1] == ((6, 9),)
    assert excerpt("start", parse("art"))[1] == ((2, 5),)


def test_a_word_next_to_chinese_is_a_word() -> None:
    assert shown("用GPT回答", "gpt") == ("用GPT回答", ["GPT"])


def test_words_of_a_phrase_are_marked_with_what_stands_between() -> None:
    assert shown("a gpt 4o b", "gpt-4o") == ("a gpt 4o b", ["gpt 4o"])


def test_marks_that_touch_become_one() -> None:
    assert shown("人工智能", "人工 工智") == ("人工智能", ["人工智"])


def test_a_query_of_punctuation_is_taken_literally() -> None:
    assert shown("a -> b", "->") == ("a -> b", ["->"])


def test_a_text_without_a_hit_is_shown_from_its_beginning() -> None:
    assert shown("x" * 300, "none") == ("x" * EXCERPT + "…", [])


def test_places_hold_where_folding_changes_the_length() -> None:
    _, marked = shown("각" * 300 + "ﬁn Straße " + "각" * 300, "strasse")
    assert marked == ["Straße"]


@given(st.text(), st.text(min_size=1))
def test_spans_lie_in_the_excerpt_in_order(text: str, typed: str) -> None:
    line, spans = excerpt(text, parse(typed))
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(line) for start, end in spans)
    assert len(line) <= EXCERPT + 2 and "\n" not in line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Title\n\ntext", "Title text"),
        ("**重点：**内容", "重点：内容"),
        ("- [x] done\n* `code`", "done code"),
        ("```python\nprint(1)\n```", "print(1)"),
        ("> > quoted ~~gone~~", "quoted gone"),
        ("see [the page](http://x) ![pic](y)", "see the page pic"),
        ("3 * 4 and snake_case and *this*", "3 * 4 and snake_case and this"),
        ("1. first", "first"),
        ("", ""),
    ],
)
def test_a_line_is_shown_without_the_marks_of_markdown(text: str, line: str) -> None:
    assert plain_line(text) == line


def test_a_line_is_cut() -> None:
    assert plain_line("abc" * 10, 5) == "abcab"
