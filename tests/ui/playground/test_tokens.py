"""The tokenizer of the playground: colours, counts and prices while one types."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import Settings
from gptdesk.providers.tokenizer import Tokenizer
from gptdesk.runtime.calls import Calls
from gptdesk.services.prices import PriceBook
from gptdesk.services.token_pieces import TokenService
from gptdesk.ui.learn.playground.page import PlaygroundPage
from gptdesk.ui.learn.playground.point_map import apart
from gptdesk.ui.learn.playground.token_presenter import (
    TokenPresenter,
    first_sentence,
    priced_models,
)
from gptdesk.ui.theme.theme import Theme

CATALOGUE = load_catalogue()


class NoPrices:
    async def load(self):
        return {}


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer(resource_root() / "tokenizer")


class Desk:
    """The page with its presenter; `type` waits until the text was cut and priced."""

    def __init__(self, qtbot, core, tokenizer):
        self.qtbot = qtbot
        self.playground = PlaygroundPage()
        qtbot.addWidget(self.playground)
        self.playground.resize(1200, 760)
        self.page = self.playground.tokens
        self.calls = Calls(core, self.playground)
        service = TokenService(tokenizer, tokenizer, PriceBook(CATALOGUE, NoPrices()))
        self.presenter = TokenPresenter(self.page, self.calls, service, CATALOGUE)
        self.playground.show()

    def settle(self):
        self.presenter.flush()
        self.qtbot.waitUntil(
            lambda: (
                self.page._cut is not None
                and self.page._cut.text == self.page.text
                and self.page._cut.tokenizer == self.page.vocabulary
                and bool(self.page.prices.lines())
                and not self.presenter._is_cutting
            )
        )

    def type(self, text):
        self.page.set_text(text)
        self.settle()

    def button(self, name):
        return self.playground.findChild(QAbstractButton, f"learn.playground.{name}")


@pytest.fixture
def desk(qtbot, core, tokenizer):
    made = Desk(qtbot, core, tokenizer)
    yield made
    made.presenter.shutdown()
    made.calls.shutdown()


def test_a_text_is_there_to_begin_with(desk) -> None:
    desk.settle()
    assert desk.page.text
    assert int(desk.page.figures()[0]) > 20
    assert desk.page.then_and_now.isVisibleTo(desk.page)
    desk.qtbot.waitUntil(lambda: desk.page.languages.isVisibleTo(desk.page))


def test_the_count_is_that_of_the_vocabulary(desk, tokenizer) -> None:
    desk.type("门票多少钱？😀 Please.")
    assert desk.page.figures()[0] == str(tokenizer.count(desk.page.text, "o200k").low)
    assert desk.page.figures()[1] == str(len(desk.page.text))


def test_another_vocabulary_cuts_otherwise(desk, tokenizer) -> None:
    desk.type("附近有没有适合小朋友的地方")
    newer = desk.page.figures()[0]
    choice = desk.playground.findChild(QComboBox, "learn.playground.vocabulary")
    choice.setCurrentIndex(choice.findData("cl100k"))
    choice.activated.emit(choice.currentIndex())
    desk.settle()
    assert int(desk.page.figures()[0]) > int(newer)


def test_the_first_sentence_is_compared_with_2023(desk) -> None:
    desk.type("附近有没有适合小朋友的地方？谢谢。")
    desk.qtbot.waitUntil(lambda: "" not in desk.page.then_and_now.counts())
    older, newer = map(int, desk.page.then_and_now.counts())
    assert older > newer


def test_tokens_are_coloured_behind_the_letters(desk) -> None:
    desk.type("one two three four five")
    editor = desk.page.editor
    picture = editor.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, min(60, picture.height()), 2)
    }
    tints = {Theme.current().color(f"tint-{n}").name() for n in range(1, 6)}
    assert tints <= seen


def test_under_the_mouse_a_token_tells_its_number(desk, tokenizer) -> None:
    desk.type("😀 hello")
    piece = tokenizer.split("😀 hello", "o200k")[-1]
    assert str(piece.ids[0]) in desk.page.editor.words_at(4)
    assert desk.page.editor.words_at(99) == ""


def test_numbers_can_be_shown(desk, tokenizer) -> None:
    desk.type("hello world")
    desk.button("numbers").click()
    ids = [str(one) for piece in tokenizer.split("hello world", "o200k") for one in piece.ids]
    assert desk.page._numbers.text().split() == ids
    assert desk.page._numbers.isVisibleTo(desk.page)


def test_emptying_can_be_undone(desk) -> None:
    desk.type("hello")
    desk.button("clear").click()
    desk.settle()
    assert desk.page.figures() == ["0", "0", "–"]
    desk.page.editor.undo()
    assert desk.page.text == "hello"


def test_each_model_has_its_price_once_and_a_thousand_times(desk) -> None:
    desk.type("hello " * 50)
    lines = desk.page.prices.lines()
    assert [line[0] for line in lines] == [one.name for one in desk.presenter.models]
    assert all("$" in once and "$" in often for _name, once, often in lines)


def test_prices_follow_the_currency(desk) -> None:
    desk.type("hello")
    desk.presenter.use_settings(Settings(currency="CNY", currency_rate=7.1))
    assert all("¥" in often for _name, _once, often in desk.page.prices.lines())


def test_ones_own_model_is_priced_first(desk) -> None:
    own = priced_models(CATALOGUE)[-1]
    desk.presenter.set_in_use([(own.service, own.name)])
    desk.qtbot.waitUntil(lambda: bool(desk.page.prices.lines()))
    desk.qtbot.waitUntil(lambda: desk.page.prices.lines()[0][0] == own.name)


def test_models_can_be_chosen(desk) -> None:
    desk.settle()
    desk.button("models").click()
    menu = QApplication.activePopupWidget()
    before = [one.name for one in desk.presenter.models]
    action = next(one for one in menu.actions() if one.text() == before[0])
    action.trigger()
    menu.close()
    assert [one.name for one in desk.presenter.models] == before[1:]


def test_the_text_goes_to_chat(desk) -> None:
    desk.type("hello")
    with desk.qtbot.waitSignal(desk.playground.use_text) as used:
        desk.button("use").click()
    assert used.args == ["hello"]


def test_of_a_long_text_only_what_is_seen_is_painted(desk) -> None:
    desk.type("这是一行文字 and some words 😀\n" * 5000)
    desk.page.editor.viewport().repaint()
    editor = desk.page.editor
    fits = editor.viewport().height() // editor.fontMetrics().height() + 2
    assert 0 < editor.painted_blocks <= fits


def test_while_one_text_is_cut_the_next_ones_wait_and_the_last_one_wins(desk) -> None:
    desk.settle()
    for number in range(20):
        desk.page.set_text(f"text number {number}")
        desk.presenter.flush()
    desk.settle()
    assert desk.page._cut.text == "text number 19"


def test_where_nothing_can_cut_that_is_said(desk) -> None:
    desk.page.show_cut(None)
    assert desk.page._trouble.isVisibleTo(desk.page)
    assert desk.page.figures()[0] == "0"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("你好。再见。", "你好。"),
        ("  One? Two.", "One?"),
        ("no end\nnext", "no end"),
        ("", ""),
        ("x" * 300, "x" * 80),
    ],
)
def test_the_first_sentence_is_short(text, sentence) -> None:
    assert first_sentence(text) == sentence


def test_dots_that_would_cover_each_other_are_moved_apart() -> None:
    moved = apart([(10.0, 10.0), (10.0, 10.0), (11.0, 10.0), (200.0, 10.0)], 24.0)
    assert moved[3] == (200.0, 10.0)
    for number, one in enumerate(moved):
        for other in moved[number + 1 :]:
            assert ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5 > 23.0
