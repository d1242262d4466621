"""What the head of the page, the composer and the status line say about the open chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.connections import OFFLINE_ID
from gptdesk.ui.chat.list.previews import short_trouble

if TYPE_CHECKING:
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter

translate = QCoreApplication.translate


class HeadPresenter(QObject):
    """Names the chat, its model and its connection.

    Signals:
        state_changed: "none", "ok" or "warn", and words for the status line.
    """

    state_changed = Signal(str, str)

    def __init__(
        self,
        page: ChatPage,
        asker: Asker,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._asker = asker
        self._conversation = conversation
        self._models = models
        conversation.changed.connect(self.show)
        models.loaded.connect(self.show)
        asker.ended.connect(self._on_ended)

    def show(self) -> None:
        conversation = self._conversation.current
        self._models.show(self._conversation.choice)
        self._page.header.set_conversation(
            conversation.title if conversation is not None else "",
            self._subtitle(),
            is_stored=conversation is not None,
            is_pinned=conversation is not None and conversation.is_pinned,
        )
        self._show_state()

    def _subtitle(self) -> str:
        choice = self._conversation.choice
        model, name = self._models.label(choice), self._models.name(choice[0])
        if not name or not self._models.can_answer:
            return ""
        if not model or model == name:
            return name
        text = translate("ChatHeader", "{model} · {connection}")
        return text.format(model=model, connection=name)

    def _on_ended(self, conversation_id: str, was_cancelled: bool) -> None:
        if conversation_id != self._conversation.id:
            return
        live = self._asker.live(conversation_id)
        problem = live.problem if live is not None else None
        if problem is not None:
            self._show_state(short_trouble(problem.code))
        else:
            self._show_state(is_sure=not was_cancelled)

    def _show_state(self, trouble: str = "", *, is_sure: bool = False) -> None:
        if self._models.is_loaded:
            self.state_changed.emit(*self._state(trouble, is_sure))

    def _state(self, trouble: str, is_sure: bool) -> tuple[str, str]:
        name = self._models.name(self._conversation.choice[0])
        if not self._models.can_answer:
            return "none", translate("ChatState", "No connection yet")
        if not name:
            return "warn", translate("ChatState", "The connection of this chat was removed")
        if trouble:
            text = translate("ChatState", "{name} · {trouble}")
            return "warn", text.format(name=name, trouble=trouble)
        if self._conversation.choice[0] == OFFLINE_ID:
            return "ok", translate("ChatState", "Offline pack · on this computer")
        if is_sure:
            return "ok", translate("ChatState", "{name} · connected").format(name=name)
        return "none", name  # nobody has asked it yet
