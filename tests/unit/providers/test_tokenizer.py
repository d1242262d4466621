"""Tokens are counted as the services count them, without the network."""

from __future__ import annotations

import base64
import hashlib
import inspect
import sys
from pathlib import Path

import pytest
import tiktoken_ext.openai_public as published

from gptdesk.domain.resources import resource_root
from gptdesk.domain.tokens import TokenCount, counted_with_another, picture_tokens, rough_count
from gptdesk.providers.tokenizer import PATTERNS, Tokenizer, vocabulary

FOLDER = resource_root() / "tokenizer"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(FOLDER)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_vocabulary_is_the_published_one_word_for_word(name: str) -> None:
    words = vocabulary(FOLDER / f"{name}.xz")
    lines = [base64.b64encode(word) + b" %d" % rank for rank, word in enumerate(words)]
    file = b"\n".join(lines) + b"\n"
    source = inspect.getsource(getattr(published, f"{name}_base"))
    assert hashlib.sha256(file).hexdigest() in source


@pytest.mark.parametrize("name", PATTERNS)
def test_a_text_is_cut_by_the_published_pattern(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "load_tiktoken_bpe", lambda *_, **__: {})
    assert getattr(published, f"{name}_base")()["pat_str"] == PATTERNS[name]


@pytest.mark.parametrize(
    ("text", "o200k", "cl100k"),
    [
        ("", 0, 0),
        ("Hello world", 2, 2),
        ("你好，世界", 3, 6),
        ("The quick brown fox jumps over the lazy dog.", 10, 10),
        ("it's 12345", 4, 5),
        ("<|endoftext|>", 7, 7),
    ],
)
def test_known_texts_have_their_known_counts(
    tokenizer: Tokenizer, text: str, o200k: int, cl100k: int
) -> None:
    assert tokenizer.count(text, "o200k") == TokenCount(o200k, o200k, True)
    assert tokenizer.count(text, "cl100k") == TokenCount(cl100k, cl100k, True)


def test_an_unknown_tokenizer_gives_a_wider_range_that_says_so(tokenizer: Tokenizer) -> None:
    count = tokenizer.count("你好，世界" * 20, "")
    assert not count.is_exact
    exact = tokenizer.count("你好，世界" * 20, "o200k")
    assert count.low < exact.low < count.high


def test_half_a_character_is_no_reason_to_fail(tokenizer: Tokenizer) -> None:
    assert tokenizer.count("a\ud83d", "o200k").low > 0


def test_nothing_is_loaded_before_the_first_count() -> None:
    fresh = Tokenizer(FOLDER)
    assert not fresh.is_ready("o200k")
    assert not fresh.is_ready("somebody-elses")
    fresh.count("a", "o200k")
    assert fresh.is_ready("o200k")
    assert fresh.is_ready("somebody-elses")  # it is counted with the same words
    assert not fresh.is_ready("cl100k")


def test_without_the_package_it_counts_roughly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tiktoken", None)
    text = "What is a token? 词元是什么？"
    assert Tokenizer(FOLDER).count(text, "o200k") == rough_count(text)


def test_a_count_with_other_words_is_no_narrower_than_a_fifth() -> None:
    count = counted_with_another(100)
    assert (count.low, count.high) == (55, 182)


@pytest.mark.parametrize("tokenizer_name", ["o200k", "cl100k", ""])
@pytest.mark.parametrize("size", [(1, 1), (512, 512), (1024, 768), (4000, 300), (8000, 8000)])
def test_a_picture_costs_something_and_not_the_world(
    tokenizer_name: str, size: tuple[int, int]
) -> None:
    count = picture_tokens(size, tokenizer_name)
    assert 0 < count.low <= count.high <= 90_000


def test_the_tiles_of_a_picture_are_those_of_the_guide() -> None:
    # 1024 × 1024 is scaled to 768 × 768 and cut into four tiles: 85 + 4 × 170
    assert picture_tokens((1024, 1024), "cl100k") == TokenCount(85, 765)
    assert picture_tokens((2048, 4096), "cl100k").high == 85 + 6 * 170
