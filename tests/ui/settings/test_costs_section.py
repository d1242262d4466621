"""Costs in Settings: what was used, the limit, the currency and the prices."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Service, Task
from gptdesk.domain.costs import Usage
from gptdesk.domain.settings import Settings
from gptdesk.domain.usage import UsageRecord, UsageSum
from gptdesk.services.prices import PriceBook
from gptdesk.services.usage import UsageService
from gptdesk.ui.settings.costs_presenter import CostSources
from gptdesk.ui.settings.usage_chart import UsageChart
from gptdesk.ui.settings.usage_table import UsageTable

TODAY = date.today()
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12).timestamp()
LISTED = Price(input=0.1, cached=0.01, output=0.5, as_of=date(2026, 10, 13))


class Known(Catalogue):
    """Two models of one service; the price of the second is not known."""

    def facts(self, name, service_id=""):
        price = LISTED if name == "gpt-6-luna" else None
        return ModelFacts(name, service_id, Task.CHAT, True, price=price)

    def service(self, service_id):
        title = {"en": "OpenAI", "zh_CN": "OpenAI"}
        return Service(service_id, "cloud", title, {}, (), {}) if service_id == "openai" else None

    def models(self, service_id=""):
        return tuple(self.facts(name, "openai") for name in ("gpt-6-luna", "mystery"))


class OwnPrices:
    def __init__(self):
        self.kept = {}

    async def load(self):
        return dict(self.kept)

    async def save(self, prices):
        self.kept = dict(prices)


class Ledger:
    """A UsageStore in memory; all its records are of today."""

    def __init__(self):
        self.kept = []
        self.asked = []

    async def sums(self, since, until):
        self.asked.append((since, until))
        return tuple(
            UsageSum(
                TODAY.isoformat(), r.task, r.service, r.model, 1, r.cost or 0.0,
                int(r.cost is None), int(r.is_estimate), r.usage.input_tokens,
                r.usage.output_tokens, is_free=r.is_free,
            )
            for r in self.kept if since <= r.at < until
        )  # fmt: skip

    async def records(self, since, until):
        return tuple(r for r in self.kept if since <= r.at < until)

    async def models(self):
        return tuple(dict.fromkeys((r.service, r.model) for r in self.kept))


def used(model, cost, **how):
    return UsageRecord(NOON, "chat", "c", "openai", model, Usage(1000, 200), cost, **how)


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def costs(unstarted):
    desk = unstarted
    desk.ledger, desk.own = Ledger(), OwnPrices()
    desk.ledger.kept = [
        used("gpt-6-luna", 0.25),
        used("gpt-6-luna", 0.5, is_estimate=True),
        used("mystery", None),
    ]
    usage = UsageService(desk.ledger, lambda: NOON)
    desk.costs = CostSources(usage, PriceBook(Known(), desk.own, lambda: TODAY))
    desk.start()
    desk.presenter.open("costs")
    desk.settle()
    return desk


def lines(desk, name):
    return desk.find(name, UsageTable).lines()


def view(desk):
    return desk.page.view("costs")


def test_the_sum_says_what_is_not_in_it(costs) -> None:
    said = costs.texts()
    assert "$0.75 for 3" in said
    assert "The price of 1" in said
    assert "counted here" in said


def test_it_is_told_by_tab_and_by_model(costs) -> None:
    (chat,) = lines(costs, "settings.usage.tabs")
    assert (chat.name, chat.numbers) == ("Chat", ("3", "$0.75"))
    luna, mystery = lines(costs, "settings.usage.models")
    assert (luna.name, luna.note, luna.numbers) == (
        "gpt-6-luna", "OpenAI", ("2,000", "400", "$0.75"),
    )  # fmt: skip
    assert mystery.numbers[-1] == "unknown"


def test_the_chart_can_be_heard_and_hovered(costs) -> None:
    chart = costs.find("settings.usage.chart", UsageChart)
    assert chart.accessibleDescription().endswith(": $0.75")
    chart.resize(640, 176)
    assert chart.bar_rect(TODAY.day - 1).height() > 100
    others = [chart.bar_rect(day).height() for day in range(28) if day != TODAY.day - 1]
    assert set(others) == {0.0}
    middle = chart.bar_rect(TODAY.day - 1).center().toPoint()
    hover = QHelpEvent(QEvent.Type.ToolTip, middle, chart.mapToGlobal(QPoint(0, 0)))
    assert QApplication.sendEvent(chart, hover)


def test_a_year_has_a_bar_for_each_month(costs) -> None:
    view(costs).usage._period.choose("year")
    view(costs).usage.period_chosen.emit("year")
    costs.settle()
    chart = costs.find("settings.usage.chart", UsageChart)
    assert len(chart._bars) == 12
    chart.resize(640, 176)
    assert chart.bar_rect(TODAY.month - 1).height() > 100


def test_a_time_without_use_says_so(costs) -> None:
    costs.ledger.kept = []
    costs.presenter.costs.reload()
    costs.settle()
    assert "Nothing was used in this time." in costs.texts()
    assert costs.find("settings.usage.chart", UsageChart).isHidden()


def test_what_was_used_becomes_a_file_that_spreadsheets_read(costs, tmp_path) -> None:
    file = tmp_path / "用量.csv"
    costs.presenter.costs._ask_file = lambda parent, name: str(file)
    costs.ledger.kept.append(used("=1+1", 0.1))
    costs.press("settings.usage.export")
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == 5
    assert rows[-1][3] == "'=1+1"
    assert str(file) in costs.texts()


def test_a_file_that_cannot_be_written_is_said_in_place(costs, tmp_path) -> None:
    costs.presenter.costs._ask_file = lambda parent, name: str(tmp_path / "no" / "folder.csv")
    costs.press("settings.usage.export")
    assert not view(costs).notice.isHidden()


def test_thinking_better_of_it_writes_nothing(costs, tmp_path) -> None:
    costs.presenter.costs._ask_file = lambda parent, name: ""
    costs.press("settings.usage.export")
    assert view(costs).notice.isHidden()
    assert "Saved as" not in costs.texts()


# Limit and currency


def leave(desk, name, text):
    desk.type(name, text)
    desk.find(name, QLineEdit).editingFinished.emit()
    desk.settle()


def test_a_limit_is_kept_in_dollars(costs) -> None:
    leave(costs, "settings.limit", "5")
    assert costs.settings.monthly_limit == 5.0
    leave(costs, "settings.limit", "")
    assert costs.settings.monthly_limit == 0.0


def test_who_comes_to_change_the_limit_finds_it_ready_to_type(costs, qtbot) -> None:
    costs.presenter.open("costs", "limit")
    field = costs.find("settings.limit", QLineEdit)
    qtbot.waitUntil(lambda: costs.page.window().focusWidget() is field)


def test_a_limit_that_is_no_number_changes_nothing_and_says_so(costs) -> None:
    leave(costs, "settings.limit", "five")
    assert costs.settings.monthly_limit == 0.0
    assert costs.saved == []
    assert "This is not a number" in costs.texts()


def test_a_new_currency_shows_dollars_until_it_has_a_rate(costs) -> None:
    view(costs).limit.currency_chosen.emit("CNY")
    costs.settle()
    assert (costs.settings.currency, costs.settings.currency_rate) == ("CNY", 0.0)
    assert "$0.75 for 3" in costs.texts()
    leave(costs, "settings.rate", "7")
    assert costs.settings.currency_rate == 7.0
    assert "¥5.25 for 3" in costs.texts()


def test_a_limit_in_another_currency_is_the_same_money(costs) -> None:
    costs.settings = Settings(currency="CNY", currency_rate=7.0, monthly_limit=5.0)
    costs.presenter.show_settings()
    assert costs.find("settings.limit", QLineEdit).text() == "35"
    leave(costs, "settings.limit", "70")
    assert costs.settings.monthly_limit == 10.0


# Prices


def prices(desk):
    return [row.words for row in view(desk).prices.rows()]


def test_each_price_stands_with_its_day(costs) -> None:
    luna, mystery = prices(costs)
    assert luna == "read $0.10 · cached $0.01 · written $0.50 · 13 Oct 2026"
    assert mystery == "unknown"


def open_editor(desk, model):
    row = next(r for r in view(desk).prices.rows() if model in r._change.accessibleName())
    row._change.click()


def change(desk, model, **amounts):
    open_editor(desk, model)
    for name, text in amounts.items():
        desk.type(f"settings.price.{name}", text)
    desk.press("settings.price.save")


def test_a_price_of_ones_own_wins_and_says_whose_it_is(costs, qtbot) -> None:
    with qtbot.waitSignal(costs.presenter.prices_changed):
        change(costs, "mystery", input="2", output="8")
    costs.settle()
    assert costs.own.kept["openai", "mystery"] == Price(input=2.0, output=8.0, as_of=TODAY)
    assert "read $2.00 · written $8.00" in " ".join(prices(costs))
    assert "yours" in costs.texts()


def test_one_goes_back_to_the_listed_price(costs, qtbot) -> None:
    change(costs, "gpt-6-luna", input="9")
    open_editor(costs, "gpt-6-luna")
    with qtbot.waitSignal(costs.presenter.prices_changed):
        costs.press("settings.price.reset")
    costs.settle()
    assert costs.own.kept == {}
    assert prices(costs)[0].startswith("read $0.10")


def test_an_empty_price_is_unknown_and_not_nothing(costs) -> None:
    change(costs, "gpt-6-luna", cached="")
    assert costs.own.kept["openai", "gpt-6-luna"].cached is None


def test_a_price_that_is_no_number_is_not_taken(costs) -> None:
    change(costs, "gpt-6-luna", input="cheap")
    assert costs.own.kept == {}
    assert "This is not a number" in costs.texts()


def test_the_search_of_settings_finds_costs(costs) -> None:
    costs.find("settings.search", QLineEdit).setText("currency")
    assert [row.id for row in costs.page._list.rows()] == ["costs"]
