"""What was used and paid: by day, by tab, by model, and as a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.usage import UsageSum
from gptdesk.services.usage import Period
from gptdesk.ui.settings import usage_words as words
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.usage_chart import UsageChart
from gptdesk.ui.settings.usage_table import UsageTable
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Segments
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.money import Money

translate = QCoreApplication.translate


class UsagePart(QWidget):
    """Signals:
    period_chosen: a value of Period.
    export_requested: the person wants the table as a file.
    """

    period_chosen = Signal(str)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sums: tuple[UsageSum, ...] | None = None
        self._today = date.min
        self._money = Money()
        self._titles: Mapping[str, str] = {}
        self._period = Segments()
        self._period.setObjectName("settings.usage.period")
        self._period.chosen.connect(self.period_chosen)
        self._total = Label(style="base", marks=True, tabular=True)
        self._total.setWordWrap(True)
        self._left_out = Hint()
        self._chart = UsageChart()
        self._tasks = UsageTable("settings.usage.tabs")
        self._models = UsageTable("settings.usage.models")
        self._export = Button(kind="soft", icon="download")
        self._export.setObjectName("settings.usage.export")
        self._export.clicked.connect(self.export_requested)
        self._saved = Hint()
        self._build()
        self.retranslate()

    @property
    def period(self) -> Period:
        return Period(self._period.current)

    def show_usage(
        self,
        sums: Sequence[UsageSum],
        today: date,
        money: Money,
        titles: Mapping[str, str],
    ) -> None:
        """`titles` are the names of services by their ids."""
        self._sums, self._today = tuple(sums), today
        self._money, self._titles = money, titles
        self._show()

    def show_saved(self, path: str) -> None:
        text = translate("Costs", "Saved as {file}").format(file=path) if path else ""
        self._saved.show_hint(text, icon="circle-check", level="ok")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._period,
            self._total,
            self._chart,
            self._left_out,
            self._tasks,
            self._models,
            self._export,
            self._saved,
        ):
            column.addWidget(widget)

    def _show(self) -> None:
        if self._sums is None:
            return
        shown = words.bars(self.period, self._sums, self._today, self._money)
        self._total.setText(words.total_words(self._sums, self._money))
        self._chart.show_bars(shown, words.highest(shown))
        self._left_out.show_hint(words.left_out_words(self._sums), icon="info")
        has_any = bool(self._sums)
        for part in (self._chart, self._tasks, self._models, self._export):
            part.setVisible(has_any)
        self._tasks.show_lines(
            (
                translate("Costs", "Tab"),
                translate("Costs", "Requests"),
                translate("Costs", "Cost"),
            ),
            words.task_lines(self._sums, self._money),
        )
        self._models.show_lines(
            (
                translate("Costs", "Model"),
                translate("Costs", "Tokens read"),
                translate("Costs", "Tokens written"),
                translate("Costs", "Cost"),
            ),
            words.model_lines(self._sums, self._money, self._titles),
        )

    def retranslate(self) -> None:
        self._period.set_options(words.period_options())
        self._period.setAccessibleName(translate("Costs", "Time"))
        self._export.setText(translate("Costs", "Export as CSV"))
        self._export.setAccessibleName(translate("Costs", "Export what was used as a CSV file"))
        self.show_saved("")
        self._show()
