"""The open conversation: what it is called, which model answers in it, and with what settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.options import ChatOptions

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.presenting.choosing import Choice


class CurrentChat(QObject):
    """Owns which conversation is open; None is a new chat that is not stored yet.

    What is set for a new chat is kept here until it has its place on the disk.

    Signals:
        changed: title, model, settings or pin of the open conversation.
    """

    changed = Signal()

    def __init__(
        self,
        calls: Calls,
        service: ConversationService,
        default: Callable[[], Choice],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._service = service
        self._default = default
        self._open: Conversation | None = None
        self._choice: Choice | None = None
        self._options = ChatOptions()

    @property
    def conversation(self) -> Conversation | None:
        return self._open

    @property
    def id(self) -> str:
        return self._open.id if self._open is not None else ""

    @property
    def choice(self) -> Choice:
        """Connection and model of the open conversation."""
        if self._open is not None and self._open.connection_id:
            return (self._open.connection_id, self._open.model)
        return self._choice or self._default()

    @property
    def chosen(self) -> Choice | None:
        """What the person picked for a new chat, if anything."""
        return self._choice

    @property
    def options(self) -> ChatOptions:
        """What is set for the answers of the open conversation."""
        return self._open.options if self._open is not None else self._options

    def show(self, conversation: Conversation) -> None:
        """Another one is open now; whoever opened it says so."""
        self._open = conversation

    def close(self) -> None:
        """None is open: a new chat, without what was set for the last one."""
        self._open, self._choice, self._options = None, None, ChatOptions()

    def hand_over(self) -> None:
        """The new chat is stored: it gets what was set for it meanwhile."""
        if self._choice is not None:
            self.choose(self._choice)
        if not self._options.is_default:
            self.set_options(self._options)

    def set_options(self, options: ChatOptions) -> None:
        self._options = options
        if self._open is not None:
            self._open = replace(self._open, options=options)
            self._calls.run(self._service.set_options(self._open.id, options))
        self.changed.emit()

    def choose(self, choice: Choice) -> None:
        """Another connection or model for this chat."""
        if self._open is None:
            self._choice = choice
        else:
            self._open = replace(self._open, connection_id=choice[0], model=choice[1])
            self._calls.run(self._service.set_model(self._open.id, *choice))
        self.changed.emit()

    def give_default(self, conversation: Conversation) -> None:
        """It has no model of its own yet, and is about to be answered."""
        choice = self._default()
        self._calls.run(self._service.set_model(conversation.id, *choice))
        if conversation.id == self.id:
            self._open = replace(conversation, connection_id=choice[0], model=choice[1])
            self.changed.emit()

    def take_over(self, known: Conversation) -> None:
        """The list knows a newer title or pin."""
        if self._open is not None and known.id == self._open.id:
            newer = replace(
                self._open,
                title=known.title,
                title_is_automatic=known.title_is_automatic,
                is_pinned=known.is_pinned,
            )
            if newer != self._open:
                self._open = newer
                self.changed.emit()

    def entitle(self, conversation_id: str, title: str) -> None:
        """It got a title from its first question."""
        if self._open is not None and conversation_id == self.id:
            self._open = replace(self._open, title=title)
            self.changed.emit()
