"""The month's cost in the status line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gptdesk.domain.costs import LimitState
from gptdesk.domain.settings import Settings
from gptdesk.domain.usage import UsageSum
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.widgets.money import money_of, month_words


class MonthLine(QObject):
    """Remembers the sum, so that it can be said in another currency or language."""

    def __init__(self, window: MainWindow, settings: Callable[[], Settings], parent: QObject):
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._month: tuple[LimitState, UsageSum] | None = None

    def take(self, state: LimitState, month: UsageSum) -> None:
        self._month = (state, month)
        self.show()

    def show(self) -> None:
        if self._month is not None:
            state, month = self._month
            text, tip = month_words(state, month, money_of(self._settings()))
            self._window.set_cost(text, is_near=state.is_near, tip=tip)
