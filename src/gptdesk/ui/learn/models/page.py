"""The model explorer: one table at a time, what narrows it down, and what ends when."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price
from gptdesk.domain.computer import Computer
from gptdesk.domain.graphics_cards import load_cards
from gptdesk.domain.open_models import load_open_models
from gptdesk.ui.learn.models.computer_line import ComputerLine
from gptdesk.ui.learn.models.copying import as_csv
from gptdesk.ui.learn.models.endings import endings
from gptdesk.ui.learn.models.filters import Filters
from gptdesk.ui.learn.models.foot import Foot
from gptdesk.ui.learn.models.heading import Heading
from gptdesk.ui.learn.models.item_model import TableModel
from gptdesk.ui.learn.models.model_rows import Shown
from gptdesk.ui.learn.models.shelf import HOME, Shelf
from gptdesk.ui.learn.models.table import Row, as_lines, found
from gptdesk.ui.learn.models.timeline import Timeline
from gptdesk.ui.learn.models.tools import Tools
from gptdesk.ui.learn.models.view import ROW, TableView
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.money import Money

translate = QCoreApplication.translate

PriceOf = Callable[[ModelFacts], Price | None]

LEAST_ROWS = 6
LEAST_HEIGHT = 560


class ExplorerPage(QScrollArea):
    """Shows the catalogue's data; asks nobody.

    Signals:
        use_model: service id and model that are to be used in Chat.
        computer_wanted: the first time that something is to be compared with this computer.
    """

    use_model = Signal(str, str)
    computer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.models")
        self._shelf = Shelf(load_open_models, load_cards)
        self._asked_computer = False
        self._tools = Tools()
        self._heading = Heading()
        self._timeline = Timeline()
        self._computer = ComputerLine()
        self._filters = Filters()
        self._model = TableModel(self)
        self._view = TableView(self._model)
        self._view.setObjectName("learn.models.table")
        self._nothing = Label(style="base", role="text-quiet")
        self._nothing.setWordWrap(True)
        self._foot = Foot()
        self._build()
        self._connect()
        self._retranslate()

    # What it shows

    def show_catalogue(
        self, catalogue: Catalogue, today: date | None = None, price_of: PriceOf | None = None
    ) -> None:
        shown = Shown(catalogue, today or date.today())
        self._shelf.shown = shown if price_of is None else replace(shown, price_of=price_of)
        self._renew()

    def set_money(self, money: Money) -> None:
        if self._shelf.shown is not None and self._shelf.shown.money != money:
            self._change(money=money)

    def set_in_use(self, in_use: Collection[tuple[str, str]]) -> None:
        """Service and model of what the user has set up."""
        if self._shelf.shown is not None and self._shelf.shown.in_use != tuple(in_use):
            self._change(in_use=tuple(in_use))

    def set_prices(self, price_of: PriceOf) -> None:
        """Who knows the user's own prices; call it again when they change."""
        self._change(price_of=price_of)

    def set_computer(self, computer: Computer) -> None:
        self._shelf.computer = computer
        self._renew()

    def open_table(self, name: str, query: str = "") -> None:
        """models, prices, retirements, services, open or cards; with these words searched for."""
        self._tools.choose(name)
        self._filters.offer({}, {})
        self._show_table()
        self._filters.search_for(query)

    def focus_search(self) -> None:
        self._filters.focus_search()

    def rows(self) -> list[Row]:
        """What the table shows, in its order."""
        return list(self._model.rows)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # How it is built

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        for widget in (
            self._tools,
            self._heading,
            self._timeline,
            self._computer,
            self._filters,
            self._nothing,
        ):
            column.addWidget(widget)
        column.addWidget(self._view, 1)
        column.addWidget(self._foot)
        self.setWidget(inside)
        Theme.current().changed.connect(self._measure)
        self._measure()

    def _connect(self) -> None:
        self._tools.chosen.connect(self._on_table_chosen)
        self._tools.sort_wanted.connect(self._on_sort)
        self._tools.copy_wanted.connect(self._on_copy)
        self._filters.changed.connect(self._fill)
        self._timeline.day_chosen.connect(self._on_day)
        self._heading.model_wanted.connect(self._on_model)
        self._view.went_to.connect(self._foot.show_row)
        for part in (self._view, self._foot):
            part.use_requested.connect(self._on_use)

    def _measure(self) -> None:
        theme = Theme.current()
        self._view.setMinimumHeight(theme.px(ROW) * LEAST_ROWS + theme.px(36))

    def _make_room(self) -> None:
        """The line of what ends when gives way where it would leave none for the models."""
        name = self._tools.current
        is_high = self.height() >= Theme.current().px(LEAST_HEIGHT)
        for part in (self._heading, self._timeline):
            part.setVisible(name == "retirements" or (name == "models" and is_high))

    def _change(self, **what: object) -> None:
        shown = self._shelf.shown
        if shown is not None:
            self._shelf.shown = replace(shown, **what)  # type: ignore[arg-type]
            self._renew()

    def _renew(self) -> None:
        """Everything again: other data, another currency or another language."""
        shown = self._shelf.shown
        if shown is None:
            return
        self._shelf.forget()
        days = endings(shown.catalogue.models())
        self._heading.show_endings(days, shown.today, shown.in_use)
        self._timeline.show_endings(days, shown.today)
        self._tools.set_date(shown.catalogue.as_of)
        self._show_table()

    def _show_table(self) -> None:
        name = self._tools.current
        if self._shelf.shown is None:
            return
        if name in HOME:
            if not self._asked_computer:
                self._asked_computer = True
                self.computer_wanted.emit()
            self._computer.show_computer(self._shelf.computer, self._shelf.cards())
        table = self._shelf.table(name)
        self._make_room()
        self._computer.setVisible(name in HOME)
        self._view.setAccessibleName(table.title)
        self._tools.set_columns(table.columns)
        self._filters.offer(table.filters, table.services)
        self._fill()

    def _fill(self) -> None:
        if self._shelf.shown is None:
            return
        table = self._shelf.table(self._tools.current)
        rows = found(table.rows, self._filters.query, self._filters.tags())
        self._model.show(table, rows)
        self._foot.show_row(None, 0)
        self._foot.show_count(len(rows))
        self._nothing.setVisible(not rows)

    # What the person does

    def _on_table_chosen(self, _name: str) -> None:
        self._show_table()
        self._view.scrollToTop()

    def _on_sort(self, column: int, is_falling: bool) -> None:
        self._model.sort_by(None if column < 0 else column, is_falling=is_falling)

    def _on_copy(self) -> None:
        text = as_csv(as_lines(self._model.table, self._model.rows))
        QGuiApplication.clipboard().setText(text)
        self._tools.show_copied()

    def _on_day(self, day: date) -> None:
        self.open_table("retirements", day_text(day))

    def _on_model(self, name: str) -> None:
        self.open_table("models", name)

    def _on_use(self, row: Row) -> None:
        if row.use is not None:
            self.use_model.emit(*row.use)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Explorer", "Model explorer"))
        self._tools.set_tables(self._shelf.names())
        self._model.use_name = translate("Explorer", "Use in Chat")
        self._nothing.setText(
            translate(
                "Explorer", "Nothing is left. Search for something else, or take a mark away."
            )
        )
        self._nothing.setVisible(False)
        self._renew()
