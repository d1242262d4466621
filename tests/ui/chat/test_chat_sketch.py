"""What stands in for the Chat page in the first picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gptdesk.ui.chat.page import ChatPage
from gptdesk.ui.chat.sketch import ChatSketch
from gptdesk.ui.theme.theme import Theme


def place(widget: QWidget, page: ChatPage) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


@pytest.fixture
def percent(request: pytest.FixtureRequest, qapp: object) -> int:
    theme = Theme.current()
    before = theme.percent
    theme.apply(percent=request.param)
    request.addfinalizer(lambda: theme.apply(percent=before))
    return int(request.param)


@pytest.mark.parametrize("percent", [100, 125, 150], indirect=True)
@pytest.mark.parametrize("width", [740, 1000, 1208])
def test_the_sketch_has_its_shapes_where_the_page_has_them(
    qtbot: QtBot, width: int, percent: int
) -> None:
    page, sketch = ChatPage(), ChatSketch()
    for widget in (page, sketch):
        qtbot.addWidget(widget)
        widget.resize(width, 700)
        widget.show()
    QCoreApplication.processEvents()
    assert sketch.composer_place() == place(page.composer, page)
    assert bool(sketch.side_width()) is not page.is_narrow
    if not page.is_narrow:
        assert sketch.side_width() == page.side.width()
        assert sketch.new_place() == place(page.side.new, page)
        assert sketch.search_place() == place(page.side.search, page)
