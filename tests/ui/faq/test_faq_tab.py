"""Questions under a person's hands: from an error, by a search, and back."""

from __future__ import annotations

import asyncio

import pytest

from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.help_pages import Kind
from gptdesk.domain.help_progress import Progress
from gptdesk.domain.resources import resource_root
from gptdesk.services.help import HelpService
from gptdesk.ui.faq.page import FaqPage
from gptdesk.ui.faq.presenter import FaqPresenter

PASTED = "Error code: 429 - {'message': 'You exceeded your current quota', 'insufficient_quota'}"


class NoStore:
    def load(self) -> Progress:
        return Progress()

    def save(self, progress: Progress) -> None:
        """Nothing is kept."""


@pytest.fixture(scope="session")
def shelf():
    service = HelpService(resource_root() / "help", load_catalogue(), NoStore())
    return asyncio.run(service.shelf("en"))


@pytest.fixture
def page(qtbot):
    made = FaqPage()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


@pytest.fixture
def presenter(page):
    return FaqPresenter(page, lambda _tab: False, page)


def test_every_part_has_its_fixed_name_and_a_name_to_be_spoken(page):
    for name in ("contents", "search", "page"):
        (part,) = page.findChildren(object, f"faq.{name}")
        assert part.accessibleName(), name


def test_an_error_opens_its_entry(presenter, shelf):
    presenter.show(shelf)
    presenter.open("error.credit-exhausted")
    assert presenter.reader.page.id == "credit-exhausted"


def test_an_error_that_comes_before_the_pages_is_opened_when_they_are_there(presenter, shelf):
    presenter.open("error.credit-exhausted")
    assert presenter.reader.page is None
    presenter.show(shelf)
    assert presenter.reader.page.id == "credit-exhausted"


def test_an_error_without_an_entry_is_searched_for(presenter, page, shelf):
    presenter.show(shelf)
    presenter.open("error.no-such-code-key")
    assert page.search.text() == "no such code key"


def test_a_pasted_error_finds_its_entry(presenter, page, shelf):
    presenter.show(shelf)
    page.search.setText(PASTED)
    first = page.contents.rows.rows[0]
    assert first.place == (Kind.FAQ, "credit-exhausted")
    assert first.line
    page.search.returnPressed.emit()
    assert presenter.reader.page.id == "credit-exhausted"


def test_sections_fold_and_unfold(presenter, page, shelf):
    presenter.show(shelf)
    section = page.contents.rows.rows[0].section
    before = page.contents.rows.rowCount()
    page.contents.folded.emit(section)
    assert page.contents.rows.rowCount() == before - len(shelf.of(Kind.FAQ, section))
    page.contents.folded.emit(section)
    assert page.contents.rows.rowCount() == before


def test_the_strip_leads_back_to_where_one_came_from(page, qtbot):
    assert not page.strip.isVisible()
    page.strip.lead_back_to(lambda: "Chat", "message-circle")
    assert page.strip.isVisible()
    assert "Chat" in page.strip.button.text()
    with qtbot.waitSignal(page.strip.pressed):
        page.strip.button.click()
