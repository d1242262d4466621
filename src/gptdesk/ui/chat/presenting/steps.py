"""What the buttons of a notice do: each failure has a next step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from gptdesk.domain.connections import OFFLINE_ID
from gptdesk.domain.messages import MessageState
from gptdesk.ui.chat.presenting.trouble import Trouble
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.notice import has_faq

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.answering import AnswerPresenter
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter

translate = QCoreApplication.translate

BILLING = {
    "api.openai.com": "https://platform.openai.com/settings/organization/billing/overview",
    "api.deepseek.com": "https://platform.deepseek.com/top_up",
}
"""Where an account is topped up, by the host of the connection."""


class StepPresenter(QObject):
    """Connects the actions of messages and notices with what they ask for.

    Signals:
        settings_requested: section and connection id.
        faq_requested: id of an entry.
    """

    settings_requested = Signal(str, str)
    faq_requested = Signal(str)

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        service: ConversationService,
        asker: Asker,
        answers: AnswerPresenter,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._service = service
        self._asker = asker
        self._answers = answers
        self._conversation = conversation
        self._models = models
        self._trouble: Trouble | None = None
        self.may_ask: Callable[[Callable[[], object]], bool] = lambda _again: True
        """Asked before everything that is paid for; may call again what it is given, later."""
        answers.troubled.connect(self._on_troubled)
        page.hint.pressed.connect(self.switch_to_offline)
        page.activity.pressed.connect(self.stop)

    def stop(self) -> None:
        self._asker.stop(self._conversation.id)

    def regenerate(self, message_id: str) -> None:
        """Another version of an answer; an older one would cut off what was said since."""
        if self._is_last(message_id):
            self.retry()
        else:
            text = translate("ChatTrouble", "Only the newest answer can be asked for again.")
            self._page.hint.say(text, moving=False, icon="info")

    def retry(self) -> None:
        """Answer the last question again."""
        is_there = self._answers.question() is not None
        if self._can_start() and is_there and self.may_ask(self.retry):
            self._answers.clear_trouble()
            self._asker.retry(self._conversation.id)

    def go_on(self, message_id: str) -> None:
        """Continue the answer that was cut short."""
        again = partial(self.go_on, message_id)
        if self._can_start() and self._is_last(message_id) and self.may_ask(again):
            self._answers.clear_trouble()
            self._asker.go_on(self._conversation.id, message_id)

    def step_version(self, message_id: str, step: int) -> None:
        row = self._page.transcript.row_of(message_id)
        if row < 0 or self._asker.is_running(self._conversation.id):
            return
        position = self._page.transcript.entry(row).position
        self._calls.run(
            self._service.step_version(self._conversation.id, position, message_id, step),
            self._on_version,
        )

    def switch_to_offline(self) -> None:
        """Go on without the service that failed; a question that waits is asked at once."""
        self._conversation.choose((OFFLINE_ID, ""))
        self._page.hint.say("")
        last = self._answers.last()
        if last is not None and last.state is MessageState.UNSENT:
            self.retry()

    def act(self, message_id: str, action: str) -> None:
        """A button of a notice was pressed."""
        connection = self._conversation.choice[0]
        steps: dict[str, Callable[[], object]] = {
            ActionId.RETRY: self.retry,
            ActionId.CONTINUE: lambda: self.go_on(message_id),
            ActionId.NEW_CHAT: self._new_with_question,
            ActionId.EDIT: self._edit_question,
            ActionId.SETTINGS_KEY: lambda: self.settings_requested.emit("connections", connection),
            ActionId.SETTINGS_CONNECTION: lambda: self.settings_requested.emit(
                "connections", connection
            ),
            ActionId.SETTINGS_PROXY: lambda: self.settings_requested.emit("proxy", ""),
            ActionId.SETTINGS_MODEL: self._page.composer.choose_model,
            ActionId.CREDIT: self._add_credit,
            ActionId.PACK_INSTALL: lambda: self.settings_requested.emit("offline", ""),
            ActionId.PACK_REPAIR: lambda: self.settings_requested.emit("offline", ""),
            ActionId.BACKUP_RESTORE: lambda: self.settings_requested.emit("backup", ""),
            ActionId.OPEN_FOLDER: lambda: self.settings_requested.emit("storage", ""),
            ActionId.REPORT: self._copy_details,
            ActionId.CLOSE: self._page.notice.dismiss,
        }
        if action in steps:
            steps[action]()

    def _is_last(self, message_id: str) -> bool:
        last = self._answers.last()
        return last is not None and last.id == message_id

    def _can_start(self) -> bool:
        chat = self._conversation.id
        return bool(chat) and not self._asker.is_running(chat)

    def _on_troubled(self, trouble: Trouble) -> None:
        """Where the offline pack could answer instead, say so."""
        self._trouble = trouble
        is_offline = self._conversation.choice[0] == OFFLINE_ID
        if trouble.faq and trouble.level != "info" and not is_offline and self._models.has_offline:
            self._page.hint.say(
                translate(
                    "ChatTrouble",
                    "You can go on with the offline pack on this computer, free of charge.",
                ),
                link=translate("ChatTrouble", "Switch this chat"),
                moving=False,
                icon="package",
            )

    def _on_version(self, message: object) -> None:
        self._page.transcript.replace(message)  # type: ignore[arg-type]
        self._answers.show_trouble()

    def _new_with_question(self) -> None:
        question = self._answers.question()
        self._conversation.new()
        if question is not None:
            self._conversation.put_draft(question.text, question.attachments)

    def _edit_question(self) -> None:
        question = self._answers.question()
        typed = self._page.composer.text()
        if question is not None and not typed.strip():
            self._conversation.put_draft(question.text, question.attachments)
        self._page.focus_editor()

    def _add_credit(self) -> None:
        connection = self._models.connection(self._conversation.choice[0])
        address = connection.base_url if connection is not None else ""
        for host, page in BILLING.items():
            if f"//{host}" in address:
                self._page.link.ask(page)
                return
        if has_faq():
            self.faq_requested.emit("error.credit-exhausted")
        else:
            text = translate("ChatTrouble", "Credit is added on the website of the service.")
            self._page.hint.say(text, moving=False, icon="info")

    def _copy_details(self) -> None:
        if self._trouble is not None and self._trouble.details:
            QGuiApplication.clipboard().setText(self._trouble.details)
