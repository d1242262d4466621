"""What a chat costs: on the button, under the answer, in the head, and at the limit."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Task
from gptdesk.domain.costs import Usage
from gptdesk.domain.events import UsageReported
from gptdesk.domain.packs import PackState
from gptdesk.domain.settings import Settings
from gptdesk.domain.tokens import TokenCount
from gptdesk.domain.usage import UsageRecord, UsageSum, total
from gptdesk.services.billing import Accountant
from gptdesk.services.estimating import EstimateService
from gptdesk.services.prices import PriceBook
from gptdesk.services.usage import UsageService
from gptdesk.ui.chat.presenting.pricing import ChatMoney

NOW = 1_790_000_000.0
DAY = date(2026, 10, 13)
REPORT = UsageReported(1000, 100, cached_tokens=400, reasoning_tokens=20)


class Prices(Catalogue):
    """model-a costs a dollar for a thousand tokens of any kind; of others nothing is known."""

    def facts(self, name, service_id=""):
        price = Price(input=1000.0, output=1000.0, as_of=DAY) if name == "model-a" else None
        takes = frozenset({"text", "picture"})
        return ModelFacts(
            name, service_id, Task.CHAT, True, takes=takes, tokenizer="o200k", price=price
        )


class NoOwn:
    def __init__(self):
        self.kept = {}

    async def load(self):
        return self.kept

    async def save(self, prices):
        self.kept = dict(prices)


class Ledger:
    """A UsageStore in memory."""

    def __init__(self):
        self.kept = []

    def spend(self, dollars, conversation=""):
        record = UsageRecord(
            NOW, "chat", "mine", "", "model-a", Usage(1, 1), dollars, conversation_id=conversation
        )
        self.kept.append(record)

    async def add(self, record):
        self.kept.append(record)

    async def sums(self, since, until):
        return tuple(map(_sum, self.kept))

    async def of_conversation(self, conversation_id):
        return total(_sum(r) for r in self.kept if r.conversation_id == conversation_id)

    async def recent_answers(self, model, service, count):
        return ()


def _sum(record):
    return UsageSum(
        "2026-09-21", record.task, record.service, record.model, 1, record.cost or 0.0,
        int(record.cost is None), is_free=record.is_free,
    )  # fmt: skip


class Letters:
    """A TokenCounter for which each letter is a token; remembers in which threads it counted."""

    def __init__(self):
        self.threads = set()

    def is_ready(self, tokenizer):
        return True

    def count(self, text, tokenizer):
        self.threads.add(threading.current_thread())
        return TokenCount(len(text), len(text), True)


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def paying(desk):
    """A desk whose services know prices; not started yet."""
    desk.ledger, desk.letters = Ledger(), Letters()
    desk.book = PriceBook(Prices(), NoOwn(), lambda: DAY)
    usage = UsageService(desk.ledger, lambda: NOW)
    estimates = EstimateService(desk.store, desk.ledger, desk.book, desk.letters)
    desk.money = ChatMoney(estimates, usage)
    desk.accountant = Accountant(usage, desk.book, desk.letters, lambda: NOW)
    return desk


def price(desk):
    return desk.page.composer.send.accessibleName().partition(" ")[2]


def test_the_price_stands_on_the_button_while_one_types(paying) -> None:
    paying.start()
    paying.type("x" * 100)
    # 103 to 108 letters and what stands around them, and an answer of 50 to 1000 tokens
    paying.until(lambda: price(paying) == "$0.15–1.20")
    assert paying.page.composer.cost.text() == "Price of 13 Oct 2026"


def test_pictures_change_the_price_when_they_come_and_when_they_go(paying, tmp_path) -> None:
    image = QImage(1024, 1024, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(tmp_path / "photo.png"))
    paying.sees["model-a"] = True
    paying.start()
    paying.type("x" * 100)
    paying.until(lambda: price(paying) == "$0.15–1.20")

    pasted = QMimeData()
    pasted.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    paying.page.composer.editor.insertFromMimeData(pasted)
    # 85 tokens more at the least, and 2,520 (1,024 patches) at the most
    paying.until(lambda: price(paying) == "$0.23–3.70")
    assert paying.page.composer.cost.text() == "Roughly, price of 13 Oct 2026"

    paying.page.composer.tray.removed.emit(0)
    paying.until(lambda: price(paying) == "$0.15–1.20")


def test_a_picture_without_a_word_has_a_price(paying, tmp_path) -> None:
    paying.sees["model-a"] = True
    paying.start()
    paying.page.composer.editor.pictures_pasted.emit([QImage(64, 64, QImage.Format.Format_RGB32)])
    paying.until(lambda: price(paying).startswith("$"))


def test_counting_is_never_done_in_the_thread_of_the_window(paying) -> None:
    paying.start()
    paying.type("How much?")
    paying.until(lambda: price(paying) != "")
    assert threading.main_thread() not in paying.letters.threads
    assert paying.letters.threads


def test_an_unknown_price_says_so_on_the_button(paying) -> None:
    paying.file.saved = [replace(paying.file.saved[0], model="mystery")]
    paying.start()
    paying.type("How much?")
    paying.until(lambda: price(paying) == "unknown")
    assert paying.page.composer.cost.text() == "The price of this model is not known"


def test_offline_is_free_and_nothing_is_counted(paying) -> None:
    paying.packs.state = PackState.READY
    paying.file.saved = []
    paying.settings = Settings(monthly_limit=0.01)
    paying.ledger.spend(5.0)
    paying.start()
    paying.ask("Hello")
    assert price(paying) == "Free"
    assert paying.texts() == ["Hello", "Hello."]
    assert paying.page.notice.isHidden()


def test_the_cost_stands_under_the_answer_with_its_tokens(paying) -> None:
    paying.start()
    paying.ask("Hello", "Hi", REPORT)
    model = paying.page.transcript
    answer = model.entry(1)
    assert answer.cost == pytest.approx(1.1)
    assert model.cost(answer.id) == "$1.10"
    assert (answer.cached_tokens, answer.reasoning_tokens) == (400, 20)


def test_the_head_says_what_the_chat_cost_so_far(paying) -> None:
    paying.start()
    header = paying.page.header
    assert header.cost.isHidden()
    paying.ask("Hello", "Hi", REPORT)
    paying.until(lambda: header.cost.text() == "This chat so far $1.10")
    paying.ask("More", "Yes", REPORT)
    paying.until(lambda: header.cost.text() == "This chat so far $2.20")


def test_another_currency_is_shown_everywhere_at_once(paying) -> None:
    paying.start()
    paying.ask("Hello", "Hi", REPORT)
    header, model = paying.page.header, paying.page.transcript
    paying.until(lambda: header.cost.text() == "This chat so far $1.10")
    paying.settings = Settings(currency="CNY", currency_rate=7.0)
    paying.presenter.settings_changed()
    assert header.cost.text() == "This chat so far ¥7.70"
    assert model.cost(model.entry(1).id) == "¥7.70"


def test_the_month_is_told_to_the_window(paying) -> None:
    paying.ledger.spend(0.42)
    states = []
    paying.start()
    paying.presenter.money.month_changed.connect(lambda state, month: states.append(state))
    paying.settings = Settings(monthly_limit=5.0)
    paying.ask("Hello", "Hi", REPORT)
    paying.until(lambda: bool(states) and states[-1].spent > 1)
    assert (states[-1].spent, states[-1].limit) == (pytest.approx(1.52), 5.0)


# The limit


def limited(paying, limit, spent):
    paying.settings = Settings(monthly_limit=limit)
    if spent:
        paying.ledger.spend(spent)
    heard = []
    paying.start()
    paying.presenter.money.month_changed.connect(lambda *state: heard.append(state))
    paying.presenter.money.load()
    paying.until(lambda: bool(heard))


def type_and_wait(paying, text):
    paying.type(text)
    paying.until(lambda: "–" in price(paying))


def test_at_four_fifths_a_line_says_so_and_nothing_is_in_the_way(paying) -> None:
    limited(paying, 100.0, 85.0)
    assert "85 %" in paying.page.hint.text
    paying.ask("Hello", "Hi")
    assert paying.page.notice.isHidden()


def test_below_four_fifths_nothing_is_said(paying) -> None:
    limited(paying, 100.0, 79.0)
    assert paying.page.hint.text == ""


def test_at_the_limit_it_is_asked_and_the_message_stays(paying) -> None:
    limited(paying, 5.0, 5.0)
    paying.send("Hello there")
    notice = paying.page.notice
    assert notice.title == "This month's limit is reached"
    assert "$5.00 of $5.00" in notice.text
    assert paying.page.composer.text() == "Hello there"
    assert paying.provider.requests == []


def test_a_message_that_may_pass_the_limit_is_asked_about(paying) -> None:
    limited(paying, 5.0, 4.5)
    type_and_wait(paying, "x" * 100)
    paying.page.composer.send.click()
    assert paying.page.notice.title == "This may pass your limit for the month"
    assert paying.provider.requests == []


def test_send_anyway_sends_once_and_asks_again_the_next_time(paying) -> None:
    limited(paying, 5.0, 5.0)
    paying.send("Hello there")
    with paying.settled():
        paying.page.notice.action.emit("limit.send")
    assert paying.texts() == ["Hello there", "Hello."]
    assert paying.page.notice.isHidden()
    paying.send("And again")
    assert not paying.page.notice.isHidden()
    assert len(paying.provider.requests) == 1


def test_asking_again_is_paid_for_and_asked_about_as_well(paying) -> None:
    limited(paying, 5.0, 0.0)
    paying.ask("Hello", "Hi", REPORT)
    paying.settings = Settings(monthly_limit=0.5)
    paying.page.view.regenerate_requested.emit(paying.last_id())
    assert not paying.page.notice.isHidden()
    assert len(paying.provider.requests) == 1
    with paying.settled():
        paying.page.notice.action.emit("limit.send")
    assert len(paying.provider.requests) == 2


def test_change_the_limit_leads_to_the_costs(paying) -> None:
    limited(paying, 5.0, 5.0)
    paying.send("Hello there")
    paying.page.notice.action.emit("limit.change")
    assert paying.asked_for[-1] == ("costs", "limit")
    paying.settings = Settings(monthly_limit=50.0)
    paying.presenter.settings_changed()
    assert paying.page.notice.isHidden()
    assert paying.page.composer.text() == "Hello there"


def test_without_a_limit_nothing_is_asked(paying) -> None:
    limited(paying, 0.0, 99.0)
    paying.ask("Hello", "Hi")
    assert paying.page.notice.isHidden()


def test_a_stopped_answer_is_paid_for_by_our_own_count(paying) -> None:
    paying.start()
    paying.provider.scripts.append(["Half of it", "…"])
    paying.send("Hello")
    paying.until(lambda: "Half of it" in paying.texts())
    with paying.settled():
        paying.page.composer.stop.click()
    (record,) = paying.ledger.kept
    assert record.is_estimate
    assert record.cost > 0
