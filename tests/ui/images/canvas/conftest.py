"""A canvas on the screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from canvas_studio import Hand, Work, picture
from gptdesk.ui.images.canvas.editor import PictureEditor


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def editor(qtbot: QtBot, work: Work) -> PictureEditor:
    """880 wide, with a picture of an odd size."""
    editor = PictureEditor(work)
    qtbot.addWidget(editor)
    editor.resize(880, 640)
    editor.show()
    qtbot.waitExposed(editor)
    editor.open(picture(521, 303))
    editor.view.setFocus()
    return editor


@pytest.fixture
def hand(editor: PictureEditor) -> Hand:
    return Hand(editor.view)
