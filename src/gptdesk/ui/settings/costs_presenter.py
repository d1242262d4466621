"""Connects the section Costs with what was used, the limit and the prices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.domain.catalogue import Price
from gptdesk.domain.problems import Problem, StorageReadOnly
from gptdesk.services.prices import ListedPrice, PriceBook
from gptdesk.services.usage import Period, UsageService
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.money import DOLLAR, money_of

if TYPE_CHECKING:
    from gptdesk.domain.settings import Settings
    from gptdesk.domain.usage import UsageSum
    from gptdesk.runtime.core import CoreThread
    from gptdesk.ui.settings.costs_view import CostsView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CostSources:
    """The services behind the section."""

    usage: UsageService
    prices: PriceBook


@dataclass(frozen=True, slots=True)
class _Read:
    sums: tuple[UsageSum, ...]
    listed: tuple[ListedPrice, ...]
    titles: dict[str, dict[str, str]]


def ask_for_file(parent: QWidget, name: str) -> str:
    """Where to save; empty if the person thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    title = translate("Costs", "Export what was used")
    kinds = translate("Costs", "Tables (*.csv)")
    return QFileDialog.getSaveFileName(parent, title, name, kinds)[0]


class CostsPresenter(QObject):
    """`change` takes over settings by their names.

    Signals:
        prices_changed: a price of one's own came or went.
    """

    prices_changed = Signal()

    def __init__(
        self,
        view: CostsView,
        core: CoreThread,
        sources: CostSources,
        load: Callable[[], Settings],
        change: Callable[..., None],
        parent: QObject | None = None,
        *,
        today: Callable[[], date] = date.today,
        ask_file: Callable[[QWidget, str], str] = ask_for_file,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._core = core
        self._sources = sources
        self._load = load
        self._change = change
        self._today = today
        self._ask_file = ask_file
        self._read: _Read | None = None
        view.usage.period_chosen.connect(self.reload)
        view.usage.export_requested.connect(self._on_export)
        view.limit.limit_chosen.connect(lambda dollars: change(monthly_limit=dollars))
        view.limit.currency_chosen.connect(self._on_currency)
        view.limit.rate_chosen.connect(lambda rate: change(currency_rate=rate))
        view.prices.price_changed.connect(self._on_price)

    def reload(self) -> None:
        """Read the sums and prices again."""
        self._show_settings()
        operation = self._core.call(self._all(self._view.usage.period), parent=self)
        operation.events.connect(self._on_read)
        operation.failed.connect(self._view.show_problem)

    def show(self) -> None:
        """The same in another currency or language."""
        self._show_settings()
        if self._read is None:
            return
        money = money_of(self._load())
        known = self._read.titles.items()
        titles = {service: in_language(texts) for service, texts in known}
        self._view.usage.show_usage(self._read.sums, self._today(), money, titles)
        self._view.prices.show_prices(self._read.listed, money, titles)

    def _show_settings(self) -> None:
        settings = self._load()
        self._view.limit.show_settings(money_of(settings), settings.monthly_limit)

    async def _all(self, period: Period) -> _Read:
        sums = await self._sources.usage.sums(period)
        listed = self._sources.prices.listed(await self._sources.usage.models())
        services = {one.service for one in sums} | {one.service for one in listed}
        titles = {name: dict(self._sources.prices.service_title(name)) for name in services}
        return _Read(sums, listed, {name: texts for name, texts in titles.items() if texts})

    def _on_read(self, results: list[_Read]) -> None:
        self._read = results[-1]
        self.show()

    def _on_currency(self, code: str) -> None:
        """A rate belongs to one currency: that of another one is not known yet."""
        self._change(currency=code, currency_rate=1.0 if code == DOLLAR else 0.0)

    def _on_price(self, service: str, model: str, price: Price | None) -> None:
        self._view.notice.dismiss()
        work = self._sources.prices.set_own(service, model, price)
        operation = self._core.call(work, parent=self)
        operation.events.connect(self._on_price_kept)
        operation.failed.connect(self._view.show_problem)

    def _on_price_kept(self, _results: list[object]) -> None:
        self.prices_changed.emit()
        self.reload()

    def _on_export(self) -> None:
        name = f"gptdesk-{self._today().isoformat()}.csv"
        self._view.usage.show_saved("")
        path = self._ask_file(self._view, name)
        if not path:
            return
        self._view.notice.dismiss()
        operation = self._core.call(self._export(path, self._view.usage.period), parent=self)
        operation.events.connect(lambda results: self._view.usage.show_saved(results[-1]))
        operation.failed.connect(self._view.show_problem)

    async def _export(self, path: str, period: Period) -> str:
        import asyncio

        table = await self._sources.usage.table(period)
        await asyncio.to_thread(_write, Path(path), table)
        return path


def _write(path: Path, table: str) -> None:
    """With a mark at its beginning, without which Excel reads Chinese as noise."""
    problem: Problem
    try:
        path.write_text(table, "utf-8-sig", newline="")
        return
    except OSError as error:
        problem = StorageReadOnly(str(path), str(error))
    raise problem
