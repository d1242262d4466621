"""How a conversation is opened, begun and left, and what is typed into it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.ui.chat.presenting.beginning import Beginner, Beginning
from gptdesk.ui.chat.presenting.current import CurrentChat
from gptdesk.ui.chat.presenting.drafting import DraftKeeper, save_rest, typed_since
from gptdesk.ui.chat.presenting.opening import Opened
from gptdesk.ui.chat.presenting.reading import Reader
from gptdesk.ui.chat.presenting.sending import Sender

if TYPE_CHECKING:
    from gptdesk.domain.attachments import Attachment
    from gptdesk.domain.conversations import Conversation
    from gptdesk.domain.options import ChatOptions
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.answering import AnswerPresenter
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.attaching import AttachPresenter
    from gptdesk.ui.chat.presenting.choosing import Choice, ModelPresenter
    from gptdesk.ui.chat.presenting.listing import ListPresenter


class ConversationPresenter(QObject):
    """Opens conversations; nothing that is typed or attached gets lost on the way.

    Signals:
        opened: the conversation id, empty for a new chat.
        changed: title, model or pin of the open conversation.
    """

    opened = Signal(str)
    changed = Signal()

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        service: ConversationService,
        asker: Asker,
        answers: AnswerPresenter,
        models: ModelPresenter,
        listing: ListPresenter,
        attached: AttachPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._service = service
        self._asker = asker
        self._answers = answers
        self._listing = listing
        self._attached = attached
        self._drafts = DraftKeeper(calls, service, self)
        self._chat = CurrentChat(calls, service, models.default, self)
        self._sender = Sender(page, calls, service, asker, answers, self)
        self._reader = Reader(page, calls, service, lambda: self.id, self)
        self._message = ""
        self._beginner = Beginner(calls, service, self)
        self._rest: tuple[str, str] | None = None
        self._chat.changed.connect(self.changed)
        page.composer.text_changed.connect(self._on_typed)
        self._beginner.due.connect(self._on_begin_due)
        self._beginner.stored.connect(self._on_begun)
        self._reader.opened.connect(self._show)
        self._reader.failed.connect(self._on_read_failed)
        self._sender.stored.connect(self._on_question_stored)
        self._sender.titled.connect(self._chat.entitle)
        asker.ended.connect(self._on_ended)
        self._drafts.saved.connect(listing.set_draft)
        attached.changed.connect(self._on_attached)

    @property
    def current(self) -> Conversation | None:
        return self._chat.conversation

    @property
    def id(self) -> str:
        return self._chat.id

    @property
    def choice(self) -> Choice:
        """Connection and model of the open conversation."""
        return self._chat.choice

    @property
    def options(self) -> ChatOptions:
        """What is set for the answers of the open conversation."""
        return self._chat.options

    def set_options(self, options: ChatOptions) -> None:
        self._chat.set_options(options)

    def open(self, conversation_id: str, message_id: str = "") -> None:
        """Show a stored conversation, at one of its messages if that is given."""
        if conversation_id == self.id:
            self._reader.forget()
            self._show_message(message_id)
            return
        self._message = message_id
        self._listing.set_open(conversation_id, message_id)
        if conversation_id != self._reader.wanted:
            self._reader.read(conversation_id)

    def open_if_there(self, conversation_id: str) -> None:
        """At the start: one that has been deleted since is no failure."""
        self._calls.run(self._service.all(), partial(self._on_known, conversation_id))

    def new(self) -> None:
        """Begin a chat; it is stored with its first words."""
        self._leave()
        self._reader.forget()
        self._chat.close()
        self._page.transcript.reset()
        self._answers.detach()
        self._page.composer.set_text("")
        self._attached.show("", ())
        self._listing.set_open("")
        self.opened.emit("")
        self.changed.emit()

    def send(self, text: str) -> None:
        """Ask; text and pictures stay where they are until the question is stored."""
        if self.current is not None:
            self._ask(text, self.current)
            return
        beginning = self._beginner.pending or self._beginner.begin(text, self.choice)
        if not beginning.then:
            beginning.then.append(partial(self._ask, text))

    def choose(self, choice: Choice) -> None:
        """Another connection or model for this chat."""
        self._chat.choose(choice)

    def put_draft(self, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """A message for the composer that comes from elsewhere; it is kept like a typed one."""
        self._page.composer.set_text(text)
        self._on_typed(text)
        if attachments:
            self._attached.show(self.id, attachments)
            self._on_attached()
        self._page.focus_editor()

    def take_over(self, known: Conversation) -> None:
        """The list knows a newer title or pin."""
        self._chat.take_over(known)

    def forget(self, conversation_id: str) -> None:
        """It was deleted."""
        self._asker.stop(conversation_id)
        if conversation_id == self.id:
            self._drafts.flush()
            self.start_over()

    def start_over(self) -> None:
        """What was open is no longer there: nothing of it is to be stored."""
        self._drafts.take_rest()
        self._chat.close()
        self._page.composer.set_text("")
        self._attached.show("", ())
        self.new()

    def shutdown(self) -> None:
        """Stop the timers; `save_rest` keeps what was typed last."""
        self._beginner.shutdown()
        self._rest = self._drafts.take_rest()
        text = self._page.composer.text()
        if self.current is None and (text.strip() or self._attached.attachments()):
            self._rest = ("", text)

    async def save_rest(self) -> str:
        """Runs in the core thread when the window is gone; the conversation it was kept in."""
        return await save_rest(self._service, self._rest, self._chat.chosen or ("", ""))

    # Opening

    def _on_known(self, conversation_id: str, known: tuple[Conversation, ...]) -> None:
        is_untouched = self.current is None and not self._page.composer.text().strip()
        if is_untouched and any(c.id == conversation_id for c in known):
            self.open(conversation_id)

    def _show(self, found: Opened) -> None:
        self._leave()
        self._chat.show(found.conversation)
        self._page.transcript.reset(found.entries())
        self._page.composer.set_text(found.conversation.draft)
        self._attached.show(found.conversation.id, found.conversation.draft_attachments)
        self._answers.attach(found.conversation.id)
        self._listing.set_open(found.conversation.id, self._message)
        self.opened.emit(found.conversation.id)
        self.changed.emit()
        self._show_message(self._message)

    def _show_message(self, message_id: str) -> None:
        if message_id:
            self._page.view.show_message(message_id)

    def _on_read_failed(self) -> None:
        self._listing.set_open(self.id)

    # Leaving: nothing that was typed goes with it

    def _leave(self) -> None:
        text = self._page.composer.text()
        if self.current is None:
            self._beginner.leave(text, self.choice, self._attached.attachments())
            return
        self._drafts.flush()
        if self._is_empty(text):
            self._listing.drop_empty(self.id)

    def _is_empty(self, text: str) -> bool:
        has_more = self._page.transcript.rowCount() > 0 or not self._attached.is_empty
        return not has_more and not text.strip() and not self._asker.is_running(self.id)

    # Typing and sending

    def _on_typed(self, text: str) -> None:
        if self.current is not None:
            self._drafts.note(self.id, text)
        else:
            self._beginner.note(text)

    def _on_attached(self) -> None:
        if self.current is not None:
            self._attached.keep(self.id, self._attached.attachments())
            self._listing.refresh()
        elif self._beginner.pending is None:
            self._beginner.begin(self._page.composer.text(), self.choice)

    def _on_begin_due(self) -> None:
        text = self._page.composer.text()
        if self.current is None and text.strip():
            self._beginner.begin(text, self.choice)

    def _on_begun(self, beginning: Beginning, conversation: Conversation) -> None:
        if not beginning.is_left:
            self._chat.show(conversation)
            self._answers.attach(conversation.id)
            self._listing.set_open(conversation.id)
            self.opened.emit(conversation.id)
            self._chat.hand_over()
            self._attached.begun(conversation.id)
            self.changed.emit()
        else:
            self._attached.begun_elsewhere(conversation.id, beginning.attachments)
        self._drafts.keep(conversation.id, beginning.text)
        for then in beginning.then:
            then(conversation)
        self._listing.refresh()

    def _ask(self, text: str, conversation: Conversation) -> None:
        if not conversation.connection_id:
            self._chat.give_default(conversation)
        attachments = self._attached.mark_sent(conversation.id)
        self._sender.ask(text, attachments, conversation, is_shown=conversation.id == self.id)

    def _on_question_stored(self, conversation_id: str, sent: str) -> None:
        rest = ""
        if conversation_id == self.id:
            rest = typed_since(sent, self._page.composer.text())
            self._page.composer.set_text(rest)
        self._drafts.keep(conversation_id, rest)
        self._attached.stored(conversation_id)
        self._listing.refresh()

    def _on_ended(self, conversation_id: str, _was_cancelled: bool) -> None:
        self._listing.refresh()
        if conversation_id == self._reader.wanted:
            self._reader.read(conversation_id)  # what was read may be older than the end
