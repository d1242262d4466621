"""The fixture `server`, for tests that list this module in `pytest_plugins` or import it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.app import TestServer


@pytest.fixture
def server() -> Iterator[TestServer]:
    """A running service that takes any key."""
    with TestServer() as running:
        yield running
