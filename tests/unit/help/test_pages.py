"""How pages of the tutorial are read, and what is said of those that are not written right."""

from __future__ import annotations

import pytest

from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.help_fields import HelpBroken
from gptdesk.domain.help_figures import with_figures
from gptdesk.domain.help_pages import Box, Kind, Prose, Question, Recipe
from gptdesk.domain.help_reading import read_book, read_page, read_parts
from gptdesk.domain.resources import resource_root

HEAD = """+++
id = "one"
section = "first-words"
order = 10
title = "One"
goal = "You know one thing."
minutes = 2
as_of = 2026-11-23
sources = ["Nowhere, 2026"]
+++
"""
TRY = '```try\nid = "a"\ntab = "chat"\ntitle = "Ask"\nnote = "Fills it in."\nprompt = "Why?"\n```\n'
QUIZ = '```quiz\nquestion = "Which?"\nanswers = ["This", "That"]\nright = 2\nwhy = "So."\n```\n'


@pytest.fixture
def lesson(tmp_path):
    def read(body, head=HEAD):
        path = tmp_path / "one.md"
        path.write_text(head + body, "utf-8")
        return read_page(path, Kind.LESSON, "en")

    return read


def test_the_parts_of_a_page_come_in_their_order(lesson):
    page = lesson(f"Before.\n\n{TRY}\nBetween.\n\n> [!note] Mind\n> two\n> lines\n\n{QUIZ}")
    assert [type(part) for part in page.parts] == [Prose, Recipe, Prose, Box, Question]
    assert page.recipes[0].fields == {"prompt": "Why?"}
    assert page.parts[3] == Box("note", "Mind", "two\nlines")
    assert page.questions[0].right == 1


def test_code_and_plain_quotes_stay_in_the_text(lesson):
    body = "> A quote\n\n```json\n{}\n```\n\n````\n```try\nnot one\n```\n````"
    page = lesson(body)
    assert page.parts == (Prose(body),)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (TRY.replace("chat", "coffee"), "no tab 'coffee'"),
        (TRY.replace("prompt", "shout"), "no field 'shout'"),
        (TRY.replace('prompt = "Why?"\n', ""), "needs the field 'prompt'"),
        (TRY.replace('"Why?"', "3"), "prompt is to be a str"),
        (TRY.removesuffix("```\n"), "does not end"),
        (QUIZ.replace("right = 2", "right = 3"), "number of an answer"),
        (QUIZ.replace('"This", "That"', '"This"'), "two to four answers"),
        ("> [!shout] Look\n> here", "no box 'shout'"),
    ],
)
def test_a_mistake_of_an_editor_is_named(lesson, body, said):
    with pytest.raises(HelpBroken, match=said):
        lesson(body)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (HEAD.replace("minutes = 2\n", ""), "'minutes' is missing"),
        (HEAD.replace("minutes = 2", 'minutes = "two"'), "minutes is to be a int"),
        (HEAD.replace("title", "titel"), "no field 'titel'"),
        (HEAD.replace('id = "one"', 'id = "two"'), "not the name of the file"),
        ("", "a header"),
    ],
)
def test_a_header_is_read_strictly(lesson, head, said):
    with pytest.raises(HelpBroken, match=said):
        lesson("Text.", head)


def test_figures_come_from_the_catalogue_in_the_words_of_the_language():
    catalogue = load_catalogue()
    facts = catalogue.facts("gpt-6-luna", "openai")
    text = "{{openai/gpt-6-luna input}} of {{ openai/gpt-6-luna context }}"
    assert with_figures(text, catalogue, "en") == f"${facts.price.input:.2f} of {facts.context:,}"
    assert with_figures(text, catalogue, "zh_CN").startswith(f"{facts.price.input:.2f} 美元")


@pytest.mark.parametrize("asked", ["nobody/x input", "openai/gpt-6-luna taste", "openai/zzz input"])
def test_a_figure_that_the_catalogue_lacks_is_a_mistake(asked):
    with pytest.raises(HelpBroken):
        with_figures(f"{{{{{asked}}}}}", load_catalogue(), "en")


def test_pages_are_listed_as_the_contents_say():
    book = read_book(resource_root() / "help", "en")
    places = [one.id for one in book.sections]
    listed = [(places.index(p.header.section), p.header.order) for p in book.of(Kind.LESSON)]
    assert listed == sorted(listed) and listed


def test_an_empty_text_has_no_parts():
    assert list(read_parts("\n\n", "here")) == []
