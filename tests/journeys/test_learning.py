"""From a lesson into a tab and back, and from a failure to its answer, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from gptdesk.app.trying import VIEWS
from gptdesk.domain.help_pages import Kind
from gptdesk.ui.widgets.meaning import Meanings

SENTENCE = "What I was writing before."


@pytest.fixture
def lessons(open_desk, connected):
    desk = open_desk()
    desk.app.window.show_tab("learn")
    desk.help = desk.app.presenters.help
    desk.wait_for(lambda: desk.help.learn.reader.page is not None)
    return desk


def card_of(desk, lesson, tab):
    desk.help.learn.open((Kind.LESSON, lesson))
    view = desk.app.window.findChild(QWidget, "learn.page")
    return next(card for card in view.cards if card.recipe.tab == tab)


def first_with(desk, tab):
    """A lesson that fills in this tab."""
    shelf = desk.help.learn.reader.shelf
    every = shelf.of(Kind.LESSON)
    return next(p.id for p in every if any(recipe.tab == tab for recipe in p.recipes))


def test_a_question_is_filled_in_and_taken_back(lessons):
    window, chat = lessons.app.window, lessons.app.window.page("chat")
    lessons.wait_for(lambda: chat.composer.isEnabled())
    chat.composer.set_text(SENTENCE)
    card = card_of(lessons, "tokens", "chat")
    card.button.click()
    assert window.current_tab == "chat"
    assert chat.composer.text() == card.recipe.fields["prompt"]
    bar = lessons.help.trying.bar
    assert bar.isVisible()
    bar.undo.click()
    assert chat.composer.text() == SENTENCE
    assert not bar.isVisible()


def test_the_strip_leads_back_to_the_lesson_where_it_can_be_undone_too(lessons):
    chat = lessons.app.window.page("chat")
    card_of(lessons, "tokens", "chat").button.click()
    lessons.help.trying.bar.back.click()
    assert lessons.app.window.current_tab == "learn"
    assert lessons.help.learn.reader.page.id == "tokens"
    assert not lessons.help.trying.bar.isVisible()
    card = card_of(lessons, "tokens", "chat")
    assert card.is_filled
    card.button.click()
    assert chat.composer.text() == ""


def test_a_text_to_be_spoken_is_filled_in_and_taken_back(lessons):
    window = lessons.app.window
    window.page("speech").editor.set_text(SENTENCE)
    card = card_of(lessons, first_with(lessons, "speech"), "speech")
    card.button.click()
    assert window.current_tab == "speech"
    assert window.page("speech").editor.content == card.recipe.fields["text"]
    lessons.help.trying.bar.undo.click()
    assert window.page("speech").editor.content == SENTENCE


def test_a_description_of_a_picture_is_filled_in_and_taken_back(lessons):
    prompt = lessons.app.window.page("images").panel.asking.editor
    prompt.setPlainText(SENTENCE)
    card = card_of(lessons, first_with(lessons, "images"), "images")
    card.button.click()
    assert lessons.app.window.current_tab == "images"
    assert prompt.toPlainText() == card.recipe.fields["prompt"]
    lessons.help.trying.bar.undo.click()
    assert prompt.toPlainText() == SENTENCE


def test_a_recording_is_put_into_the_queue_and_taken_out_again(lessons):
    card_of(lessons, first_with(lessons, "transcription"), "transcription").button.click()
    queue = lessons.app.presenters.tabs.of("transcription").presenter.queue
    lessons.wait_for(lambda: len(queue.jobs) == 1)
    lessons.help.trying.bar.undo.click()
    assert queue.jobs == []


def test_a_page_of_settings_is_opened(lessons):
    card = card_of(lessons, first_with(lessons, "settings"), "settings")
    card.button.click()
    assert lessons.app.window.current_tab == "settings"
    assert lessons.app.window.page("settings").current == card.recipe.fields["page"]


def test_an_error_leads_to_its_answer_and_back(lessons):
    window = lessons.app.window
    window.show_tab("chat")
    lessons.app.presenters.chat.faq_requested.emit("error.credit-exhausted")
    assert window.current_tab == "faq"
    lessons.wait_for(lambda: lessons.help.faq.reader.page is not None)
    assert lessons.help.faq.reader.page.id == "credit-exhausted"
    strip = window.findChild(QWidget, "faq.return")
    assert strip.isVisible()
    strip.button.click()
    assert window.current_tab == "chat"


def test_the_palette_finds_pages_of_both_tabs(lessons):
    commands = lessons.app.presenters.tabs.commands("")
    titles = {one.title: one for one in commands}
    assert any(title.startswith("FAQ: ") for title in titles)
    titles["Learn: Tokens, in plain words"].run()
    assert lessons.help.learn.reader.page.id == "tokens"


def test_a_word_of_the_interface_explains_itself(lessons):
    assert Meanings.of("token") == lessons.help.learn.reader.shelf.meaning("token")


def test_how_far_one_is_is_there_again_tomorrow(lessons, open_desk):
    card_of(lessons, "tokens", "chat")
    lessons.app.close()
    again = open_desk()
    again.app.window.show_tab("learn")
    learn = again.app.presenters.help.learn
    again.wait_for(lambda: learn.reader.page is not None)
    assert learn.reader.page.id == "tokens"


@pytest.mark.parametrize("tab", ["models", "tokenizer", "embeddings"])
def test_a_lesson_opens_what_stands_beside_it_and_leads_back(lessons, tab):
    page = lessons.app.window.page("learn")
    lesson = first_with(lessons, tab)
    card_of(lessons, lesson, tab).button.click()
    assert page.view == ("models" if tab == "models" else "playground")
    bar = lessons.help.trying.bar
    assert bar.isVisible()
    bar.back.click()
    assert page.view == "lessons"
    assert lessons.help.learn.reader.page.id == lesson
    assert not bar.isVisible()


def test_a_text_of_the_playground_is_a_question_in_chat(lessons):
    page, chat = lessons.app.window.page("learn"), lessons.app.window.page("chat")
    lessons.wait_for(lambda: chat.composer.isEnabled())
    card_of(lessons, first_with(lessons, "tokenizer"), "tokenizer").button.click()
    text = page.findChild(QWidget, "learn.playground.text").toPlainText()
    page.findChild(QWidget, "learn.playground.use").click()
    assert lessons.app.window.current_tab == "chat"
    assert chat.composer.text() == text


def test_every_try_it_of_every_page_reaches_its_tab_and_is_taken_back(lessons):
    window, trying = lessons.app.window, lessons.help.trying
    shelf = lessons.help.learn.reader.shelf
    filled, recipes = [], []
    for page in (*shelf.of(Kind.LESSON), *shelf.of(Kind.FAQ)):
        for recipe in page.recipes:
            recipes.append(recipe)
            if not trying.can_try(recipe.tab):
                continue
            trying.begin(page, recipe)
            place = VIEWS.get(recipe.tab, recipe.tab)
            assert window.current_tab == place, (page.id, recipe.id)
            assert trying.bar.isVisible()
            if recipe.tab == "chat":
                text = window.page("chat").composer.text()
                assert str(recipe.fields["prompt"]) in text, (page.id, recipe.id)
            trying.undo()
            filled.append(recipe)
    assert {recipe.tab for recipe in filled} == {recipe.tab for recipe in recipes}
    assert window.page("chat").composer.text() == ""
