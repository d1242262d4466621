"""The rows of the list for Qt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gptdesk.ui.chat.list.rows import Kind, Row

translate = QCoreApplication.translate
AnyIndex = QModelIndex | QPersistentModelIndex


class ListRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1
    IS_OPEN = Qt.ItemDataRole.UserRole + 2


class ConversationListModel(QAbstractListModel):
    """Holds what is shown, and which conversation is open.

    Signals:
        renamed: id and new title, typed into the row.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._open = ("", "")

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Replace all; where only words changed, indexes, focus and an open editor survive."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_open(self, conversation_id: str, message_id: str = "") -> None:
        """Mark what is on the page; a hit only if it was opened at that message."""
        self._open = (conversation_id, message_id)
        if self._rows:
            last = self.index(len(self._rows) - 1)
            self.dataChanged.emit(self.index(0), last, [ListRole.IS_OPEN])

    def row(self, index: AnyIndex) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, conversation_id: str) -> QModelIndex:
        for number, row in enumerate(self._rows):
            if row.conversation_id == conversation_id:
                return self.index(number)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """The first row that can be opened."""
        for number, row in enumerate(self._rows):
            if row.kind is not Kind.HEADING:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
            case ListRole.ROW:
                return row
            case ListRole.IS_OPEN:
                return self._is_open(row)
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != row.title:
            self.renamed.emit(row.conversation_id, str(value))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags  # so that the arrow keys pass over it
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if row.kind is Kind.CONVERSATION else flags

    def _is_open(self, row: Row) -> bool:
        if row.kind is Kind.CONVERSATION:
            return row.conversation_id == self._open[0]
        return row.kind is Kind.HIT and (row.conversation_id, row.message_id) == self._open


def _spoken(row: Row) -> str:
    if row.kind is Kind.HEADING:
        return row.title
    if row.is_pinned:
        sentence = translate("ChatList", "{title}, pinned, {time}. {preview}")
    else:
        sentence = translate("ChatList", "{title}, {time}. {preview}")
    return sentence.format(title=row.title, time=row.time, preview=row.text)
