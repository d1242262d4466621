"""A text is shown in the pieces that a model reads."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Task
from gptdesk.domain.resources import resource_root
from gptdesk.domain.token_pieces import Piece, starts, units, whole_characters
from gptdesk.providers.tokenizer import Tokenizer
from gptdesk.services.prices import PriceBook
from gptdesk.services.token_pieces import LEAST_IN_THREAD, TokenService

TEXT = "门票多少钱？😀 Please, 顺便 127.\n"


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer(resource_root() / "tokenizer")


class NoPrices:
    async def load(self):
        return {}

    async def save(self, prices): ...


def test_tokens_that_end_within_a_character_belong_together() -> None:
    cat = "猫".encode()
    found = whole_characters([(1, b"a"), (2, cat[:2]), (3, cat[2:] + b"b"), (4, b"c")])
    assert found == (Piece("a", (1,)), Piece("猫b", (2, 3)), Piece("c", (4,)))


def test_a_character_that_never_ends_is_not_lost() -> None:
    assert whole_characters([(1, b"\xe7\x8c")]) == (Piece("\ufffd", (1,)),)


@pytest.mark.parametrize(("text", "count"), [("", 0), ("abc", 3), ("猫", 1), ("😀!", 3)])
def test_places_are_counted_as_qt_does(text, count) -> None:
    assert units(text) == count


@pytest.mark.parametrize("vocabulary", ["o200k", "cl100k"])
def test_the_pieces_are_the_text_and_their_tokens_its_count(tokenizer, vocabulary) -> None:
    pieces = tokenizer.split(TEXT, vocabulary)
    assert "".join(piece.text for piece in pieces) == TEXT
    count = tokenizer.count(TEXT, vocabulary)
    assert sum(len(piece.ids) for piece in pieces) == count.low == count.high
    assert starts(pieces)[-1] == units(TEXT)


def test_the_older_vocabulary_cuts_chinese_into_more(tokenizer) -> None:
    older = tokenizer.split("附近有没有适合小朋友的地方", "cl100k")
    newer = tokenizer.split("附近有没有适合小朋友的地方", "o200k")
    assert sum(len(p.ids) for p in older) > sum(len(p.ids) for p in newer)


def test_half_of_a_surrogate_pair_does_no_harm(tokenizer) -> None:
    assert "".join(p.text for p in tokenizer.split("a\ud83d", "o200k")) == "a?"


def test_a_text_is_cut_and_priced_for_each_model(tokenizer) -> None:
    price = Price(input=1.0, output=10.0, as_of=date(2026, 1, 1))
    known = ModelFacts("a", "s", Task.CHAT, tokenizer="o200k", price=price)
    other = ModelFacts("b", "s", Task.CHAT, price=price)
    unpriced = ModelFacts("c", "s", Task.CHAT, tokenizer="o200k")
    models = {one.name: one for one in (known, other, unpriced)}

    class Book(Catalogue):
        def facts(self, name, service_id=""):
            return models[name]

    service = TokenService(tokenizer, tokenizer, PriceBook(Book(), NoPrices()))
    text = "word " * LEAST_IN_THREAD
    cut = asyncio.run(service.cut(text, "o200k"))
    found = asyncio.run(service.priced(text, (known, other, unpriced), 300))
    assert cut.text == text
    exact = (cut.tokens * 1.0 + 300 * 10.0) / 1_000_000
    assert found[0].estimate.low == found[0].estimate.high == pytest.approx(exact)
    assert found[1].estimate.low < exact < found[1].estimate.high and found[1].estimate.is_rough
    assert found[2].estimate.low is None and found[2].tokens.low == cut.tokens


def test_where_nothing_can_cut_nobody_pretends() -> None:
    class Nothing:
        def is_ready(self, tokenizer):
            return True

        def split(self, text, tokenizer):
            return None

    service = TokenService(Nothing(), Nothing(), PriceBook(Catalogue(), NoPrices()))
    assert asyncio.run(service.cut("a", "o200k")) is None
