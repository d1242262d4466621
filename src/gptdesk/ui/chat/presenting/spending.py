"""What answers have cost: under each of them, in the head of the chat, and this month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.costs import LimitState
from gptdesk.ui.widgets.money import Money, money_of, paid_text, sum_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from gptdesk.domain.messages import ChatMessage
    from gptdesk.domain.settings import Settings
    from gptdesk.domain.usage import UsageSum
    from gptdesk.runtime.calls import Calls
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter
    from gptdesk.ui.chat.presenting.pricing import ChatMoney

translate = QCoreApplication.translate


class SpendingPresenter(QObject):
    """Reads sums again after each answer.

    Signals:
        month_changed: the LimitState of this month, and the UsageSum behind it.
    """

    month_changed = Signal(object, object)

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        asker: Asker,
        conversation: ConversationPresenter,
        money: ChatMoney | None,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._conversation = conversation
        self._money = money
        self._settings = settings
        self._month: UsageSum | None = None
        self._chat: UsageSum | None = None
        self._warned_at = 0.0
        page.transcript.set_pricer(self._cost)
        conversation.opened.connect(self._on_opened)
        asker.ended.connect(self._on_ended)

    @property
    def state(self) -> LimitState:
        """How much of the monthly limit is spent, as far as is known."""
        spent = self._month.cost if self._month is not None else 0.0
        return LimitState(spent, self._settings().monthly_limit)

    def load(self) -> None:
        """Read the sums of the month and of the open chat."""
        if self._money is not None:
            self._calls.run(self._money.usage.month(), self._on_month)
        self._load_chat()

    def show(self) -> None:
        """Currency, limit or language changed: make the words again."""
        self._page.transcript.refresh_costs()
        self._show_chat()
        if self._month is not None:
            self.month_changed.emit(self.state, self._month)

    def _cost(self, message: ChatMessage) -> str:
        """Under an answer: nothing where nobody counted, as in answers of earlier versions."""
        if message.cost is None and message.output_tokens is None:
            return ""
        return paid_text(message.cost, money_of(self._settings()))

    def _load_chat(self) -> None:
        conversation_id = self._conversation.id
        if self._money is None or not conversation_id:
            self._chat = None
            self._show_chat()
            return

        def done(found: UsageSum) -> None:
            if conversation_id == self._conversation.id:
                self._chat = found
                self._show_chat()

        self._calls.run(self._money.usage.of_conversation(conversation_id), done)

    def _show_chat(self) -> None:
        self._page.header.set_cost(chat_text(self._chat, money_of(self._settings())))

    def _on_opened(self, _conversation_id: str) -> None:
        self._chat = None
        self._show_chat()
        self._load_chat()

    def _on_ended(self, _conversation_id: str, _was_cancelled: bool) -> None:
        self.load()

    def _on_month(self, month: UsageSum) -> None:
        self._month = month
        state = self.state
        if state.is_near and not state.is_reached and self._warned_at != state.limit:
            self._warned_at = state.limit
            self._page.hint.say(near_text(state), moving=False, icon="wallet")
        self.month_changed.emit(state, month)


def chat_text(spent: UsageSum | None, money: Money) -> str:
    """For the head of a chat; `**bold**` where it counts."""
    if spent is None or not spent.requests:
        return ""
    if spent.is_free:
        return translate("ChatHeader", "This chat so far **free**")
    if spent.unknown == spent.requests:
        return translate("ChatHeader", "This chat so far **unknown**")
    amount = sum_text(spent.cost, money)
    if spent.unknown:
        text = translate("ChatHeader", "This chat so far more than **{amount}**")
        return text.format(amount=amount)
    return translate("ChatHeader", "This chat so far **{amount}**").format(amount=amount)


def near_text(state: LimitState) -> str:
    percent = min(100, int(state.share * 100))
    text = translate("ChatLimit", "{percent} % of this month's limit is spent.")
    return text.format(percent=percent)
