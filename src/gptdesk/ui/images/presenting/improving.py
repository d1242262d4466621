"""The offer to word the description better, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gptdesk.domain.costs import Estimate
from gptdesk.domain.settings import Settings
from gptdesk.ui.widgets.money import money_of, price_text

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.prompting import Adviser, PromptHelp
    from gptdesk.ui.images.page import ImagesPage

PAUSE_MS = 400


class Improver(QObject):
    """Without anybody to ask the button is not there.

    Signals:
        failed: a Problem; the description is as it was.
    """

    failed = Signal(object)

    def __init__(
        self,
        page: ImagesPage,
        calls: Calls,
        helper: PromptHelp | None,
        settings: Callable[[], Settings],
        parent: QObject,
        limit: Callable[[Estimate, Callable[[], object]], None],
    ) -> None:
        super().__init__(parent)
        self._asking = page.panel.asking
        self._calls = calls
        self._helper = helper
        self._settings = settings
        self._limit = limit
        self._adviser: Adviser | None = None
        self._operation: Operation | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._asking.editor.edited.connect(self._timer.start)
        self._asking.improve_requested.connect(self.improve)

    def look(self) -> None:
        """Who would be asked, and what it would cost."""
        if self._helper is not None:
            prompt = self._asking.editor.content
            self._calls.run(self._helper.adviser(self._settings(), prompt), self._on_adviser)

    def improve(self) -> None:
        if self._operation is not None or self._adviser is None:
            return
        self._limit(self._adviser.estimate, self._ask)

    def shutdown(self) -> None:
        self._timer.stop()

    def _ask(self) -> None:
        adviser, helper = self._adviser, self._helper
        if adviser is None or helper is None:
            return
        before = self._asking.editor.content
        self._operation = self._calls.run(
            helper.improved(adviser, before), partial(self._on_text, before), self._on_failed
        )
        self._show()

    def _on_adviser(self, adviser: Adviser | None) -> None:
        self._adviser = adviser
        self._show()

    def _on_text(self, before: str, after: str) -> None:
        self._operation = None
        self._show()
        if self._asking.editor.content == before:
            self._asking.proposal.show_texts(before, after)

    def _on_failed(self, problem: Problem) -> None:
        self._operation = None
        self._show()
        self.failed.emit(problem)

    def _show(self) -> None:
        adviser = self._adviser
        price = ""
        if adviser is not None and adviser.estimate.is_known:
            price = price_text(adviser.estimate, money_of(self._settings()))
        is_busy = self._operation is not None
        self._asking.set_improving(price, can=adviser is not None, busy=is_busy)
