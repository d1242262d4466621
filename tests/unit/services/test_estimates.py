"""What a click will cost: the range holds what the service then reports."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Task
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.domain.costs import FREE, Estimate, Usage, cost
from gptdesk.domain.events import UsageReported
from gptdesk.domain.messages import ChatMessage, Message, Role
from gptdesk.domain.resources import resource_root
from gptdesk.domain.tokens import NOTHING, picture_tokens, request_tokens, rough_count
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from gptdesk.providers.tokenizer import Tokenizer
from gptdesk.services.estimating import Draft, EstimateService
from gptdesk.services.prices import PriceBook
from server.app import TestServer
from server.behaviours import Events, chunk

PROMPTS = json.loads((Path(__file__).parents[2] / "data" / "prompts.json").read_text("utf-8"))[
    "prompts"
]
DAY = date(2026, 10, 13)
PRICE = Price(input=2.0, cached=0.2, output=10.0, as_of=DAY)
SEES = frozenset({"text", "picture"})
CLOUD = Connection("c1", "Mine", ConnectionKind.CUSTOM, "https://api.example.com/v1", "m")
OFFLINE = Connection("offline", "", ConnectionKind.OFFLINE, "", "small")


class Known(Catalogue):
    """Every model has the same price and the tokenizer that is told."""

    def __init__(self, tokenizer="o200k", price=PRICE, longest=None, takes=SEES):
        super().__init__()
        object.__setattr__(self, "told", (tokenizer, price, longest, takes))

    def facts(self, name, service_id=""):
        tokenizer, price, longest, takes = self.told
        return ModelFacts(
            name, service_id, Task.CHAT, True, tokenizer=tokenizer, price=price,
            longest_answer=longest, takes=takes,
        )  # fmt: skip


class OwnPrices:
    def __init__(self):
        self.kept = {}

    async def load(self):
        return dict(self.kept)

    async def save(self, prices):
        self.kept = dict(prices)


class Answers:
    """A UsageStore that only knows how long answers were."""

    def __init__(self, *tokens):
        self.tokens = tokens

    async def recent_answers(self, model, service, count):
        return self.tokens[:count]


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer(resource_root() / "tokenizer")


def service(store, tokenizer, *, catalogue=None, answers=()):
    book = PriceBook(catalogue or Known(), OwnPrices())
    return EstimateService(store, Answers(*answers), book, tokenizer)


def estimated(store, tokenizer, text, connection=CLOUD, chat="", pictures=(), **how) -> Estimate:
    asked = Draft(connection, "m", text, chat, pictures)
    return asyncio.run(service(store, tokenizer, **how).chat(asked))


async def reported(server, text) -> UsageReported:
    clients = Clients()
    try:
        history = [Message(Role.USER, text)]
        endpoint = Endpoint("c1", server.base_url, "k")
        async with aclosing(OpenAIChat(clients).stream(endpoint, "m", history, {})) as events:
            return [e async for e in events if isinstance(e, UsageReported)][-1]
    finally:
        await clients.aclose()


@pytest.fixture(scope="module")
def server():
    with TestServer() as running:
        yield running


@pytest.mark.parametrize("words", ["o200k", "cl100k"])
@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda p: p["text"].strip()[:12] or "spaces")
def test_the_range_holds_what_the_service_reports(store, tokenizer, server, prompt, words) -> None:
    """Fifty questions in both languages, in the words of both vocabularies."""
    counts = {
        "prompt_tokens": prompt["prompt_tokens"][words],
        "completion_tokens": prompt["completion_tokens"],
    }
    server.script([Events([chunk({"content": "ok"}, "stop"), {"choices": [], "usage": counts}])])
    catalogue = Known(tokenizer=words)
    estimate = estimated(store, tokenizer, prompt["text"], catalogue=catalogue)
    report = asyncio.run(reported(server, prompt["text"]))
    assert estimate.tokens.low <= report.input_tokens <= estimate.tokens.high
    paid = cost(Usage(report.input_tokens, report.output_tokens), PRICE)
    assert estimate.low <= paid <= estimate.high
    assert not estimate.is_rough
    assert estimate.tokens.high <= report.input_tokens * 1.1 + 20  # a range that says something


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda p: p["text"].strip()[:12] or "spaces")
def test_a_model_with_other_words_gets_a_wider_range_that_holds_too(
    store, tokenizer, prompt
) -> None:
    """Asked in the words of one vocabulary, answered by a service that counts with another."""
    catalogue = Known(tokenizer="")
    estimate = estimated(store, tokenizer, prompt["text"], catalogue=catalogue)
    assert estimate.is_rough
    for count in prompt["prompt_tokens"].values():
        assert estimate.tokens.low <= count <= estimate.tokens.high


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda p: p["text"].strip()[:12] or "spaces")
def test_without_any_vocabulary_the_characters_give_a_range(prompt) -> None:
    rough = request_tokens([rough_count(prompt["text"])])
    for count in prompt["prompt_tokens"].values():
        assert rough.low <= count <= rough.high
    assert not rough.is_exact


def test_half_of_the_prompts_are_chinese() -> None:
    assert [p["language"] for p in PROMPTS].count("zh") == 25
    assert len({p["text"] for p in PROMPTS}) == 50


def test_the_history_is_paid_again_and_counted_once(store, tokenizer) -> None:
    for position, text in enumerate(["Hello world " * 50, "你好，世界" * 50]):
        role = Role.ASSISTANT if position % 2 else Role.USER
        store.messages.append(ChatMessage(f"m{position}", "chat", position, role, text))
    alone = estimated(store, tokenizer, "And?")
    counting = service(store, tokenizer)

    async def twice() -> tuple[Estimate, Estimate, int]:
        first = await counting.chat(Draft(CLOUD, "m", "And?", "chat"))
        read = []
        bodies = store.bodies
        store.bodies = lambda *a: read.append(a) or bodies(*a)
        second = await counting.chat(Draft(CLOUD, "m", "And? And?", "chat"))
        return first, second, len(read)

    first, second, reads = asyncio.run(twice())
    assert first.tokens.low >= alone.tokens.low + 250
    assert second.tokens.low >= first.tokens.low
    assert reads == 0


def test_pictures_make_it_dearer(store, tokenizer) -> None:
    without = estimated(store, tokenizer, "What is this?")
    with_one = estimated(store, tokenizer, "What is this?", pictures=((1024, 1024),))
    assert with_one.low > without.low
    assert with_one.high > without.high


def shown(store, *sizes) -> None:
    """A chat in which pictures were sent without a word, and answered."""
    pictures = tuple(Attachment(str(n), "image/png", *size, 9) for n, size in enumerate(sizes))
    question = ChatMessage("m0", "chat", 0, Role.USER, "", attachments=pictures)
    store.messages += [question, ChatMessage("m1", "chat", 1, Role.ASSISTANT, "A cat.")]


def test_pictures_of_earlier_turns_are_sent_and_paid_again(store, tokenizer) -> None:
    shown(store, (1024, 1024), (800, 600))
    later = estimated(store, tokenizer, "And now?", chat="chat")
    store.messages[0] = replace(store.messages[0], id="m2", text="Look", attachments=())
    without = estimated(store, tokenizer, "And now?", chat="chat")
    both = [picture_tokens(size, "o200k") for size in ((1024, 1024), (800, 600))]
    assert later.tokens.low >= without.tokens.low + sum(one.low for one in both) - 1
    assert later.tokens.high >= without.tokens.high + sum(one.high for one in both) - 1


def test_a_model_without_eyes_is_paid_for_words_in_the_place_of_pictures(store, tokenizer) -> None:
    shown(store, (1024, 1024))
    seeing = estimated(store, tokenizer, "And now?", chat="chat", pictures=((1024, 1024),))
    blind = Known(takes=frozenset({"text"}))
    told = estimated(
        store, tokenizer, "And now?", chat="chat", pictures=((1024, 1024),), catalogue=blind
    )
    assert told.tokens.high < seeing.tokens.low
    assert told.tokens.low > estimated(store, tokenizer, "And now?").tokens.low


def test_what_the_user_says_of_a_model_goes_into_its_estimate(store, tokenizer) -> None:
    book = PriceBook(Known(), OwnPrices())

    def said(connection, model):
        return replace(book.facts(model, ""), longest_answer=300)

    counting = EstimateService(store, Answers(), book, tokenizer, said)
    assert asyncio.run(counting.chat(Draft(CLOUD, "m", "Hello"))).answer == (50, 300)


def test_an_unknown_price_is_unknown_and_nothing_is_counted(store) -> None:
    class Counter:
        def count(self, text, tokenizer):
            raise AssertionError("nobody asked for a number")

    catalogue = Known(price=None)
    estimate = estimated(store, Counter(), "Hello", catalogue=catalogue)
    assert estimate == Estimate()
    assert not estimate.is_known
    assert estimate.low is None


def test_the_offline_pack_is_free(store) -> None:
    assert estimated(store, None, "Hello", OFFLINE) == FREE
    assert FREE.is_free
    assert FREE.tokens == NOTHING


def test_recent_answers_teach_the_range(store, tokenizer) -> None:
    short = estimated(store, tokenizer, "Hello", answers=(10, 20, 12, 14, 30))
    assert short.answer == (5, 45)
    few = estimated(store, tokenizer, "Hello", answers=(10, 20))
    assert few.answer == (50, 1000)


def test_no_answer_is_longer_than_the_model_can_write(store, tokenizer) -> None:
    catalogue = Known(longest=400)
    assert estimated(store, tokenizer, "Hello", catalogue=catalogue).answer == (50, 400)


def test_a_price_of_ones_own_wins_until_it_is_taken_back() -> None:
    store = OwnPrices()
    book = PriceBook(Known(), store, today=lambda: DAY)
    own = Price(input=7.0, output=8.0)

    async def play() -> None:
        await book.set_own("s", "m", own)
        assert book.price("m", "s").input == 7.0
        assert book.price("m", "s").as_of == DAY
        (listed,) = [one for one in book.listed() if one.model == "m"]
        assert listed.is_own
        await book.set_own("s", "m", None)
        assert book.price("m", "s") == PRICE
        assert store.kept == {}

    asyncio.run(play())
