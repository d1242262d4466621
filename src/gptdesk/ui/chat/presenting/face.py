"""What stands above the composer: messages, a greeting, or ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter


class Face:
    """Decides by what there is to show, and by whether anybody can answer."""

    def __init__(self, page: ChatPage, models: ModelPresenter) -> None:
        self._page = page
        self._models = models

    def show(self) -> None:
        is_first = False
        if self._page.transcript.rowCount():
            self._page.show_transcript()
        elif self._models.is_loaded and not self._models.can_answer:
            is_first = True
            self._page.show_doors()
        elif self._models.is_loaded:
            self._page.show_new_chat()
        if self._models.is_loaded:
            self._page.composer.set_unready(not self._models.can_answer, first_start=is_first)
