"""What was spoken is written down with its price, and only what was really made."""

from __future__ import annotations

import pytest

from gptdesk.domain.catalogue import Price
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import FREE
from gptdesk.domain.problems import Problem
from gptdesk.domain.tokens import NOTHING
from gptdesk.services.billing import Accountant
from gptdesk.services.prices import PriceBook
from gptdesk.services.speech_money import SpeechMoney
from gptdesk.services.usage import UsageService
from gptdesk.storage.usage import UsageTable
from server.behaviours import Fail
from speech_studio import MODEL, SETTINGS, FakeCatalogue

TEXT = "The lamp was lit. 今晚我又听见了它。"


class Prices:
    """The user's own prices."""

    def __init__(self, own=None) -> None:
        self.own = own or {}

    async def load(self):
        return self.own

    async def save(self, prices) -> None:
        self.own = dict(prices)


class Counter:
    def is_ready(self, tokenizer):
        return False

    def count(self, text, tokenizer):
        return NOTHING


async def with_money(studio, own=None):
    """The studio's service, with prices and a table of what was used."""
    book = PriceBook(FakeCatalogue(), Prices(own))
    await book.load()
    usage = UsageService(UsageTable(studio.database))
    money = SpeechMoney(book, Accountant(usage, book, Counter()))
    studio.service._money = studio.service.models._money = money
    return usage


def test_each_piece_is_written_down_once(in_studio):
    async def work(studio):
        usage = await with_money(studio)
        await studio.speak(TEXT)
        await studio.speak(TEXT)  # it is there already: nothing is paid
        month = await usage.month()
        assert (month.requests, month.task, month.model) == (1, "speech", MODEL)
        assert month.cost == pytest.approx(len(TEXT) * 15 / 1_000_000)

    in_studio(work)


def test_a_voice_that_is_tried_is_paid_for_too(in_studio):
    async def work(studio):
        usage = await with_money(studio)
        await studio.service.preview("Hello.", SETTINGS)
        assert (await usage.month()).requests == 1

    in_studio(work)


def test_what_was_refused_costs_nothing(in_studio):
    async def work(studio):
        usage = await with_money(studio)
        studio.server.speaks = Fail(
            400, "Rejected by our safety system", "content_policy_violation"
        )
        with pytest.raises(Problem):
            await studio.speak(TEXT)
        assert (await usage.month()).requests == 0

    in_studio(work)


def test_the_price_of_ones_own_comes_first(in_studio):
    async def work(studio):
        await with_money(studio, {("", MODEL): Price(characters=100.0)})
        connection = await studio.connections.get("mine")
        found = studio.service.models.estimate(connection, MODEL, "x" * 1000)
        assert (found.low, found.high) == (0.1, 0.1)

    in_studio(work)


def test_by_the_minute_a_price_lies_between_two_sums(in_studio):
    async def work(studio):
        await with_money(studio, {("", MODEL): Price(minute=0.6)})
        connection = await studio.connections.get("mine")
        found = studio.service.models.estimate(connection, MODEL, "x" * 900, 2.0)
        assert (found.low, found.high) == (pytest.approx(0.225), pytest.approx(0.375))
        assert found.is_rough

    in_studio(work)


def test_the_offline_pack_is_free(in_studio):
    async def work(studio):
        offline = Connection("offline", "", ConnectionKind.OFFLINE, "", "kokoro-82m")
        assert studio.service.models.estimate(offline, "kokoro-82m", TEXT) == FREE

    in_studio(work)


def test_the_history_tells_what_each_text_cost(in_studio):
    async def work(studio):
        await with_money(studio)
        await studio.speak(TEXT)
        await studio.speak(TEXT)  # nothing new is made, so nothing is paid
        free, paid = await studio.service.history()
        assert paid.cost == pytest.approx(len(TEXT) * 15 / 1_000_000)
        assert free.cost is None

    in_studio(work)
