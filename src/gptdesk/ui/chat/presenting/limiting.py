"""Asks before a month's limit is passed. Nothing is lost while it waits for the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.ui.widgets.money import money_of, sum_text

if TYPE_CHECKING:
    from gptdesk.domain.settings import Settings
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.pricing import PricePresenter
    from gptdesk.ui.chat.presenting.spending import SpendingPresenter

translate = QCoreApplication.translate

SEND = "limit.send"
CHANGE = "limit.change"


class LimitGate(QObject):
    """Stands before everything that is paid for.

    Signals:
        passed: a text that may be sent.
        limit_requested: the person wants to change the limit.
    """

    passed = Signal(str)
    limit_requested = Signal()

    def __init__(
        self,
        page: ChatPage,
        prices: PricePresenter,
        spending: SpendingPresenter,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._prices = prices
        self._spending = spending
        self._settings = settings
        self._again: Callable[[], object] | None = None
        self._is_allowed = False
        page.notice.action.connect(self._on_action)

    def send(self, text: str) -> None:
        """Pass it on, or keep it in the field and ask."""
        if self.allows(self._page.composer.submit):
            self.passed.emit(text)

    def allows(self, again: Callable[[], object]) -> bool:
        """Whether it may go out now; otherwise `again` is called once the person wants it."""
        if self._is_allowed or not self._would_pass():
            self._is_allowed = False
            self._forget()
            return True
        self._again = again
        self._ask()
        return False

    def settings_changed(self) -> None:
        """With a higher limit there is nothing to ask any more."""
        if self._again is not None and not self._would_pass():
            self._forget()

    def _would_pass(self) -> bool:
        estimate = self._prices.estimate
        state = self._spending.state
        if estimate is None:
            return False if self._prices.is_free else state.is_reached
        return state.would_pass(estimate)

    def _ask(self) -> None:
        state = self._spending.state
        money = money_of(self._settings())
        spent, limit = sum_text(state.spent, money), sum_text(state.limit, money)
        if state.is_reached:
            title = translate("ChatLimit", "This month's limit is reached")
            text = translate(
                "ChatLimit",
                "{spent} of {limit} are spent. **Your message is safe:** it stays in the field"
                " until you decide.",
            )
        else:
            title = translate("ChatLimit", "This may pass your limit for the month")
            text = translate(
                "ChatLimit",
                "{spent} of {limit} are spent, and the answer may cost more than what is left."
                " **Your message is safe:** it stays in the field until you decide.",
            )
        actions = [
            (SEND, translate("ChatLimit", "Send anyway")),
            (CHANGE, translate("ChatLimit", "Change the limit")),
        ]
        text = text.format(spent=spent, limit=limit)
        self._page.notice.show_message("warn", title, text, icon="wallet", actions=actions)

    def _forget(self) -> None:
        if self._again is not None:
            self._again = None
            self._page.notice.dismiss()

    def _on_action(self, action: str) -> None:
        if action == CHANGE:
            self.limit_requested.emit()
        elif action == SEND and (again := self._again) is not None:
            self._forget()
            self._is_allowed = True
            again()
            self._is_allowed = False
