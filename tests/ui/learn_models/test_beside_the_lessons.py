"""Explorer and playground stand beside the lessons, and lead to Chat and Settings."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QRadioButton

from gptdesk.app.learn_views import LearnViews
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.help_pages import Recipe
from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import Settings
from gptdesk.providers.tokenizer import Tokenizer
from gptdesk.services.prices import PriceBook
from gptdesk.services.token_pieces import TokenService
from gptdesk.ui.learn.models.page import ExplorerPage
from gptdesk.ui.learn.page import LearnPage
from gptdesk.ui.learn.playground.page import PlaygroundPage

CATALOGUE = load_catalogue()


class NoPrices:
    async def load(self):
        return {}


class NoConnections:
    async def all(self):
        return ()


class NoEmbeddings:
    async def places(self):
        return ()


class Chat:
    """What is needed of the ChatFilling."""

    def __init__(self):
        self.can_use = True
        self.used = []
        self.filled = []

    def use_model(self, service, model):
        self.used.append((service, model))
        return self.can_use

    def fill(self, recipe):
        self.filled.append(recipe.fields["prompt"])


@pytest.fixture
def chat():
    return Chat()


@pytest.fixture
def page(qtbot):
    made = LearnPage()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


@pytest.fixture
def views(page, core, chat):
    prices = PriceBook(CATALOGUE, NoPrices())
    tokenizer = Tokenizer(resource_root() / "tokenizer")
    backend = SimpleNamespace(
        catalogue=CATALOGUE,
        connections=NoConnections(),
        prices=prices,
        tokens=TokenService(tokenizer, tokenizer, prices),
        embeddings=NoEmbeddings(),
    )
    made = LearnViews(core, backend, Settings, lambda: chat, page)
    made.stand_beside(page)
    yield made
    made.shutdown()


def recipe(tab, **fields):
    return Recipe("r", tab, "", "", fields)


def test_nothing_is_made_before_it_is_seen(page, views) -> None:
    assert page.findChild(ExplorerPage) is None and page.findChild(PlaygroundPage) is None
    page.show_view("models")
    assert page.findChild(ExplorerPage).isVisible()
    assert page.findChild(PlaygroundPage) is None


def test_from_each_view_one_gets_to_the_others(page, views) -> None:
    page.show_view("models")
    QApplication.processEvents()
    shown = [one for one in page.findChildren(QRadioButton) if one.isVisible()]
    next(one for one in shown if one.text() == "Playground").click()
    assert page.view == "playground"
    assert page.findChild(PlaygroundPage).isVisible()


def test_a_link_of_a_lesson_opens_a_table(page, views) -> None:
    views.show_models("services")
    assert page.view == "models"
    assert page.findChild(ExplorerPage).rows()[0].cells[0].text == "OpenAI"


@pytest.mark.parametrize("view", ["services", "models", "prices", "retirements", "open", "cards"])
def test_a_lesson_fills_in_table_and_search(page, views, view) -> None:
    views.filler("models").fill(recipe("models", view=view, search="e"))
    explorer = page.findChild(ExplorerPage)
    assert explorer._tools.current == view
    assert explorer.rows() and all("e" in row.words for row in explorer.rows())


def test_a_lesson_fills_in_texts_and_sentences(page, views) -> None:
    views.filler("tokenizer").fill(recipe("tokenizer", texts=("one", "two")))
    playground = page.findChild(PlaygroundPage)
    assert playground.tokens.text == "one\ntwo" and playground.tokens.isVisible()
    views.filler("embeddings").fill(recipe("embeddings", texts=("a cat", "a dog")))
    assert playground.meaning.sentences() == ["a cat", "a dog"]
    assert playground.meaning.isVisible()


def test_a_model_goes_to_chat_where_a_connection_leads_to_it(page, views, chat, qtbot) -> None:
    page.show_view("models")
    with qtbot.waitSignal(views.tab_wanted) as wanted:
        page.findChild(ExplorerPage).use_model.emit("openai", "any")
    assert wanted.args == ["chat"] and chat.used == [("openai", "any")]


def test_without_a_connection_to_its_service_one_is_to_be_made(page, views, chat, qtbot) -> None:
    chat.can_use = False
    page.show_view("models")
    with qtbot.waitSignal(views.settings_requested) as wanted:
        page.findChild(ExplorerPage).use_model.emit("openai", "any")
    assert wanted.args == ["connections", ""]


def test_a_text_goes_to_chat(page, views, chat, qtbot) -> None:
    page.show_view("playground")
    with qtbot.waitSignal(views.tab_wanted):
        page.findChild(PlaygroundPage).use_text.emit("hello")
    assert chat.filled == ["hello"]


def test_changes_reach_what_is_there_and_nothing_else(page, views) -> None:
    views.settings_changed()
    views.connections_changed()
    page.show_view("models")
    views.settings_changed()
    views.connections_changed()
    assert page.findChild(ExplorerPage).rows()
