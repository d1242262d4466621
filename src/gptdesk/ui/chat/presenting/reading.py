"""Bringing stored messages to the transcript: a conversation, its older texts, what is found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.conversations import SearchHit
from gptdesk.domain.messages import ChatMessage
from gptdesk.ui.chat.presenting.opening import Opened, load_conversation

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.page import ChatPage


class Reader(QObject):
    """Loads one conversation at a time; the last one that was asked for wins.

    Signals:
        opened: an Opened.
        failed: it could not be read; the Problem goes to whom it may concern.
    """

    opened = Signal(object)
    failed = Signal()

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        service: ConversationService,
        shown: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._service = service
        self._shown = shown
        self._wanted = ""
        page.transcript.bodies_wanted.connect(self._on_bodies_wanted)
        page.view.find_positions_wanted.connect(self._on_positions_wanted)

    @property
    def wanted(self) -> str:
        """The conversation that is being loaded."""
        return self._wanted

    def read(self, conversation_id: str) -> None:
        self._wanted = conversation_id
        self._calls.stream(
            load_conversation(self._service, conversation_id),
            partial(self._on_loaded, conversation_id),
            self._on_failed,
        )

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = ""

    def _on_loaded(self, wanted: str, operation: Operation, events: list[object]) -> None:
        for event in events:
            if isinstance(event, Opened) and wanted == self._wanted:
                self._wanted = ""
                self.opened.emit(event)
            elif isinstance(event, tuple) and wanted == self._shown():
                self._page.transcript.set_bodies(event)
            else:  # meanwhile another one is wanted, or shown
                operation.cancel()
                return

    def _on_failed(self, problem: Problem) -> None:
        self._wanted = ""
        self.failed.emit()
        self._calls.failed.emit(problem)

    def _on_bodies_wanted(self, first: int, last: int) -> None:
        model = self._page.transcript
        start, end = model.entry(first).position, model.entry(last).position
        self._calls.run(
            self._service.bodies(self._shown(), start, end),
            partial(self._on_bodies, self._shown()),
            self._on_bodies_failed,
        )

    def _on_bodies(self, conversation_id: str, messages: tuple[ChatMessage, ...]) -> None:
        if conversation_id == self._shown():
            self._page.transcript.set_bodies(messages)

    def _on_bodies_failed(self, problem: Problem) -> None:
        self._page.transcript.forget_wants()
        self._calls.failed.emit(problem)

    def _on_positions_wanted(self, text: str) -> None:
        """Found in messages of this conversation whose texts are not here."""
        self._calls.run(self._service.search(text), partial(self._on_positions, self._shown()))

    def _on_positions(self, conversation_id: str, hits: tuple[SearchHit, ...]) -> None:
        if conversation_id == self._shown():
            here = [hit for hit in hits if hit.conversation_id == conversation_id]
            self._page.view.set_find_positions([h.position for h in here if h.message_id])
