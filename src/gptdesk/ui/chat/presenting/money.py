"""All that the Chat page says about money: before, after, and at the limit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.ui.chat.presenting.limiting import LimitGate
from gptdesk.ui.chat.presenting.pricing import ChatMoney, PricePresenter
from gptdesk.ui.chat.presenting.spending import SpendingPresenter

if TYPE_CHECKING:
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.calls import Calls
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.asking import Asker
    from gptdesk.ui.chat.presenting.attaching import AttachPresenter
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter


class MoneyPresenter(QObject):
    """Owns estimate, sums and limit. Without `money` nothing is known of prices.

    Signals:
        passed: a text that may be sent.
        limit_requested: the person wants to change the limit.
        month_changed: the LimitState of this month, and the UsageSum behind it.
    """

    passed = Signal(str)
    limit_requested = Signal()
    month_changed = Signal(object, object)

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        asker: Asker,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        attached: AttachPresenter,
        money: ChatMoney | None,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._prices = PricePresenter(
            page, calls, asker, conversation, models, attached, money, settings, self
        )
        self._spending = SpendingPresenter(page, calls, asker, conversation, money, settings, self)
        self._gate = LimitGate(page, self._prices, self._spending, settings, self)
        self._gate.passed.connect(self.passed)
        self._gate.limit_requested.connect(self.limit_requested)
        self._spending.month_changed.connect(self.month_changed)

    def load(self) -> None:
        """Read what was spent."""
        self._spending.load()

    def show(self) -> None:
        """Currency, limit or language changed: the same amounts in other words."""
        self._prices.show()
        self._spending.show()
        self._gate.settings_changed()

    def prices_changed(self) -> None:
        """A price of one's own was set or taken back."""
        self._prices.ask()

    def send(self, text: str) -> None:
        """Pass it on, unless the limit stands in the way."""
        self._gate.send(text)

    def may_ask(self, again: Callable[[], object]) -> bool:
        """Whether something that is paid for may go out now; `again` is called if it may later."""
        return self._gate.allows(again)

    def shutdown(self) -> None:
        self._prices.shutdown()
