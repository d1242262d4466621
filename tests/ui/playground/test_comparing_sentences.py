"""Sentences are compared through a connection, and what is missing is said."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit

from gptdesk.domain.catalogue import Catalogue, Certainty, ModelFacts, Place, Price, Service, Task
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.domain.tokens import TokenCount
from gptdesk.providers.client import Clients
from gptdesk.providers.embeddings import OpenAIEmbeddings
from gptdesk.runtime.calls import Calls
from gptdesk.services.billing import Accountant
from gptdesk.services.embeddings import EmbeddingService
from gptdesk.services.prices import PriceBook
from gptdesk.services.usage import UsageService
from gptdesk.ui.learn.playground.meaning_page import MOST
from gptdesk.ui.learn.playground.meaning_presenter import MeaningPresenter
from gptdesk.ui.learn.playground.page import PlaygroundPage
from server.behaviours import Silent
from server.embedding import EMBEDDINGS, Embeds
from server.failures import no_credit
from server.fixture import server as server

KEY = "sk-Secret0123456789abcdefghijKLMN"
SENTENCES = ["the cat sleeps", "a cat is asleep", "明天下雨"]


class Book:
    def models(self, service_id):
        price = Price(input=2.0, as_of=date(2026, 8, 21))
        found = ModelFacts("embed-small", "able", Task.EMBEDDINGS, True, price=price)
        return (found,) if service_id == "able" else ()

    def facts(self, name, service_id):
        known = next((one for one in self.models(service_id) if one.name == name), None)
        task = Task.EMBEDDINGS if "embed" in name else Task.CHAT
        return known or ModelFacts(name, service_id, task)


class Ways:
    """What is needed of the ConnectionService, at the test service."""

    def __init__(self, server):
        self.server = server
        self.there = ("able",)
        self.listings = 0

    async def all(self):
        return tuple(
            Connection(one, one.title(), ConnectionKind.CUSTOM, self.server.base_url, service=one)
            for one in self.there
        )

    async def models(self, connection):
        self.listings += 1
        return ("embed-own", "chatter")

    def endpoint(self, connection, model):
        from contextlib import asynccontextmanager

        @asynccontextmanager
        async def opened():
            yield Endpoint(connection.id, connection.base_url, KEY)

        return opened()


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


def catalogue(server):
    def service(name, task):
        place = Place("1", {"en": "1"}, server.base_url)
        return Service(name, "cloud", {"en": name}, {}, (place,), {task: Certainty.CONFIRMED})

    services = [service("able", Task.EMBEDDINGS), service("own", Task.EMBEDDINGS)]
    return Catalogue((*services, service("talker", Task.CHAT)), book=Book())


class Desk:
    def __init__(self, qtbot, core, server):
        self.qtbot, self.core, self.server = qtbot, core, server
        self.ways, self.ledger, self.clients = Ways(server), Ledger(), Clients()
        prices = PriceBook(catalogue(server), NoPrices())
        accountant = Accountant(UsageService(self.ledger), prices, Letters())
        service = EmbeddingService(
            self.ways, OpenAIEmbeddings(self.clients), catalogue(server), prices, accountant,
            Letters(),
        )  # fmt: skip
        self.playground = PlaygroundPage()
        qtbot.addWidget(self.playground)
        self.playground.resize(1200, 760)
        self.page = self.playground.meaning
        self.calls = Calls(core, self.playground)
        self.presenter = MeaningPresenter(self.page, self.calls, service)
        self.playground.show_part("meaning")
        self.playground.show()

    @property
    def button(self):
        return self.playground.findChild(QAbstractButton, "learn.playground.compare")

    def connected(self):
        self.qtbot.waitUntil(lambda: bool(self.page.model))

    def compare(self):
        self.button.click()
        self.qtbot.waitUntil(lambda: self.presenter._operation is None)

    def close(self):
        self.presenter.shutdown()
        self.calls.shutdown()
        operation = self.core.call(self.clients.aclose())
        with self.qtbot.waitSignal(operation.finished):
            pass


@pytest.fixture
def desk(qtbot, core, server):
    made = Desk(qtbot, core, server)
    yield made
    made.close()


def test_near_sentences_get_high_figures_and_stand_near_on_the_map(desk) -> None:
    desk.page.set_sentences(SENTENCES)
    desk.connected()
    desk.compare()
    heat = desk.page.heat
    assert heat.rowCount() == heat.columnCount() == 3
    assert heat.item(0, 0).text() == "1.00"
    assert float(heat.item(0, 1).text()) > float(heat.item(0, 2).text())
    one, near, far = desk.page.points.places()
    assert (one - near).manhattanLength() < (one - far).manhattanLength()


def test_what_is_seen_is_also_said(desk) -> None:
    desk.page.set_sentences(SENTENCES)
    desk.connected()
    desk.compare()
    spoken = desk.page.heat.item(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert SENTENCES[0] in spoken and SENTENCES[1] in spoken
    assert SENTENCES[2] in desk.page.points.accessibleDescription()


def test_the_price_stands_on_the_button_and_what_was_used_under_the_result(desk) -> None:
    desk.connected()
    desk.qtbot.waitUntil(lambda: "$" in desk.button.price)
    desk.compare()
    tokens = desk.ledger.kept[0].usage.input_tokens
    assert str(tokens) in desk.page._note.text() and "$" in desk.page._note.text()
    assert desk.ledger.kept[0].task == "embeddings"


def test_without_such_a_connection_it_says_what_is_needed(desk) -> None:
    desk.ways.there = ("talker",)
    desk.presenter.refresh()
    desk.qtbot.waitUntil(lambda: desk.page.notice.isVisible())
    assert not desk.button.isVisible()
    with desk.qtbot.waitSignal(desk.playground.action) as asked:
        action = desk.page.notice.findChild(QAbstractButton, "notice.action")
        action.click()
    assert asked.args == ["settings"]
    desk.ways.there = ("able",)
    desk.presenter.refresh()
    desk.qtbot.waitUntil(lambda: desk.button.isVisible())
    assert not desk.page.notice.isVisible()


def test_a_failure_is_said_in_place_and_the_result_before_stays(desk) -> None:
    desk.connected()
    desk.compare()
    desk.server.script([no_credit()], EMBEDDINGS)
    desk.compare()
    assert desk.page.notice.isVisible()
    assert desk.page.heat.rowCount() > 0
    assert len(desk.ledger.kept) == 1
    desk.compare()
    assert not desk.page.notice.isVisible()


def test_a_comparison_can_be_stopped(desk) -> None:
    desk.server.script([Silent()], EMBEDDINGS)
    desk.connected()
    desk.button.click()
    request = desk.server.wait_for_request()
    assert desk.button.is_stop
    desk.button.click()
    desk.qtbot.waitUntil(lambda: desk.presenter._operation is None)
    assert request.gone.wait(5)
    assert not desk.button.is_stop and not desk.page.notice.isVisible()
    assert desk.ledger.kept == []


def test_one_sentence_is_not_compared(desk) -> None:
    desk.connected()
    desk.page.set_sentences(["only one"])
    assert not desk.button.isEnabled()
    desk.page.set_sentences(["one", "two"])
    assert desk.button.isEnabled()


def test_too_many_sentences_are_said_to_be_left_out(desk) -> None:
    desk.connected()
    desk.page.set_sentences([f"sentence {number}" for number in range(MOST + 3)])
    assert len(desk.page.sentences()) == MOST
    assert "left out" in desk.page._count.text()
    desk.compare()
    assert desk.page.heat.rowCount() == MOST


def test_a_service_whose_models_nobody_named_is_asked_for_them(desk) -> None:
    desk.ways.there = ("own",)
    desk.presenter.refresh()
    desk.qtbot.waitUntil(lambda: desk.page.model == "embed-own")
    choice = desk.playground.findChild(QComboBox, "learn.playground.embedding_model")
    assert choice.count() == 1


def test_the_sentences_survive_another_language(desk) -> None:
    editor = desk.playground.findChild(QPlainTextEdit, "learn.playground.sentences")
    editor.setPlainText("my own\nwords")
    desk.page._retranslate()
    assert desk.page.sentences() == ["my own", "words"]


def test_base64_and_other_orders_come_out_the_same(desk) -> None:
    desk.page.set_sentences(SENTENCES)
    desk.connected()
    desk.compare()
    first = [near for row in desk.page.heat._rows for near in row]
    desk.server.script([Embeds(as_base64=True, is_backwards=True)], EMBEDDINGS)
    desk.compare()
    assert [near for row in desk.page.heat._rows for near in row] == pytest.approx(first)
