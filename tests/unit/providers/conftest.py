"""The test service, somebody who asks it, and all that is logged meanwhile."""

from __future__ import annotations

import logging

import pytest

from server.asking import Asker
from server.fixture import server as server


@pytest.fixture
def ask(server):
    return Asker(server)


@pytest.fixture
def every_log(caplog):
    """All that any library would log, down to DEBUG."""
    caplog.set_level(logging.DEBUG)
    return caplog
