"""The Learn page with its presenter and the pages that came with the app."""

from __future__ import annotations

import asyncio

import pytest

from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.help_progress import Progress
from gptdesk.domain.resources import resource_root
from gptdesk.services.help import HelpService
from gptdesk.ui.learn.page import LearnPage
from gptdesk.ui.learn.presenter import LearnPresenter


class NoStore:
    def load(self) -> Progress:
        return Progress()

    def save(self, progress: Progress) -> None:
        """Nothing is kept."""


@pytest.fixture(scope="session")
def shelves():
    service = HelpService(resource_root() / "help", load_catalogue(), NoStore())
    return {name: asyncio.run(service.shelf(name)) for name in ("en", "zh_CN")}


class Desk:
    """A person before the page."""

    def __init__(self, qtbot, shelves) -> None:
        self.qtbot = qtbot
        self.shelves = shelves
        self.page = LearnPage()
        self.pane = self.page.pane
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        self.page.show()
        tabs = ("chat", "speech", "transcription", "settings")
        self.presenter = LearnPresenter(self.page, tabs.__contains__, self.page)
        self.reader = self.presenter.reader

    def begin(self, progress=None):
        self.presenter.show(self.shelves["en"], progress or Progress())

    @property
    def read(self):
        return self.reader.page.id

    def scroll_to_end(self):
        bar = self.pane.view.verticalScrollBar()
        bar.setValue(bar.maximum())


@pytest.fixture
def desk(qtbot, shelves):
    made = Desk(qtbot, shelves)
    yield made
    made.presenter.shutdown()
