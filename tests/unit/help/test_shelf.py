"""The pages that came with the app, as both tabs ask for them."""

from __future__ import annotations

import asyncio

import pytest

from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.filling import sample_file
from gptdesk.domain.help_layout import pieces, target
from gptdesk.domain.help_pages import Kind
from gptdesk.domain.help_progress import Progress
from gptdesk.domain.resources import resource_root
from gptdesk.services.help import HelpService


class NoStore:
    def load(self) -> Progress:
        return Progress()

    def save(self, progress: Progress) -> None:
        self.saved = progress


@pytest.fixture(scope="module")
def service():
    return HelpService(resource_root() / "help", load_catalogue(), NoStore())


@pytest.fixture(params=["en", "zh_CN"])
def shelf(service, request):
    return asyncio.run(service.shelf(request.param))


def test_the_link_of_an_error_finds_its_entry(shelf):
    page = shelf.entry_for("error.credit-exhausted")
    assert page is not None
    assert page.id == "credit-exhausted"
    assert page.language == shelf.language
    assert shelf.entry_for("error.never-heard-of") is None


def test_a_raw_error_finds_its_entry_first(shelf):
    pasted = (
        "Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check "
        "your plan', 'type': 'insufficient_quota', 'code': 'insufficient_quota'}}"
    )
    assert shelf.find(pasted, (Kind.FAQ,))[0].place == (Kind.FAQ, "credit-exhausted")


def test_every_page_can_be_cut_and_has_the_same_pieces_in_both_languages(service):
    english, chinese = (asyncio.run(service.shelf(one)) for one in ("en", "zh_CN"))
    for kind in Kind:
        for page in english.of(kind):
            other = chinese.page(kind, page.id)
            assert other is not None, page.id
            assert [type(p) for p in pieces(page)] == [type(p) for p in pieces(other)], page.id


def test_neighbours_follow_the_contents(shelf):
    lessons = shelf.of(Kind.LESSON)
    assert shelf.neighbours(lessons[0]) == (None, lessons[1])
    assert shelf.neighbours(lessons[-1])[1] is None


def test_a_word_says_what_it_means_in_one_sentence(shelf):
    assert shelf.meaning("token")
    assert shelf.meaning("no-such-word") == ""


def test_every_sample_that_a_page_names_came_with_the_app(shelf):
    for page in shelf.of(Kind.LESSON):
        for recipe in page.recipes:
            files = recipe.fields.get("attach", ())
            named = [*files] if isinstance(files, tuple) else []
            named += [str(recipe.fields["file"])] if "file" in recipe.fields else []
            assert all(sample_file(one).is_file() for one in named), (page.id, named)


def test_related_pages_are_named_as_links_are(shelf):
    for page in shelf.of(Kind.FAQ):
        assert all(target(one).kind in ("lesson", "faq", "term") for one in page.header.related)
