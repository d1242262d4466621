"""A new chat gets its place on the disk with its first words, without anybody waiting for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.conversations import Conversation
from gptdesk.ui.chat.presenting.drafting import QUIET_MS

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.presenting.choosing import Choice


@dataclass(eq=False)
class Beginning:
    """A new chat that is being stored; `then` runs when it is there.

    `text` is its draft, `attachments` belong to it if another chat came onto the page meanwhile.
    """

    text: str
    is_left: bool = False
    attachments: tuple[Attachment, ...] = ()
    then: list[Callable[[Conversation], None]] = field(default_factory=list)


class Beginner(QObject):
    """Stores the new chat that is on the page, and those that were left meanwhile.

    Signals:
        due: there was a pause in typing, so it is time to begin.
        stored: the Beginning and its Conversation.
    """

    due = Signal()
    stored = Signal(object, object)

    def __init__(self, calls: Calls, service: ConversationService, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._service = service
        self._pending: Beginning | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.due)

    @property
    def pending(self) -> Beginning | None:
        """The one on the page, while it is being stored."""
        return self._pending

    def note(self, text: str) -> None:
        """This is its draft now."""
        if self._pending is not None:
            self._pending.text = text
        else:
            self._quiet.start()

    def begin(self, text: str, choice: Choice) -> Beginning:
        self._quiet.stop()
        beginning = Beginning(text)
        self._pending = beginning
        self._calls.run(
            self._service.new(*choice),
            partial(self._on_stored, beginning),
            partial(self._on_failed, beginning),
        )
        return beginning

    def leave(self, text: str, choice: Choice, attachments: tuple[Attachment, ...] = ()) -> None:
        """Another chat comes onto the page; what was typed becomes a chat of its own."""
        self._quiet.stop()
        beginning = self._pending
        if beginning is None and (text.strip() or attachments):
            beginning = self.begin(text, choice)
        if beginning is not None:
            beginning.text, beginning.is_left = text, True
            beginning.attachments = attachments
        self._pending = None

    def shutdown(self) -> None:
        self._quiet.stop()

    def _on_stored(self, beginning: Beginning, conversation: Conversation) -> None:
        if self._pending is beginning:
            self._pending = None
        self.stored.emit(beginning, conversation)

    def _on_failed(self, beginning: Beginning, problem: Problem) -> None:
        """The text is still in the field; the next key tries again."""
        if self._pending is beginning:
            self._pending = None
        self._calls.failed.emit(problem)
