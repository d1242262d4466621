"""The first start on a computer where a local program answers already."""

from __future__ import annotations

import pytest

from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.local_servers import Listening, usual_addresses
from gptdesk.services.local_servers import LocalServerService
from gptdesk.ui.chat.presenting.localdoor import LocalDoorPresenter

OLLAMA = next(one for one in usual_addresses(load_catalogue()) if "11434" in one)


class Ports:
    """Knows who listens; counts how often it was asked."""

    def __init__(self):
        self.open = {}
        self.asked = 0

    async def listening(self, addresses):
        self.asked += 1
        return tuple(self.open[one] for one in addresses if one in self.open)


@pytest.fixture
def ports():
    return Ports()


@pytest.fixture
def fresh(desk, ports):
    desk.file.saved = []
    service = LocalServerService(ports, load_catalogue())
    desk.local = LocalDoorPresenter(desk.page.doors, desk.core, service, desk.page)
    desk.local.wanted.connect(lambda: desk.asked_for.append("local"))
    yield desk
    desk.local.shutdown()


def local(fresh):
    return fresh.page.doors._local


def test_nothing_is_said_where_nothing_runs(fresh, ports):
    fresh.page.show()
    fresh.start()
    fresh.until(lambda: ports.asked == 1)
    assert not local(fresh).isVisible()


def test_a_program_that_runs_is_named_and_can_be_used(fresh, ports):
    ports.open = {OLLAMA: Listening(OLLAMA, ("llama3.2",), frozenset({"library"}))}
    fresh.page.show()
    fresh.start()
    fresh.until(local(fresh).isVisible)
    assert "Ollama" in local(fresh)._text.text()
    local(fresh).use.click()
    assert fresh.asked_for == ["local"]


def test_no_port_is_knocked_at_where_there_is_a_connection(desk, ports):
    service = LocalServerService(ports, load_catalogue())
    presenter = LocalDoorPresenter(desk.page.doors, desk.core, service, desk.page)
    desk.page.show()
    desk.start()
    assert ports.asked == 0
    presenter.shutdown()
