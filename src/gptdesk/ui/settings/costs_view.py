"""Costs: what was used, the limit for a month, the currency and the prices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.area import Hairline
from gptdesk.ui.settings.limit_part import LimitPart
from gptdesk.ui.settings.prices_part import PricesPart
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.settings.usage_part import UsagePart
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate


class CostsView(SectionPage):
    """Its parts `usage`, `limit` and `prices` are public: the presenter listens to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usage = UsagePart()
        self.limit = LimitPart()
        self.prices = PricesPart()
        self.notice = Notice(small=True)
        parts = (self.notice, self.usage, Hairline(), self.limit, Hairline(), self.prices)
        for part in parts:
            self.column.addWidget(part)
        self._retranslate()

    def show_problem(self, problem: Problem) -> None:
        words = problem_sentence(problem)
        self.notice.show_message(words.level, words.title, words.text, details=problem.detail)

    def show_limit(self) -> None:
        """Go to the limit and be ready for another one, once the parts have their places."""
        QTimer.singleShot(0, self, self._go_to_limit)

    def _go_to_limit(self) -> None:
        self.limit.focus_limit()
        self._scroll.ensureWidgetVisible(self.limit)

    def _retranslate(self) -> None:
        self.set_heading(
            translate("Costs", "Costs"),
            translate(
                "Costs",
                "What gptdesk used through your connections, by the prices of its list. The bill"
                " of the service is what counts.",
            ),
        )
        self.usage.retranslate()
        self.limit.retranslate()
        self.prices.retranslate()
