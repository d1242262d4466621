"""A service that makes pictures, and somebody who asks it."""

from __future__ import annotations

import pytest

from picture_asker import PictureAsker
from server.fixture import server as server


@pytest.fixture
def draw(server):
    return PictureAsker(server)
