"""The rows of the contents: headings, pages, and what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gptdesk.domain.help_hits import Span
from gptdesk.domain.help_search import Place


@dataclass(frozen=True, slots=True)
class Row:
    """A heading has no `place`. `state` is read, half, new, or empty where nobody counts.

    `line` stands below the title of a hit; spans are the places of what was typed.
    """

    title: str
    place: Place | None = None
    section: str = ""
    count: str = ""
    state: str = ""
    line: str = ""
    title_spans: tuple[Span, ...] = ()
    line_spans: tuple[Span, ...] = ()
    is_folded: bool = False
    spoken: str = ""
    """What a screen reader adds to the title."""


class Roles(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1


_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Replaced as a whole when what it shows is another list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        new = tuple(rows)
        if [row.place for row in new] == [row.place for row in self._rows] and new:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def place_of(self, place: Place) -> int:
        return next((n for n, row in enumerate(self._rows) if row.place == place), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(one for one in (row.title, row.spoken or row.count, row.line) if one)
        if role == Roles.ROW:
            return row
        return None
