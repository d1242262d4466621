"""What people ask finds its page: the questions were written down before the search was built."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gptdesk.domain.help_pages import Kind
from gptdesk.domain.help_reading import read_book
from gptdesk.domain.help_search import HelpSearch
from gptdesk.domain.resources import resource_root

ASKED = json.loads((Path(__file__).parents[2] / "data" / "help_questions.json").read_text("utf-8"))
KINDS = {"lesson": Kind.LESSON, "faq": Kind.FAQ, "term": Kind.TERM}


@pytest.fixture(scope="module")
def search():
    folder = resource_root() / "help"
    books = [read_book(folder, language) for language in ("en", "zh_CN")]
    return {language: HelpSearch(books, language) for language in ("en", "zh_CN")}


@pytest.mark.parametrize(
    ("language", "question", "page"),
    [(language, *pair) for language in ("en", "zh_CN") for pair in ASKED[language]],
)
def test_a_question_finds_its_page_among_the_first_three(search, language, question, page):
    scheme, _, name = page.partition(":")
    first = [hit.place for hit in search[language].find(question)[:3]]
    assert (KINDS[scheme], name) in first


def test_there_are_twenty_questions_in_each_language():
    assert [len(ASKED["en"]), len(ASKED["zh_CN"])] == [20, 20]
