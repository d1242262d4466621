"""Comparing texts: who can be asked, what it costs, and that it is written down."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date

import pytest

from gptdesk.domain.catalogue import Catalogue, Certainty, ModelFacts, Place, Price, Service, Task
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.domain.embeddings import Embedded
from gptdesk.domain.problems import RateLimited
from gptdesk.domain.tokens import TokenCount
from gptdesk.services.billing import Accountant
from gptdesk.services.embeddings import EmbeddingService
from gptdesk.services.prices import PriceBook
from gptdesk.services.usage import UsageService

TODAY = date(2026, 11, 24)
PRICE = Price(input=2.0, as_of=date(2026, 8, 21))


def service(service_id, *tasks, kind="cloud"):
    place = Place("1", {"en": "1"}, f"https://{service_id}.example.com/v1")
    can = {task: Certainty.CONFIRMED for task in tasks}
    return Service(service_id, kind, {"en": service_id}, {}, (place,), can)


def model(name, service_id, **more):
    return ModelFacts(name, service_id, Task.EMBEDDINGS, True, **more)


MODELS = (
    model("old", "able", shutdown=date(2026, 1, 1), price=PRICE),
    model("plain", "able", price=PRICE),
    model("best", "able", price=PRICE, is_recommended=True),
)


class Book:
    def models(self, service_id):
        return tuple(one for one in MODELS if one.service == service_id)

    def facts(self, name, service_id):
        known = next((one for one in MODELS if one.name == name), None)
        task = Task.EMBEDDINGS if "embed" in name else Task.CHAT
        return known or ModelFacts(name, service_id, task)


CATALOGUE = Catalogue(
    (service("able", Task.EMBEDDINGS), service("talker", Task.CHAT),
     service("home", Task.EMBEDDINGS, kind="local")),
    book=Book(),
)  # fmt: skip


def connection(service_id, kind=ConnectionKind.CUSTOM):
    address = f"https://{service_id}.example.com/v1"
    return Connection(service_id, service_id, kind, address, service=service_id)


ABLE, TALKER, HOME = connection("able"), connection("talker"), connection("home")
STRANGE = Connection("strange", "", ConnectionKind.CUSTOM, "https://strange.example.com/v1")
OFFLINE = Connection("offline", "", ConnectionKind.OFFLINE, "")


class Ways:
    """What is needed of the ConnectionService."""

    def __init__(self):
        self.asked = 0

    async def all(self):
        return (ABLE, TALKER, HOME, STRANGE, OFFLINE)

    async def models(self, connection):
        self.asked += 1
        return ("embed-a", "chatter")

    @asynccontextmanager
    async def endpoint(self, connection, model):
        yield Endpoint(connection.id, connection.base_url, "k")


class Provider:
    def __init__(self, tokens=7, problem=None):
        self.tokens, self.problem = tokens, problem

    async def embed(self, endpoint, model, texts):
        if self.problem is not None:
            raise self.problem
        vectors = tuple((1.0, float(number)) for number in range(len(texts)))
        return Embedded(vectors, self.tokens)


class Ledger:
    def __init__(self):
        self.kept = []

    async def add(self, record):
        self.kept.append(record)


class NoPrices:
    async def load(self):
        return {}


class Letters:
    def is_ready(self, tokenizer):
        return True

    def count(self, text, tokenizer):
        return TokenCount(len(text), len(text), True)


@pytest.fixture
def ledger():
    return Ledger()


@pytest.fixture
def make(ledger):
    def made(provider=None, ways=None):
        prices = PriceBook(CATALOGUE, NoPrices())
        accountant = Accountant(UsageService(ledger), prices, Letters())
        return EmbeddingService(
            ways or Ways(), provider or Provider(), CATALOGUE, prices, accountant, Letters(),
            lambda: TODAY,
        )  # fmt: skip

    return made


def test_only_who_may_be_able_is_offered(make) -> None:
    assert asyncio.run(make().places()) == (ABLE, HOME, STRANGE)


def test_models_that_answer_are_named_without_asking_the_best_first(make) -> None:
    ways = Ways()
    assert asyncio.run(make(ways=ways).models(ABLE)) == ("best", "plain")
    assert ways.asked == 0


def test_where_the_catalogue_names_none_the_service_is_asked(make) -> None:
    ways = Ways()
    assert asyncio.run(make(ways=ways).models(STRANGE)) == ("embed-a",)
    assert ways.asked == 1


def test_the_price_is_said_before(make) -> None:
    estimate = asyncio.run(make().estimate(ABLE, "best", ["abc", "de"]))
    assert estimate.low == estimate.high == pytest.approx(5 * 2.0 / 1_000_000)
    assert estimate.as_of == PRICE.as_of
    assert asyncio.run(make().estimate(HOME, "embed-a", ["abc"])).is_free
    assert not asyncio.run(make().estimate(STRANGE, "embed-a", ["abc"])).is_known


def test_what_was_used_is_written_down(make, ledger) -> None:
    found = asyncio.run(make().compare(ABLE, "best", ["a", "b", "c"]))
    assert len(found.similarities) == len(found.points) == len(found.texts) == 3
    assert found.cost == pytest.approx(7 * 2.0 / 1_000_000)
    record = ledger.kept[0]
    assert (record.task, record.usage.input_tokens) == ("embeddings", 7)
    assert not record.is_estimate


def test_what_the_service_does_not_count_is_counted_here(make, ledger) -> None:
    found = asyncio.run(make(Provider(tokens=None)).compare(ABLE, "best", ["abc", "de"]))
    assert found.tokens == 5
    assert ledger.kept[0].is_estimate


def test_a_failure_is_passed_on_and_costs_nothing(make, ledger) -> None:
    with pytest.raises(RateLimited):
        asyncio.run(make(Provider(problem=RateLimited())).compare(ABLE, "best", ["a"]))
    assert ledger.kept == []
