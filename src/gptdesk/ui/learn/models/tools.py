"""The row over the tables: which one is shown, its order, a copy, and how old the data are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.learn.models.table import Column
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.fields import Choice, Segments
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Badge
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate


class Tools(QWidget):
    """Where the names do not fit beside each other, a list stands in for them.

    Signals:
        chosen: the id of a table.
        sort_wanted: the number of a column (-1: the table's own order), and whether it falls.
        copy_wanted: the person wants what is shown, for a spreadsheet.
    """

    chosen = Signal(str)
    sort_wanted = Signal(int, bool)
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self._as_of: date | None = None
        self._segments = Segments(small=True)
        self._segments.setObjectName("learn.models.tables")
        self._segments.chosen.connect(self._on_chosen)
        self._list = Choice()
        self._list.setObjectName("learn.models.table_list")
        self._list.activated.connect(self._on_listed)
        self._list.hide()
        self._date = Badge(level="ok")
        self._sort = IconButton("arrow-down", small=True)
        self._sort.setObjectName("learn.models.sort")
        self._sort.clicked.connect(self._on_sort)
        self._copy = IconButton("copy", small=True)
        self._copy.setObjectName("learn.models.copy")
        self._copy.clicked.connect(self.copy_wanted)
        self._row = FlowRow(self)
        self._row.addWidget(self._segments)
        self._row.addWidget(self._list)
        for widget in (self._date, self._sort, self._copy):
            self._row.add_end(widget)
        Theme.current().changed.connect(self._fit)
        self._retranslate()

    @property
    def current(self) -> str:
        return self._segments.current

    def set_tables(self, names: Sequence[tuple[str, str]]) -> None:
        self._segments.set_options(names)
        self._list.clear()
        for name, title in names:
            self._list.addItem(title, name)
        self.choose(self.current)
        self._fit()

    def choose(self, name: str) -> None:
        """Show a table as chosen, without a signal."""
        self._segments.choose(name)
        self._list.setCurrentIndex(self._list.findData(name))

    def set_columns(self, columns: Sequence[Column]) -> None:
        self._columns = columns

    def set_date(self, as_of: date | None) -> None:
        self._as_of = as_of
        self._retranslate()

    def show_copied(self) -> None:
        self._copy.set_icon("check")
        self._copy.set_label(translate("Explorer", "Copied"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrower than the names of all tables: then the list stands in for them."""
        return QSize(Theme.current().px(160), super().minimumSizeHint().height())

    def _fit(self) -> None:
        is_narrow = self._segments.sizeHint().width() > self.width()
        self._segments.setVisible(not is_narrow)
        self._list.setVisible(is_narrow)

    def _on_chosen(self, name: str) -> None:
        self.choose(name)
        self.chosen.emit(name)

    def _on_listed(self) -> None:
        self._on_chosen(str(self._list.currentData()))

    def _on_sort(self) -> None:
        shown = menu(self)
        shown.setObjectName("learn.models.sort_menu")
        own = shown.addAction(translate("Explorer", "As it was"))
        own.triggered.connect(partial(self._ask, -1, False))
        shown.addSeparator()
        for number, column in enumerate(self._columns):
            rising = translate("Explorer", "{column}, smallest first").format(column=column.title)
            falling = translate("Explorer", "{column}, largest first").format(column=column.title)
            if not column.is_number:
                rising = translate("Explorer", "{column}, from A to Z").format(column=column.title)
                falling = translate("Explorer", "{column}, from Z to A").format(column=column.title)
            shown.addAction(rising).triggered.connect(partial(self._ask, number, False))
            shown.addAction(falling).triggered.connect(partial(self._ask, number, True))
        shown.aboutToHide.connect(shown.deleteLater)
        shown.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))

    def _ask(self, column: int, is_falling: bool) -> None:
        self.sort_wanted.emit(column, is_falling)

    def _retranslate(self) -> None:
        self._segments.setAccessibleName(translate("Explorer", "Table"))
        self._list.setAccessibleName(translate("Explorer", "Table"))
        self._sort.set_label(translate("Explorer", "Sort"))
        self._copy.set_icon("copy")
        self._copy.set_label(translate("Explorer", "Copy what is shown as CSV, for a spreadsheet"))
        day = day_text(self._as_of) if self._as_of is not None else ""
        self._date.setText(translate("Explorer", "Catalogue of {date}").format(date=day))
        self._date.setVisible(bool(day))
