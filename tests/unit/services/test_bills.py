"""Every request leaves a record of what it used, however it ended."""

from __future__ import annotations

import asyncio
import csv
import io
from dataclasses import replace
from datetime import date, datetime

import pytest

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Service, Task
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import Usage
from gptdesk.domain.events import Finished, UsageReported
from gptdesk.domain.messages import MessageState
from gptdesk.domain.problems import ConnectionCut, StorageReadOnly
from gptdesk.domain.tokens import TokenCount, picture_tokens
from gptdesk.domain.usage import UsageRecord, UsageSum
from gptdesk.providers.environment import environment_connection
from gptdesk.services.billing import Accountant
from gptdesk.services.chat import ChatService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.models import ModelService
from gptdesk.services.prices import PriceBook
from gptdesk.services.usage import Period, UsageService, span

DAY = date(2026, 10, 13)
PRICE = Price(input=1.0, cached=0.1, output=10.0, as_of=DAY)
NOW = datetime(2026, 11, 24, 12).timestamp()


class Priced(Catalogue):
    """model-a has a price; of others nothing is known. A service on this computer is "local"."""

    def facts(self, name, service_id=""):
        price = PRICE if name == "model-a" else None
        return ModelFacts(name, service_id, Task.CHAT, True, tokenizer="o200k", price=price)

    def service(self, service_id):
        kind = "local" if service_id == "ollama" else "cloud"
        return Service(service_id, kind, {"en": service_id}, {}, (), {}) if service_id else None


class NoPrices:
    async def load(self):
        return {}

    async def save(self, prices): ...


class Ledger:
    """A UsageStore in memory."""

    def __init__(self):
        self.kept = []
        self.problem = None

    async def add(self, record):
        if self.problem is not None:
            raise self.problem
        self.kept.append(record)

    async def records(self, since, until):
        return tuple(r for r in self.kept if since <= r.at < until)


class Letters:
    """A TokenCounter for which each letter is a token."""

    ready = True

    def is_ready(self, tokenizer):
        return self.ready

    def count(self, text, tokenizer):
        assert self.ready, "nobody waits for a vocabulary here"
        return TokenCount(len(text), len(text), True)


@pytest.fixture
def ledger():
    return Ledger()


@pytest.fixture
def letters():
    return Letters()


@pytest.fixture
def make_chat(store, keys, engine, packs, connections_file, make_provider, ledger, letters):
    keys.keys["c1"] = "k"

    def make(*scripts, waits=None):
        provider = make_provider(*scripts)
        connections = ConnectionService(connections_file, keys, provider, engine, packs)
        usage = UsageService(ledger, lambda: NOW)
        accountant = Accountant(usage, PriceBook(Priced(), NoPrices()), letters, lambda: NOW)

        async def sleep(seconds):
            if waits is not None:
                waits.append(seconds)

        return ChatService(
            store, connections, provider, engine, accountant=accountant, now=lambda: NOW,
            sleep=sleep,
        )  # fmt: skip

    return make


async def all_of(events):
    return [event async for event in events]


async def stopped_after(events, count):
    """Take so many events, then stop as a person does."""
    seen = []

    async def listen():
        async for event in events:
            seen.append(event)
            if len(seen) == count:
                asyncio.current_task().cancel()

    task = asyncio.ensure_future(listen())
    with pytest.raises(asyncio.CancelledError):
        await task
    await events.aclose()


REPORT = UsageReported(1000, 100, cached_tokens=500, reasoning_tokens=60)


def test_an_answer_knows_what_it_cost(make_chat, store, conversation, ledger) -> None:
    chat = make_chat(["Hello", REPORT])
    asyncio.run(all_of(chat.ask("chat", "Hi")))
    answer = store.messages[-1]
    dollars = (500 * 1.0 + 500 * 0.1 + 100 * 10) / 1_000_000
    assert answer.cost == pytest.approx(dollars)
    assert (answer.input_tokens, answer.output_tokens) == (1000, 100)
    assert (answer.cached_tokens, answer.reasoning_tokens) == (500, 60)
    (record,) = ledger.kept
    assert record.usage == Usage(1000, 100, 500, 60)
    assert (record.cost, record.price_as_of) == (answer.cost, "2026-10-13")
    assert (record.task, record.model, record.connection_id) == ("chat", "model-a", "c1")
    assert (record.conversation_id, record.message_id) == ("chat", answer.id)
    assert not record.is_estimate
    assert not record.is_free


def test_an_unknown_price_leaves_the_tokens_and_no_cost(
    make_chat, store, conversation, ledger
) -> None:
    store.rows["chat"] = replace(conversation, model="mystery")
    asyncio.run(all_of(make_chat(["Hello", REPORT]).ask("chat", "Hi")))
    assert store.messages[-1].cost is None
    assert store.messages[-1].input_tokens == 1000
    assert ledger.kept[0].cost is None


def test_a_stopped_answer_is_counted_here_and_marked_so(
    make_chat, store, conversation, ledger
) -> None:
    async def play():
        # question, answer, model, then two pieces of it
        await stopped_after(make_chat(["Hello", " there", "…"]).ask("chat", "Hi"), 6)

    asyncio.run(play())
    answer = store.messages[-1]
    assert answer.state is MessageState.INTERRUPTED
    (record,) = ledger.kept
    assert record.is_estimate
    assert record.usage.output_tokens == len(answer.text) > 0
    assert record.usage.input_tokens >= len("Hi")
    assert record.cost == answer.cost > 0


def test_a_stopped_answer_is_counted_also_before_a_vocabulary_is_there(
    make_chat, conversation, ledger, letters
) -> None:
    letters.ready = False

    async def play():
        await stopped_after(make_chat(["Hello", " there", "…"]).ask("chat", "Hi"), 6)

    asyncio.run(play())
    assert ledger.kept[0].is_estimate
    assert ledger.kept[0].usage.output_tokens > 0


def test_an_answer_that_broke_off_is_paid_for(make_chat, conversation, ledger) -> None:
    with pytest.raises(ConnectionCut):
        asyncio.run(all_of(make_chat(["Half", ConnectionCut()]).ask("chat", "Hi")))
    assert [record.is_estimate for record in ledger.kept] == [True]


def test_a_request_without_an_answer_costs_nothing(make_chat, conversation, ledger) -> None:
    with pytest.raises(ConnectionCut):
        asyncio.run(all_of(make_chat([ConnectionCut()]).ask("chat", "Hi")))
    assert ledger.kept == []


def test_tokens_that_were_reported_without_a_word_are_paid_for(
    make_chat, conversation, ledger
) -> None:
    with pytest.raises(ConnectionCut):
        asyncio.run(all_of(make_chat([REPORT, ConnectionCut()]).ask("chat", "Hi")))
    assert [record.usage.output_tokens for record in ledger.kept] == [100]


def test_an_answer_that_is_continued_costs_both_parts(
    make_chat, store, conversation, ledger
) -> None:
    chat = make_chat(["Half", UsageReported(10, 5), Finished("length")], ["rest", REPORT])
    asyncio.run(all_of(chat.ask("chat", "Hi")))
    answer = store.messages[-1]
    asyncio.run(all_of(chat.go_on("chat", answer.id)))
    both = store.messages[-1]
    assert (both.input_tokens, both.output_tokens) == (1010, 105)
    assert both.cost == pytest.approx(sum(record.cost for record in ledger.kept))
    assert len(ledger.kept) == 2


def test_a_disk_that_refuses_the_record_does_not_cost_the_answer(
    make_chat, store, conversation, ledger
) -> None:
    ledger.problem = StorageReadOnly("x")
    asyncio.run(all_of(make_chat(["Hello", REPORT]).ask("chat", "Hi")))
    assert store.messages[-1].text == "Hello"
    assert store.messages[-1].cost > 0


def test_without_a_report_the_pictures_that_were_sent_are_counted_too(
    make_chat, store, conversation, ledger
) -> None:
    photo = Attachment("p", "image/png", 1024, 1024, 9)
    asyncio.run(all_of(make_chat(["Hello"]).ask("chat", "Hi")))
    asyncio.run(all_of(make_chat(["Hello"]).ask("chat", "Hi", (photo,))))
    plain, shown = (record.usage.input_tokens for record in ledger.kept)
    assert all(record.is_estimate for record in ledger.kept)
    assert shown >= plain + picture_tokens((1024, 1024), "o200k").low


def test_the_offline_pack_is_free_and_still_counted(
    make_chat, store, conversation, ledger, packs
) -> None:
    packs.ready.add("small")
    store.rows["chat"] = replace(conversation, connection_id="offline", model="small")
    asyncio.run(all_of(make_chat(["Hello", REPORT]).ask("chat", "Hi")))
    (record,) = ledger.kept
    assert (record.is_free, record.cost) == (True, 0.0)
    assert store.messages[-1].cost == 0.0


def test_a_program_on_this_computer_is_free_too() -> None:
    book = PriceBook(Priced(), NoPrices())
    at_home = Connection(
        "o", "", ConnectionKind.CUSTOM, "http://127.0.0.1:11434/v1", service="ollama"
    )
    assert book.is_free(at_home, "llama3")
    assert not book.is_free(replace(at_home, service="openai"), "llama3")


def test_what_a_local_program_only_hands_on_is_not_free() -> None:
    """Ollama's cloud models answer elsewhere, and nobody knows their price."""
    book = PriceBook(load_catalogue(), NoPrices())
    at_home = Connection("o", "", ConnectionKind.CUSTOM, "http://127.0.0.1:11434/v1")
    assert book.is_free(at_home, "gpt-oss:20b")
    assert not book.is_free(at_home, "gpt-oss:120b-cloud")
    assert book.price_at(at_home, "gpt-oss:120b-cloud") is None


def test_the_connection_from_the_environment_pays_the_price_of_its_address() -> None:
    catalogue = load_catalogue()
    place = catalogue.service("deepseek").places[0].base_url
    found = environment_connection({"OPENAI_API_KEY": "k" * 20, "OPENAI_BASE_URL": place})[0]
    book = PriceBook(catalogue, NoPrices())
    assert book.service_of(found) == "deepseek"
    model = catalogue.service("deepseek").models[0]
    assert book.price_at(found, model) == catalogue.facts(model, "deepseek").price is not None
    models = ModelService(None, None, catalogue=catalogue)
    assert models.service(found) is catalogue.service("deepseek")


def test_the_offline_pack_is_no_preset_whatever_port_it_gets() -> None:
    at_port = Connection("offline", "", ConnectionKind.OFFLINE, "http://127.0.0.1:11434/v1")
    assert load_catalogue().service_of(at_port) is None


# Periods and the table


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        (Period.MONTH, (2026, 1, 1), (2026, 2, 1)),
        (Period.LAST_MONTH, (2025, 12, 1), (2026, 1, 1)),
        (Period.YEAR, (2026, 1, 1), (2027, 1, 1)),
    ],
)
def test_a_period_begins_at_midnight(period, since, until) -> None:
    now = datetime(2026, 1, 31, 23, 59).timestamp()
    assert span(period, now) == (datetime(*since).timestamp(), datetime(*until).timestamp())


def test_december_ends_with_the_year() -> None:
    now = datetime(2026, 12, 31).timestamp()
    assert span(Period.MONTH, now)[1] == datetime(2027, 1, 1).timestamp()


def test_the_table_can_be_read_back_and_holds_no_formula(ledger) -> None:
    ledger.kept = [
        UsageRecord(
            NOW, "chat", "c", "s", '=cmd|"/c calc"!A1', Usage(10, 5), 0.0000125, is_estimate=True
        ),
        UsageRecord(NOW, "chat", "c", "s", "模型, 大", Usage(None, None, seconds=1.5), None),
    ]  # fmt: skip
    text = asyncio.run(UsageService(ledger, lambda: NOW).table())
    head, first, second = list(csv.reader(io.StringIO(text)))
    told = dict(zip(head, first, strict=True))
    assert told["model"] == '\'=cmd|"/c calc"!A1'
    assert (told["cost in USD"], told["counted by"]) == ("0.0000125", "gptdesk (estimate)")
    told = dict(zip(head, second, strict=True))
    assert (told["model"], told["cost in USD"]) == ("模型, 大", "unknown")
    assert (told["input tokens"], told["time"]) == ("", "2026-11-24 12:00:00")


def test_a_december_before_is_last_year_s_and_any_other_month_is_this_year_s() -> None:
    now = datetime(2026, 11, 24).timestamp()
    begin, end = span(Period.LAST_MONTH, now)
    assert (begin, end) == (
        datetime(2026, 10, 1).timestamp(),
        datetime(2026, 11, 1).timestamp(),
    )


def test_sums_are_asked_of_the_store_for_the_right_time(ledger) -> None:
    asked = []

    async def sums(since, until):
        asked.append((since, until))
        return (UsageSum("2026-11-24", "chat", "s", "m", 2, 4.0),)

    async def of_conversation(conversation_id):
        return UsageSum(requests=1, cost=0.5)

    async def models():
        return (("s", "m"),)

    ledger.sums, ledger.of_conversation, ledger.models = sums, of_conversation, models
    usage = UsageService(ledger, lambda: NOW)
    assert asyncio.run(usage.month()).cost == 4.0
    state = asyncio.run(usage.limit_state(5.0))
    assert (state.is_near, state.is_reached) == (True, False)
    assert asyncio.run(usage.of_conversation("chat")).cost == 0.5
    assert asyncio.run(usage.models()) == (("s", "m"),)
    assert asked == [span(Period.MONTH, NOW)] * 2


def test_a_table_of_one_month_holds_no_other(ledger) -> None:
    before = UsageRecord(NOW - 40 * 86_400, "chat", "c", "s", "old", Usage(1, 1), 0.1)
    ledger.kept = [before, replace(before, at=NOW, model="new")]
    text = asyncio.run(UsageService(ledger, lambda: NOW).table(Period.MONTH))
    assert [row[3] for row in csv.reader(io.StringIO(text))][1:] == ["new"]


def test_prices_are_read_at_the_start_and_services_have_names() -> None:
    class Kept(NoPrices):
        async def load(self):
            return {("s", "mystery"): PRICE}

    book = PriceBook(Priced(), Kept())
    asyncio.run(book.load())
    assert book.price("mystery", "s") == PRICE
    assert book.service_title("s") == {"en": "s"}
    assert book.service_title("") == {}
