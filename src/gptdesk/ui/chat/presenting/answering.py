"""The open conversation while it is answered: words, progress, trouble and what to do about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from gptdesk.domain.events import (
    HistoryTrimmed,
    MessageAdded,
    MessageChanged,
    MessageRemoved,
    ParameterDropped,
    PicturesLeftOut,
    ReasoningDelta,
    TextDelta,
)
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.ui.chat.options.names import setting_name
from gptdesk.ui.chat.presenting.progress import progress_sentence
from gptdesk.ui.chat.presenting.trouble import trouble_of

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.asking import Asker, Live

translate = QCoreApplication.translate

COUNTDOWN_MS = 1000
PROGRESS_MS = 200
"""The count of tokens is for people; it need not be right in every frame."""


class AnswerPresenter(QObject):
    """Writes what happens into the transcript of the conversation that is open.

    Signals:
        grew: the first row appeared, or all went.
        troubled: the last message of the open conversation waits for somebody.
    """

    grew = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        page: ChatPage,
        asker: Asker,
        calls: Calls,
        conversations: ConversationService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._asker = asker
        self._calls = calls
        self._service = conversations
        self._open = ""
        self._problems: dict[str, Problem] = {}
        self._dropped: set[str] = set()
        self._since_progress = QElapsedTimer()
        self._countdown = QTimer(self)
        self._countdown.setInterval(COUNTDOWN_MS)
        self._countdown.timeout.connect(self._show_progress)
        asker.happened.connect(self._on_happened)
        asker.failed.connect(self._on_failed)
        asker.ended.connect(self._on_ended)
        asker.changed.connect(self._show_progress)

    def attach(self, conversation_id: str) -> None:
        """The transcript shows this conversation as it is stored: add what is running."""
        self._open = conversation_id
        self._page.hint.say("")
        live = self._asker.live(conversation_id)
        if live is not None:
            for message in (live.question, live.growing()):
                if message is not None:
                    self._put(message)
        self._show_progress()
        self.show_trouble()

    def detach(self) -> None:
        self._open = ""
        self._page.hint.say("")
        self._show_progress()

    def last(self) -> ChatMessage | None:
        """The newest message of the open conversation, if its text is here."""
        model = self._page.transcript
        if not model.rowCount():
            return None
        entry = model.entry(model.rowCount() - 1)
        return entry if isinstance(entry, ChatMessage) else None

    def question(self) -> ChatMessage | None:
        """The newest message that the person wrote."""
        model = self._page.transcript
        for row in range(model.rowCount() - 1, max(-1, model.rowCount() - 3), -1):
            entry = model.entry(row)
            if isinstance(entry, ChatMessage) and entry.role is Role.USER:
                return entry
        return None

    def clear_trouble(self) -> None:
        """Something new begins; what went wrong before is over."""
        if (last := self.last()) is not None:
            self._problems.pop(last.id, None)
        self._page.view.clear_trouble()
        self._page.hint.say("")

    def show_trouble(self) -> None:
        """Under the last message, unless it is being answered."""
        self._page.view.clear_trouble()
        last = self.last()
        if last is None or self._asker.is_running(self._open):
            return
        trouble = trouble_of(last, self._problems.get(last.id))
        if trouble is not None:
            self._page.view.show_trouble(trouble)
            self.troubled.emit(trouble)

    def shutdown(self) -> None:
        self._countdown.stop()

    # What happens

    def _on_happened(self, conversation_id: str, events: list[object]) -> None:
        if conversation_id != self._open:
            return
        before = self._page.transcript.rowCount()
        for event in events:
            self._take(event)
        if bool(before) != bool(self._page.transcript.rowCount()):
            self.grew.emit()
        if not self._since_progress.isValid() or self._since_progress.elapsed() >= PROGRESS_MS:
            self._show_progress()

    def _take(self, event: object) -> None:
        model = self._page.transcript
        match event:
            case TextDelta(text):
                model.extend_last(text)
            case ReasoningDelta(text):
                model.extend_reasoning(text)
            case MessageAdded(message):
                self._put(message)
                self._since_progress.invalidate()
            case MessageChanged(message):
                model.replace(message)
            case MessageRemoved(message_id):
                model.remove(message_id)
            case HistoryTrimmed() | ParameterDropped() | PicturesLeftOut():
                self._hint(event)
            case _:
                self._since_progress.invalidate()

    def _put(self, message: ChatMessage) -> None:
        model = self._page.transcript
        if model.row_of(message.id) >= 0:
            model.replace(message)
        else:
            model.append(message)

    def _hint(self, event: HistoryTrimmed | ParameterDropped | PicturesLeftOut) -> None:
        if isinstance(event, HistoryTrimmed):
            text = translate(
                "ChatProgress",
                "The first %n message(s) were left out, because the model cannot read more.",
                None,
                event.left_out,
            )
            self._page.hint.say(text, moving=False)
        elif isinstance(event, PicturesLeftOut):
            text = translate(
                "ChatProgress",
                "%n picture(s) of this chat were left out, because the model cannot see.",
                None,
                event.count,
            )
            self._page.hint.say(text, moving=False)
        elif event.name not in self._dropped:
            self._dropped.add(event.name)
            text = translate("ChatProgress", "This model does not take “{name}”; it was left out.")
            self._page.hint.say(text.format(name=setting_name(event.name)), moving=False)

    def _on_failed(self, conversation_id: str, problem: Problem) -> None:
        live = self._asker.live(conversation_id)
        if live is not None and (message := _waiting(live)) is not None:
            self._problems[message.id] = problem
        elif conversation_id == self._open:
            self._calls.failed.emit(problem)  # not even the question could be stored

    def _on_ended(self, conversation_id: str, was_cancelled: bool) -> None:
        if conversation_id != self._open:
            return
        self._show_progress()
        if was_cancelled:
            self._read_tail()
            return
        self.show_trouble()
        last = self.last()
        if last is not None and last.role is Role.ASSISTANT:
            self._announce(translate("ChatProgress", "The answer is there."))

    def _announce(self, text: str) -> None:
        """For those who listen to the screen instead of looking at it."""
        event = QAccessibleAnnouncementEvent(self._page.view, text)
        QAccessible.updateAccessibility(event)

    def _show_progress(self) -> None:
        """The line above the composer, and Stop in the place of Send."""
        self._since_progress.start()
        live = self._asker.live(self._open)
        running = live is not None and self._asker.is_running(self._open)
        self._page.composer.set_busy(running)
        self._tick(running and live is not None and live.wait is not None)
        if live is None or not running:
            self._page.activity.say("")
            return
        sentence = progress_sentence(live, self._asker.seconds_left(self._open))
        stop = translate("ChatProgress", "Stop") if live.wait is not None else ""
        self._page.activity.say(sentence, link=stop)

    def _tick(self, on: bool) -> None:
        if on and not self._countdown.isActive():
            self._countdown.start()
        elif not on:
            self._countdown.stop()

    # After a stop: the core settled the turn, but its events were cancelled with it

    def _read_tail(self) -> None:
        model = self._page.transcript
        if not model.rowCount():
            return
        last = model.rowCount() - 1
        first_row = max(0, last - 1)
        known = [model.entry(row).id for row in range(first_row, last + 1)]
        position = model.entry(first_row).position
        self._calls.run(
            self._service.bodies(self._open, position, position + 2),
            partial(self._on_tail, self._open, known),
        )

    def _on_tail(
        self, conversation_id: str, known: list[str], stored: tuple[ChatMessage, ...]
    ) -> None:
        if conversation_id != self._open:
            return
        model = self._page.transcript
        live = self._asker.live(conversation_id)
        busy = {m.id for m in (live.question, live.answer) if m is not None} if live else set()
        there = {message.id for message in stored}
        for message in stored:
            if message.id not in busy:
                self._put(message)
        for message_id in known:
            if message_id not in there and message_id not in busy:
                model.remove(message_id)
        self.grew.emit()
        self.show_trouble()


def _waiting(live: Live) -> ChatMessage | None:
    """The message under which the failure belongs."""
    if live.answer is not None and live.answer.state is MessageState.INTERRUPTED:
        return live.answer
    return live.question if live.question is not None else live.answer
