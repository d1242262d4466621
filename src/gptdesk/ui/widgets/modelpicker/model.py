"""The rows of the choice of models, for a view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gptdesk.ui.widgets.modelpicker.values import Kind, Row
from gptdesk.ui.widgets.modelpicker.words import row_tip, spoken, typed_words

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole + 1


class PickerModel(QAbstractListModel):
    """Words are made when a row is asked for: there may be thousands, and few are seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def set_rows(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def first(self, choice: tuple[str, str] | None = None) -> QModelIndex:
        """The row of a choice, or the first that can be chosen."""
        able = [number for number, row in enumerate(self._rows) if row.choice is not None]
        wanted = (number for number in able if self._rows[number].choice == choice)
        number = next(wanted, able[0] if able else -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or row.choice is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return typed_words(row) if row.kind is Kind.TYPED else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row_tip(row)
        return None
