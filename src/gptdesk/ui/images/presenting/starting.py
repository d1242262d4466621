"""A first step for those who look at an empty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gptdesk.ui.images.asking.ideas import any_idea

if TYPE_CHECKING:
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.order_desk import OrderDesk


class Starter(QObject):
    """Puts an idea into the prompt."""

    def __init__(self, page: ImagesPage, desk: OrderDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._desk = desk
        page.stage.empty.action.connect(self.start)

    def start(self) -> None:
        self._desk.set_prompt(any_idea().prompt)
        self._page.show_panel(True)
        self._page.panel.asking.editor.setFocus()
