"""Texts are cut where a reader would breathe, and nothing of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.sentences import is_speakable, pieces, sentences, trimmed

ALPHABET = st.sampled_from("ab Z.,!?…。！？，；“”\"' \n\t\r0159%-（）天地玄黄👍🏽e\u0301\u200d")
TEXTS = st.text(ALPHABET, max_size=400)


def said(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text)]


@given(TEXTS)
def test_sentences_joined_are_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentences(text)) == text


@given(TEXTS, st.integers(2, 60), st.integers(2, 60))
def test_pieces_joined_are_the_text_and_none_is_too_long(text: str, limit: int, first: int) -> None:
    spans = list(pieces(text, limit, first=first))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= limit for start, end in spans)


@given(TEXTS, st.integers(8, 60))
def test_pieces_keep_the_limit_also_when_words_are_replaced(text: str, limit: int) -> None:
    def grown(piece: str) -> int:
        return len(piece.replace("Z", "zed"))

    spans = list(pieces(text, limit, length=grown))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(grown(text[start:end]) <= limit for start, end in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr. Smith paid $3.14 for No. 5. He left.",
            ["Mr. Smith paid $3.14 for No. 5.", "He left."],
        ),
        ("“What?” he said. J. S. Bach nodded.", ["“What?” he said.", "J. S. Bach nodded."]),
        ("We met at 5 p.m. It rained.", ["We met at 5 p.m.", "It rained."]),
        ("Bring pens, e.g. blue ones, etc. and paper.", None),
        ("See example.org for v2.0 of it.", None),
        ("Well... no. Then Go.", ["Well... no.", "Then Go."]),
        ("今天很好。我们走吧！“好。”他说。", ["今天很好。", "我们走吧！", "“好。”", "他说。"]),
        ("价格是3.14元，不错……是吗？好", ["价格是3.14元，不错……是吗？", "好"]),
        ("用Python写。Is it?是的", ["用Python写。", "Is it?", "是的"]),
        ("1. First thing\n2. Second thing", ["1. First thing", "2. Second thing"]),
        ("a line that\nis wrapped", ["a line that\nis wrapped"]),
        ("A heading\n\nand text", ["A heading", "and text"]),
    ],
)
def test_a_sentence_ends_where_a_reader_sees_its_end(text: str, expected: list[str] | None) -> None:
    assert said(text) == (expected or [text])


def test_the_first_pieces_are_short_so_that_sound_comes_soon() -> None:
    text = "The lamp was lit at a quarter past five. " * 400
    sizes = [end - start for start, end in pieces(text, 4096)]
    assert sizes[0] <= 240
    assert sizes[1] <= 960
    assert max(sizes) > 3800


def test_a_long_sentence_is_cut_at_a_clause_and_never_within_a_number() -> None:
    text = "灯亮了，" * 20 + "1234567.89" * 3
    cut = [text[start:end] for start, end in pieces(text, 30)]
    assert cut[0].endswith("，")
    assert "".join(cut) == text
    words = "counting 1,234,567.89 sheep and 3.14159 goats over 2,000,000 hills again"
    cut = [words[start:end] for start, end in pieces(words, 22)]
    assert all(number in " | ".join(cut) for number in ("1,234,567.89", "3.14159", "2,000,000"))


def test_a_picture_sign_of_several_parts_stays_whole() -> None:
    sign = "👨\u200d👩\u200d👧"
    cut = [text for text in _cut(sign * 8, 13)]
    assert all(not piece.startswith("\u200d") and not piece.endswith("\u200d") for piece in cut)


def _cut(text: str, limit: int) -> list[str]:
    return [text[start:end] for start, end in pieces(text, limit)]


def test_a_million_characters_are_cut_one_piece_at_a_time() -> None:
    text = "The lamp was lit. 今天天气很好。" * 40_000
    spans = pieces(text, 4096)
    assert next(spans)[0] == 0  # a generator: nothing of the rest is there yet
    last = (0, 0)
    for span in spans:
        assert span[1] - span[0] <= 4096
        last = span
    assert last[1] == len(text)


def test_white_space_around_a_sentence_is_not_part_of_what_is_shown() -> None:
    text = "  One. \n Two."
    assert [text[slice(*trimmed(text, span))] for span in sentences(text)] == ["One.", "Two."]


def test_marks_alone_are_nothing_to_say() -> None:
    assert not is_speakable(" * * * \n — ")
    assert is_speakable("好")
