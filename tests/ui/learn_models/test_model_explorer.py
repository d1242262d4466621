"""The model explorer: what its tables show, how they are narrowed down, and what leads where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTableView

from gptdesk.domain.catalogue import Price
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.computer import Computer, Graphics
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.settings import Settings
from gptdesk.runtime.calls import Calls
from gptdesk.services.prices import PriceBook
from gptdesk.ui.learn.models.page import ExplorerPage
from gptdesk.ui.learn.models.presenter import ExplorerPresenter
from gptdesk.ui.learn.models.table import Look
from gptdesk.ui.learn.models.timeline import Timeline
from gptdesk.ui.widgets.chips import Chip
from gptdesk.ui.widgets.money import Money

TODAY = date(2026, 11, 24)
CATALOGUE = load_catalogue()
ALIVE = [one for one in CATALOGUE.models() if not one.is_retired(TODAY)]


@pytest.fixture
def page(qtbot):
    made = ExplorerPage()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show_catalogue(CATALOGUE, TODAY)
    made.show()
    QApplication.processEvents()
    return made


def names(page, column=0):
    return [row.cells[column].text for row in page.rows()]


def press(page, name):
    part = page.findChild(QAbstractButton, name)
    part.click()


def mark(page, tag):
    chips = page.findChildren(Chip, f"learn.models.filter.{tag}")
    next(chip for chip in chips if chip.isVisible()).click()


def table(page):
    return page.findChild(QTableView, "learn.models.table")


def test_every_model_of_the_catalogue_is_in_the_table(page) -> None:
    assert sorted(names(page)) == sorted(one.name for one in CATALOGUE.models())
    assert len(names(page)) > 200


def test_a_figure_tells_of_when_it_is_and_where_from(page) -> None:
    priced = next(one for one in ALIVE if one.price and one.price.input and one.price.source)
    row = next(row for row in page.rows() if row.cells[0].text == priced.name)
    tip = row.cells[4].tip
    assert priced.price.source in tip
    assert str(priced.price.as_of.year) in tip


def test_what_is_not_known_is_no_nought(page) -> None:
    unknown = next(one for one in CATALOGUE.models() if one.price is None)
    row = next(row for row in page.rows() if row.cells[0].text == unknown.name)
    assert row.cells[4].text == "–" and row.cells[4].order is None


def test_what_has_gone_is_struck_through_and_cannot_be_used(page) -> None:
    gone = next(one for one in CATALOGUE.models() if one.is_retired(TODAY) and one.successor)
    row = next(row for row in page.rows() if row.cells[0].text == gone.name)
    assert row.cells[0].look is Look.GONE
    assert gone.successor in row.cells[-1].text
    assert row.use is None


def test_words_and_marks_narrow_it_down_together(page, qtbot) -> None:
    search = page.findChild(QLineEdit, "learn.models.search")
    with qtbot.waitSignal(page._filters.changed):
        search.setText("OPENAI gpt")
    mark(page, "sees")
    mark(page, "alive")
    assert names(page)
    for row in page.rows():
        assert "openai" in row.words and "gpt" in row.words
        assert {"sees", "alive"} <= row.tags
    mark(page, "sees")
    mark(page, "alive")
    assert any("sees" not in row.tags for row in page.rows())


def test_only_what_people_in_mainland_china_can_reach(page) -> None:
    mark(page, "mainland")
    services = {row.cells[1].text for row in page.rows()}
    reachable = {one.title["en"] for one in CATALOGUE.services if one.mainland == "yes"}
    assert services and services <= reachable
    page.open_table("services")
    mark(page, "mainland")
    assert set(names(page)) == reachable


def test_one_service_can_be_chosen(page) -> None:
    choice = page.findChild(QComboBox, "learn.models.service")
    choice.setCurrentIndex(choice.findData("deepseek"))
    choice.activated.emit(choice.currentIndex())
    assert set(names(page)) == {one.name for one in CATALOGUE.models("deepseek")}


def test_where_nothing_fits_that_is_said(page) -> None:
    page.open_table("models", "no such model anywhere")
    assert page.rows() == []
    assert page._nothing.isVisible()


def test_the_head_sorts_both_ways_and_then_as_it_was(page) -> None:
    own = names(page)
    head = table(page).horizontalHeader()
    head.sectionClicked.emit(4)
    prices = [row.cells[4].order for row in page.rows()]
    known = [one for one in prices if one is not None]
    assert known == sorted(known) and prices[len(known) :] == [None] * (len(prices) - len(known))
    head.sectionClicked.emit(4)
    falling = [row.cells[4].order for row in page.rows()]
    assert falling[: len(known)] == sorted(known, reverse=True) and falling[-1] is None
    head.sectionClicked.emit(4)
    assert names(page) == own


def test_the_order_can_be_chosen_without_a_mouse(page) -> None:
    press(page, "learn.models.sort")
    menu = QApplication.activePopupWidget()
    action = next(one for one in menu.actions() if one.text() == "Model, from Z to A")
    action.trigger()
    menu.close()
    assert names(page) == sorted(names(page), key=str.lower, reverse=True)


def test_the_order_stays_when_something_else_is_searched_for(page) -> None:
    table(page).horizontalHeader().sectionClicked.emit(0)
    mark(page, "alive")
    assert names(page) == sorted(names(page), key=str.lower)


def test_prices_are_in_the_currency_of_choice(page) -> None:
    priced = next(one for one in ALIVE if one.price and one.price.input == 1.5)
    page.set_money(Money("CNY", 7.0))
    row = next(row for row in page.rows() if row.cells[0].text == priced.name)
    assert row.cells[4].text == "10.50"
    assert "¥" in page._model.table.columns[4].title


def test_a_price_of_ones_own_wins(page) -> None:
    page.set_prices(lambda facts: Price(input=42.0) if facts.price else None)
    page.open_table("prices")
    assert {row.cells[2].text for row in page.rows()} == {"42.00"}


def test_ones_own_models_come_first(page) -> None:
    own = ALIVE[-1]
    page.set_in_use([(own.service, own.name)])
    first = page.rows()[0].cells[0]
    assert (first.text, first.badge, first.look) == (own.name, "in use", Look.STRONG)


def test_a_model_goes_to_chat_by_enter_and_by_the_button(page, qtbot) -> None:
    page.open_table("models", "gpt-6-luna")
    view = table(page)
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(page.use_model) as used:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert used.args == ["openai", "gpt-6-luna"]
    with qtbot.waitSignal(page.use_model) as used:
        press(page, "learn.models.use")
    assert used.args == ["openai", "gpt-6-luna"]


def test_a_click_on_the_sign_at_the_end_of_a_row_uses_it(page, qtbot) -> None:
    page.open_table("models", "gpt-6-luna")
    view = table(page)
    last = view.model().index(0, view.model().columnCount() - 1)
    view.scrollTo(last)
    with qtbot.waitSignal(page.use_model):
        place = view.visualRect(last).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_does_not_talk_is_not_offered_to_chat(page) -> None:
    mark(page, "embeds")
    assert names(page) and all(row.use is None for row in page.rows())
    view = table(page)
    view.setCurrentIndex(view.model().index(0, 0))
    assert not page.findChild(QAbstractButton, "learn.models.use").isVisible()


def test_the_keyboard_hears_where_a_figure_comes_from(page) -> None:
    page.open_table("models", "gpt-6-luna")
    view = table(page)
    view.setCurrentIndex(view.model().index(0, 4))
    source = page.findChild(object, "learn.models.source").text()
    assert "Source: " in source
    spoken = view.model().index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("In, $ per M: ")


def test_the_copy_is_what_is_shown_and_no_formula(page) -> None:
    mark(page, "embeds")
    press(page, "learn.models.copy")
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Model,Service,Can do")
    assert len(lines) == len(page.rows()) + 1
    assert lines[1].startswith(names(page)[0])


def test_the_line_of_endings_names_every_day_ahead(page) -> None:
    line = page.findChild(Timeline)
    days = {one.shutdown for one in CATALOGUE.models() if one.shutdown}
    ahead = {label.ending.day for label in line.labels() if not label.is_gone}
    assert ahead == {day for day in days if day > TODAY}
    for label in line.labels():
        assert label.ending.names[0] in label.accessibleName()
        assert label.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("width", [700, 900, 1200, 1900])
def test_no_label_of_the_line_covers_another(page, width) -> None:
    page.resize(width, 760)
    QApplication.processEvents()
    labels = page.findChild(Timeline).labels()
    for number, one in enumerate(labels):
        assert page.findChild(Timeline).rect().contains(one.geometry())
        assert not any(one.geometry().intersects(o.geometry()) for o in labels[number + 1 :])


def test_a_day_on_the_line_leads_to_its_models(page) -> None:
    label = page.findChild(Timeline).labels()[-1]
    label.click()
    assert set(names(page, 1)) == set(label.ending.names)


def test_the_next_ending_comes_first_and_the_days_are_counted(page) -> None:
    page.open_table("retirements")
    first = page.rows()[0]
    coming = min(
        one.shutdown for one in CATALOGUE.models() if one.shutdown and one.shutdown > TODAY
    )
    assert first.cells[3].order == (coming - TODAY).days


def test_ones_own_ending_is_said_with_what_to_use_instead(page) -> None:
    mine = next(one for one in ALIVE if one.shutdown and one.successor)
    page.set_in_use([(mine.service, mine.name)])
    assert mine.name in page._heading.text()
    page._heading._link.activated.emit()
    assert mine.successor in names(page)


def test_what_fits_this_computer(page, qtbot) -> None:
    with qtbot.waitSignal(page.computer_wanted):
        page.open_table("open")
    page.set_computer(Computer(16.0, (Graphics("NVIDIA GeForce RTX 4070", 12.0),)))
    looks = {row.cells[3].look for row in page.rows()}
    assert Look.OK in looks
    mark(page, "fits")
    assert page.rows() and all(row.cells[3].look in (Look.OK, Look.WARN) for row in page.rows())
    assert "RTX 4070 with 12 GB" in page._computer.text()
    page.open_table("cards")
    here = [row.cells[0].text for row in page.rows() if row.cells[0].badge]
    assert here == ["GeForce RTX 4070"]


def test_a_computer_that_tells_nothing_is_said_so(page) -> None:
    page.open_table("open")
    page.set_computer(Computer())
    assert page._computer.text().count("not known") == 2
    assert all(row.cells[3].text == "–" for row in page.rows())


@pytest.mark.parametrize("name", ["models", "prices", "retirements", "services", "open", "cards"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_table_has_as_many_cells_as_columns(page, name, language, qapp) -> None:
    from gptdesk.ui.theme.theme import Theme

    Theme.current().apply(language=language)
    page.open_table(name)
    columns = len(page._model.table.columns)
    assert page.rows() and all(len(row.cells) == columns for row in page.rows())
    assert all(cell.text or cell.signs for row in page.rows() for cell in row.cells)


def test_only_the_rows_in_sight_are_drawn(page, monkeypatch) -> None:
    """Two hundred rows are as smooth as ten."""
    drawn = []
    from gptdesk.ui.learn.models import view as module

    original = module.draw_cell
    monkeypatch.setattr(module, "draw_cell", lambda *what: (drawn.append(what), original(*what))[1])
    table(page).viewport().repaint()
    columns = len(page._model.table.columns)
    visible = table(page).viewport().height() // table(page).rowHeight(0) + 2
    assert 0 < len(drawn) <= visible * columns


def test_tables_that_nobody_looks_at_are_not_made(page) -> None:
    assert set(page._shelf._made) == {"models"}


def test_a_narrow_page_has_a_list_of_its_tables(page) -> None:
    page.resize(420, 700)
    QApplication.processEvents()
    choice = page.findChild(QComboBox, "learn.models.table_list")
    assert choice.isVisible()
    choice.setCurrentIndex(choice.findData("services"))
    choice.activated.emit(choice.currentIndex())
    assert "OpenAI" in names(page)


def test_every_control_has_a_name(page) -> None:
    for part in page.findChildren(QAbstractButton):
        if part.isVisible() and not isinstance(part, Chip):
            assert part.accessibleName() or part.text()
    assert table(page).accessibleName()


class NoPrices:
    async def load(self):
        return {}


class Ways:
    async def all(self):
        connection = Connection("c", "Mine", ConnectionKind.CUSTOM, "https://x.example.com/v1")
        return (replace(connection, model="gpt-6-luna", service="openai"),)


def test_the_presenter_reads_the_computer_only_when_it_is_wanted(qtbot, core) -> None:
    read = []

    def reader():
        read.append(True)
        return Computer(32.0)

    page = ExplorerPage()
    qtbot.addWidget(page)
    calls = Calls(core, page)
    prices = PriceBook(CATALOGUE, NoPrices())
    presenter = ExplorerPresenter(page, calls, CATALOGUE, Ways(), prices, reader)
    presenter.use_settings(Settings(currency="CNY", currency_rate=7.1))
    qtbot.waitUntil(lambda: page.rows()[0].cells[0].badge == "in use")
    assert page.rows()[0].cells[0].text == "gpt-6-luna"
    assert not read
    page.open_table("open")
    qtbot.waitUntil(lambda: "32 GB" in page._computer.text())
    page.open_table("cards")
    assert read == [True]
    calls.shutdown()
