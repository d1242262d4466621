"""Which conversation is open, how another one is opened, and what is typed into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.options import ChatOptions
from gptdesk.ui.chat.presenting.beginning import Beginner, Beginning
from gptdesk.ui.chat.presenting.drafting import DraftKeeper, save_rest, typed_since
from gptdesk.ui.chat.presenting.opening import Opened
from gptdesk.ui.chat.presenting.reading import Reader
from gptdesk.ui.chat.presenting.sending import Sender

if TYPE_CHECKING:
    from gptdesk.domain.attachments import Attachment
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.answering import AnswerPresenter
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.attaching import AttachPresenter
    from gptdesk.ui.chat.presenting.calls import Calls
    from gptdesk.ui.chat.presenting.choosing import Choice, ModelPresenter
    from gptdesk.ui.chat.presenting.listing import ListPresenter


class ConversationPresenter(QObject):
    """Owns which conversation is open; None is a new chat that is not stored yet.

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
        self._models = models
        self._listing = listing
        self._attached = attached
        self._drafts = DraftKeeper(calls, service, self)
        self._open: Conversation | None = None
        self._sender = Sender(page, calls, service, asker, answers, self)
        self._reader = Reader(page, calls, service, lambda: self.id, self)
        self._message = ""
        self._choice: Choice | None = None
        self._options = ChatOptions()
        self._beginner = Beginner(calls, service, self)
        self._rest: tuple[str, str] | None = None
        page.composer.text_changed.connect(self._on_typed)
        self._beginner.due.connect(self._on_begin_due)
        self._beginner.stored.connect(self._on_begun)
        self._reader.opened.connect(self._show)
        self._reader.failed.connect(self._on_read_failed)
        self._sender.stored.connect(self._on_question_stored)
        self._sender.titled.connect(self._on_titled)
        asker.ended.connect(self._on_ended)
        self._drafts.saved.connect(listing.set_draft)
        attached.changed.connect(self._on_attached)

    @property
    def current(self) -> Conversation | None:
        return self._open

    @property
    def id(self) -> str:
        return self._open.id if self._open is not None else ""

    @property
    def choice(self) -> Choice:
        """Connection and model of the open conversation."""
        if self._open is not None and self._open.connection_id:
            return (self._open.connection_id, self._open.model)
        return self._choice or self._models.default()

    @property
    def options(self) -> ChatOptions:
        """What is set for the answers of the open conversation."""
        return self._open.options if self._open is not None else self._options

    def set_options(self, options: ChatOptions) -> None:
        self._options = options
        if self._open is not None:
            self._open = replace(self._open, options=options)
            self._calls.run(self._service.set_options(self._open.id, options))
        self.changed.emit()

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
        self._open, self._choice, self._options = None, None, ChatOptions()
        self._page.transcript.reset()
        self._answers.detach()
        self._page.composer.set_text("")
        self._attached.show("", ())
        self._listing.set_open("")
        self.opened.emit("")
        self.changed.emit()

    def send(self, text: str) -> None:
        """Ask; text and pictures stay where they are until the question is stored."""
        if self._open is not None:
            self._ask(text, self._open)
            return
        beginning = self._beginner.pending or self._beginner.begin(text, self.choice)
        if not beginning.then:
            beginning.then.append(partial(self._ask, text))

    def choose(self, choice: Choice) -> None:
        """Another connection or model for this chat."""
        if self._open is None:
            self._choice = choice
        else:
            self._open = replace(self._open, connection_id=choice[0], model=choice[1])
            self._calls.run(self._service.set_model(self._open.id, *choice))
        self.changed.emit()

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

    def forget(self, conversation_id: str) -> None:
        """It was deleted."""
        self._asker.stop(conversation_id)
        if conversation_id == self.id:
            self._drafts.flush()
            self.start_over()

    def start_over(self) -> None:
        """What was open is no longer there: nothing of it is to be stored."""
        self._drafts.take_rest()
        self._open = None
        self._page.composer.set_text("")
        self._attached.show("", ())
        self.new()

    def shutdown(self) -> None:
        """Stop the timers; `save_rest` keeps what was typed last."""
        self._beginner.shutdown()
        self._rest = self._drafts.take_rest()
        text = self._page.composer.text()
        if self._open is None and (text.strip() or self._attached.attachments()):
            self._rest = ("", text)

    async def save_rest(self) -> str:
        """Runs in the core thread when the window is gone; the conversation it was kept in."""
        return await save_rest(self._service, self._rest, self._choice or ("", ""))

    # Opening

    def _on_known(self, conversation_id: str, known: tuple[Conversation, ...]) -> None:
        is_untouched = self._open is None and not self._page.composer.text().strip()
        if is_untouched and any(c.id == conversation_id for c in known):
            self.open(conversation_id)

    def _show(self, found: Opened) -> None:
        self._leave()
        self._open = found.conversation
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
        if self._open is None:
            self._beginner.leave(text, self.choice, self._attached.attachments())
            return
        self._drafts.flush()
        if self._is_empty(text):
            self._listing.drop_empty(self._open.id)

    def _is_empty(self, text: str) -> bool:
        has_more = self._page.transcript.rowCount() > 0 or not self._attached.is_empty
        return not has_more and not text.strip() and not self._asker.is_running(self.id)

    # Typing and sending

    def _on_typed(self, text: str) -> None:
        if self._open is not None:
            self._drafts.note(self._open.id, text)
        else:
            self._beginner.note(text)

    def _on_attached(self) -> None:
        if self._open is not None:
            self._attached.keep(self._open.id, self._attached.attachments())
            self._listing.refresh()
        elif self._beginner.pending is None:
            self._beginner.begin(self._page.composer.text(), self.choice)

    def _on_begin_due(self) -> None:
        text = self._page.composer.text()
        if self._open is None and text.strip():
            self._beginner.begin(text, self.choice)

    def _on_begun(self, beginning: Beginning, conversation: Conversation) -> None:
        if not beginning.is_left:
            self._open = conversation
            self._answers.attach(conversation.id)
            self._listing.set_open(conversation.id)
            self.opened.emit(conversation.id)
            if self._choice is not None:  # it may have been made meanwhile
                self.choose(self._choice)
            if not self._options.is_default:
                self.set_options(self._options)
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
            self._set_default(conversation)
        attachments = self._attached.mark_sent(conversation.id)
        self._sender.ask(text, attachments, conversation, is_shown=conversation.id == self.id)

    def _set_default(self, conversation: Conversation) -> None:
        choice = self._models.default()
        self._calls.run(self._service.set_model(conversation.id, *choice))
        if conversation.id == self.id:
            self._open = replace(conversation, connection_id=choice[0], model=choice[1])
            self.changed.emit()

    def _on_question_stored(self, conversation_id: str, sent: str) -> None:
        rest = ""
        if conversation_id == self.id:
            rest = typed_since(sent, self._page.composer.text())
            self._page.composer.set_text(rest)
        self._drafts.keep(conversation_id, rest)
        self._attached.stored(conversation_id)
        self._listing.refresh()

    def _on_titled(self, conversation_id: str, title: str) -> None:
        if self._open is not None and conversation_id == self.id:
            self._open = replace(self._open, title=title)
            self.changed.emit()

    def _on_ended(self, conversation_id: str, _was_cancelled: bool) -> None:
        self._listing.refresh()
        if conversation_id == self._reader.wanted:
            self._reader.read(conversation_id)  # what was read may be older than the end
