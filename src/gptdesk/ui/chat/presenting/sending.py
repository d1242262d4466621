"""A question on its way: what must be in order before it goes, and what its arrival changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.events import MessageAdded, TitleChanged
from gptdesk.domain.messages import MessageState, Role

if TYPE_CHECKING:
    from gptdesk.domain.attachments import Attachment
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.answering import AnswerPresenter
    from gptdesk.ui.chat.presenting.asking import Asker

translate = QCoreApplication.translate


class Sender(QObject):
    """Remembers what was sent until it is stored.

    Signals:
        stored: conversation id and the text that is safe now.
        titled: conversation id and its automatic title.
    """

    stored = Signal(str, str)
    titled = Signal(str, str)

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        service: ConversationService,
        asker: Asker,
        answers: AnswerPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._service = service
        self._asker = asker
        self._answers = answers
        self._texts: dict[str, str] = {}
        asker.happened.connect(self._on_happened)
        asker.ended.connect(self._on_ended)

    def ask(
        self,
        text: str,
        attachments: Sequence[Attachment],
        conversation: Conversation,
        *,
        is_shown: bool,
    ) -> None:
        if self._asker.is_running(conversation.id):
            return
        if is_shown:
            self._set_aside_trouble()
            self._answers.clear_trouble()
        self._texts[conversation.id] = text
        title = translate("ChatList", "Picture")
        self._asker.ask(conversation.id, text, attachments, title)

    def _set_aside_trouble(self) -> None:
        """A new question goes out with the one that waited; that one waits no longer."""
        last = self._answers.last()
        if last is not None and last.state in (MessageState.UNSENT, MessageState.INTERRUPTED):
            self._calls.run(self._service.set_aside(last.id))
            self._page.transcript.set_state(last.id, MessageState.DONE)

    def _on_happened(self, conversation_id: str, events: list[object]) -> None:
        for event in events:
            if isinstance(event, MessageAdded) and event.message.role is Role.USER:
                self.stored.emit(conversation_id, self._texts.pop(conversation_id, ""))
            elif isinstance(event, TitleChanged):
                self.titled.emit(event.conversation_id, event.title)

    def _on_ended(self, conversation_id: str, _was_cancelled: bool) -> None:
        self._texts.pop(conversation_id, None)


def without(sent: str, text: str) -> str:
    """What was typed after the question had been sent."""
    return text.lstrip().removeprefix(sent).lstrip() if sent else text
