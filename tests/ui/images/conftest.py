"""A service that makes pictures, the gallery it fills, and everything in between."""

from __future__ import annotations

import asyncio

import pytest

from gptdesk.runtime.operation import Operation
from images_desk import ImagesDesk
from picture_studio import in_pictures
from server.fixture import server as server


@pytest.fixture
def at_work(qapp, server, tmp_path):
    """Runs a coroutine function with a studio."""

    def run(work, **how):
        return asyncio.run(in_pictures(server, tmp_path / "图 片", work, **how))

    return run


@pytest.fixture
def desk(qtbot, core, server, tmp_path):
    """The page with the test service behind it."""
    made = ImagesDesk(qtbot, core, server, tmp_path / "图 片")
    yield made
    made.leave()
    if not made.studio_is_closed:
        made.run(made.studio.work.stop_all())
        made.run(made.studio.close())
    core.stop()
    for presenter in made.presenters:
        for operation in presenter.findChildren(Operation):
            operation.flush()
