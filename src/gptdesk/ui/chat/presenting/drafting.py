"""What is typed but not sent is kept, half a second after the last key at the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService

QUIET_MS = 500


class DraftKeeper(QObject):
    """Holds at most one text that is not on disk yet.

    Signals:
        saved: conversation id and draft.
    """

    saved = Signal(str, str)

    def __init__(self, calls: Calls, conversations: ConversationService, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._conversations = conversations
        self._waiting: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.flush)

    def note(self, conversation_id: str, text: str) -> None:
        """Save it soon."""
        if self._waiting is not None and self._waiting[0] != conversation_id:
            self.flush()
        self._waiting = (conversation_id, text)
        self._timer.start()

    def keep(self, conversation_id: str, text: str) -> None:
        """Save it now, whatever was waiting."""
        self.note(conversation_id, text)
        self.flush()

    def flush(self) -> None:
        """Save what waits, now."""
        self._timer.stop()
        if self._waiting is None:
            return
        conversation_id, text = self._waiting
        self._waiting = None
        self._calls.run(self._conversations.save_draft(conversation_id, text))
        self.saved.emit(conversation_id, text)

    def take_rest(self) -> tuple[str, str] | None:
        """What waits, for the one who saves it after the window has closed."""
        self._timer.stop()
        rest, self._waiting = self._waiting, None
        return rest


async def save_rest(
    service: ConversationService, rest: tuple[str, str] | None, choice: tuple[str, str]
) -> str:
    """Keep a last draft, in a new conversation if its id is empty; the id of where it is kept."""
    if rest is None:
        return ""
    conversation_id, text = rest
    if not conversation_id:
        conversation_id = (await service.new(*choice)).id
    await service.save_draft(conversation_id, text)
    return conversation_id


def typed_since(sent: str, text: str) -> str:
    """What was typed after the question had been sent."""
    return text.lstrip().removeprefix(sent).lstrip() if sent else text
