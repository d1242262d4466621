"""The rows of a table as Qt asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gptdesk.ui.learn.models.table import Cell, Column, Row, Table, in_order

AnyIndex = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
_NONE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Shows some rows of a table in the order that was asked for; `can_use` adds a last column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table = Table("", "", (), ())
        self._found: list[Row] = []
        self._rows: list[Row] = []
        self._sorted: tuple[int, bool] | None = None
        self.use_name = ""
        """What the last column does, in words."""

    @property
    def table(self) -> Table:
        return self._table

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column, and whether the largest comes first; None is the table's own order."""
        return self._sorted

    def show(self, table: Table, rows: Sequence[Row]) -> None:
        """Another table starts in its own order; the same one keeps what was asked for."""
        self.beginResetModel()
        if table.id != self._table.id:
            self._sorted = None
        self._table, self._found = table, list(rows)
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int | None, *, is_falling: bool = False) -> None:
        self.beginResetModel()
        self._sorted = None if column is None else (column, is_falling)
        self._arrange()
        self.endResetModel()

    def column(self, number: int) -> Column | None:
        """None for the last one, which only holds buttons."""
        return self._table.columns[number] if number < len(self._table.columns) else None

    def cell(self, row: int, column: int) -> Cell | None:
        cells = self._rows[row].cells
        return cells[column] if column < len(cells) else None

    def rowCount(self, parent: AnyIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NONE) -> int:
        if parent.isValid():
            return 0
        can_use = any(row.use for row in self._table.rows)
        return len(self._table.columns) + can_use

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            return self._use(self._rows[index.row()], role)
        return {
            int(Qt.ItemDataRole.DisplayRole): cell.spoken,
            int(Qt.ItemDataRole.ToolTipRole): cell.tip or None,
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken(cell, index.column()),
            int(Qt.ItemDataRole.AccessibleDescriptionRole): cell.tip or None,
            int(CELL): cell,
        }.get(int(role))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        column = self.column(section) if orientation is Qt.Orientation.Horizontal else None
        if column is None:
            return None
        return {
            int(Qt.ItemDataRole.DisplayRole): column.title,
            int(Qt.ItemDataRole.ToolTipRole): column.tip or None,
        }.get(int(role))

    def _arrange(self) -> None:
        if self._sorted is None:
            self._rows = list(self._found)
        else:
            self._rows = in_order(self._found, self._sorted[0], is_falling=self._sorted[1])

    def _spoken(self, cell: Cell, column: int) -> str:
        return f"{self._table.columns[column].title}: {cell.spoken}"

    def _use(self, row: Row, role: int) -> Any:
        names = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.use_name if row.use and role in names else None
