"""Asks before a month's limit is passed. The recordings stay where they are meanwhile."""

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
    from gptdesk.ui.widgets.notice import Notice

translate = QCoreApplication.translate

GO = "limit.transcribe"
CHANGE = "limit.change"


class TranscriptionLimit(QObject):
    """Stands before everything that is paid for. Without `usage` there is no limit.

    Signals:
        limit_requested: the person wants to change the limit.
    """

    limit_requested = Signal()

    def __init__(
        self,
        notice: Notice,
        calls: Calls,
        usage: UsageService | None,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notice = notice
        self._calls = calls
        self._usage = usage
        self._settings = settings
        self._then: Callable[[], object] | None = None
        notice.action.connect(self._on_action)

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
        money = money_of(self._settings())
        title = translate("Transcription", "This may pass your limit for the month")
        if state.is_reached:
            title = translate("Transcription", "This month's limit is reached")
        text = translate("Transcription", "{spent} of {limit} are spent. **Nothing is sent yet.**")
        text = text.format(spent=sum_text(state.spent, money), limit=sum_text(state.limit, money))
        actions = [
            (GO, translate("Transcription", "Write it down anyway")),
            (CHANGE, translate("Transcription", "Change the limit")),
        ]
        self._notice.show_message("warn", title, text, icon="wallet", actions=actions)

    def _on_action(self, action: str) -> None:
        if action not in (GO, CHANGE):
            return
        then, self._then = self._then, None
        self._notice.dismiss()
        if action == CHANGE:
            self.limit_requested.emit()
        elif then is not None:
            then()
