"""What people do on the page outside the composer: new, find, copy, rename, pin, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter
    from gptdesk.ui.chat.presenting.listing import ListPresenter
    from gptdesk.ui.chat.presenting.steps import StepPresenter


class GesturePresenter(QObject):
    """Connects header, list, shortcuts and transcript with what they ask for."""

    def __init__(
        self,
        page: ChatPage,
        listing: ListPresenter,
        conversation: ConversationPresenter,
        steps: StepPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._listing = listing
        self._conversation = conversation
        self._steps = steps
        header, view = page.header, page.view
        page.new_requested.connect(self.new)
        page.find_requested.connect(self.find)
        page.notice.action.connect(self._on_notice_action)
        header.renamed.connect(self._on_renamed)
        header.copy_requested.connect(self.copy)
        header.pin_requested.connect(self._on_pin)
        header.delete_requested.connect(self._on_delete)
        listing.open_requested.connect(self._on_open_requested)
        listing.copied.connect(header.confirm_copied)
        view.link_activated.connect(page.link.ask)
        view.copy_requested.connect(self._on_copy_message)
        view.regenerate_requested.connect(steps.regenerate)
        view.continue_requested.connect(steps.go_on)
        view.version_requested.connect(steps.step_version)
        view.notice_action.connect(steps.act)

    def new(self) -> None:
        self._page.close_drawer()
        self._conversation.new()
        self._page.focus_editor()

    def find(self) -> None:
        if self._page.transcript.rowCount():
            self._page.find_bar.open_bar()

    def copy(self) -> None:
        """The whole chat."""
        if self._conversation.id:
            self._listing.copy(self._conversation.id)

    def open(self, conversation_id: str) -> None:
        """From the palette: the next thing is to type."""
        self._conversation.open(conversation_id)
        self._page.focus_editor()

    def _on_open_requested(self, conversation_id: str, message_id: str) -> None:
        self._page.close_drawer()
        self._conversation.open(conversation_id, message_id)

    def _on_renamed(self, title: str) -> None:
        self._listing.rename(self._conversation.id, title)

    def _on_pin(self) -> None:
        conversation = self._conversation.current
        if conversation is not None:
            self._listing.set_pinned(conversation.id, not conversation.is_pinned)

    def _on_delete(self) -> None:
        self._listing.delete(self._conversation.id)

    def _on_copy_message(self, message_id: str) -> None:
        row = self._page.transcript.row_of(message_id)
        if row >= 0:
            text = self._page.transcript.index(row).data()
            QGuiApplication.clipboard().setText(text)

    def _on_notice_action(self, action: str) -> None:
        self._steps.act("", action)
