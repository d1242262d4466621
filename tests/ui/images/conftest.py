"""A service that makes pictures, the gallery it fills, and everything in between."""

from __future__ import annotations

import asyncio

import pytest

from picture_studio import in_pictures
from server.fixture import server as server


@pytest.fixture
def at_work(qapp, server, tmp_path):
    """Runs a coroutine function with a studio."""

    def run(work, **how):
        return asyncio.run(in_pictures(server, tmp_path / "图 片", work, **how))

    return run
