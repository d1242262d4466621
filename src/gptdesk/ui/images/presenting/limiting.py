"""Asks before a month's limit is passed. The order stays where it is meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.ui.widgets.money import money_of, sum_text

if TYPE_CHECKING:
    from gptdesk.domain.costs import Estimate, LimitState
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.usage import UsageService
    from gptdesk.ui.images.page import ImagesPage

translate = QCoreApplication.translate

MAKE = "limit.make"
CHANGE = "limit.change"


class ImagesLimit(QObject):
    """Stands before everything that is paid for. Without `usage` there is no limit.

    Signals:
        limit_requested: the person wants to change the limit.
    """

    limit_requested = Signal()

    def __init__(
        self,
        page: ImagesPage,
        calls: Calls,
        usage: UsageService | None,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._usage = usage
        self._settings = settings
        self._then: Callable[[], object] | None = None
        page.notice.action.connect(self._on_action)

    def pass_on(self, estimate: Estimate, then: Callable[[], object]) -> None:
        """Do it now, or once the person wants it all the same."""
        self._then = None
        limit = self._settings().monthly_limit
        if self._usage is None or limit <= 0 or estimate.is_free:
            then()
            return
        self._calls.run(self._usage.limit_state(limit), partial(self._on_state, estimate, then))

    def _on_state(self, estimate: Estimate, then: Callable[[], object], state: LimitState) -> None:
        if not state.would_pass(estimate):
            then()
            return
        self._then = then
        self._ask(state)

    def _ask(self, state: LimitState) -> None:
        money = money_of(self._settings())
        title = translate("Images", "This may pass your limit for the month")
        if state.is_reached:
            title = translate("Images", "This month's limit is reached")
        text = translate("Images", "{spent} of {limit} are spent. **Nothing is made yet.**")
        text = text.format(spent=sum_text(state.spent, money), limit=sum_text(state.limit, money))
        actions = [
            (MAKE, translate("Images", "Make it anyway")),
            (CHANGE, translate("Images", "Change the limit")),
        ]
        self._page.notice.show_message("warn", title, text, icon="wallet", actions=actions)

    def _on_action(self, action: str) -> None:
        then, self._then = self._then, None
        if action == CHANGE:
            self.limit_requested.emit()
        elif action == MAKE and then is not None:
            then()
