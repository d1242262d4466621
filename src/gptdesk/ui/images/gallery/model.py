"""The pictures of the wall for Qt: light rows, with the words of those that were looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gptdesk.domain.gallery import PictureHeader
from gptdesk.domain.images import PictureRecord
from gptdesk.ui.images.gallery.words import header_name, spoken, tile_tip

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_RECORDS = 600
"""As many screens of words as somebody may go back without waiting."""


class WallRole(IntEnum):
    HEADER = Qt.ItemDataRole.UserRole + 1


class WallModel(QAbstractListModel):
    """One row for each picture, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: list[PictureHeader] = []
        self._rows: dict[str, int] = {}
        self._records: OrderedDict[str, PictureRecord] = OrderedDict()

    def set_headers(self, headers: Sequence[PictureHeader]) -> None:
        """Replace all; the caller keeps selection and place."""
        self.beginResetModel()
        self._headers = list(headers)
        self._rows = {header.id: row for row, header in enumerate(headers)}
        self.endResetModel()

    def put_header(self, header: PictureHeader) -> None:
        """The same picture with another mark."""
        row = self._rows.get(header.id)
        if row is not None:
            self._headers[row] = header
            self.dataChanged.emit(self.index(row), self.index(row))

    def put_records(self, records: Iterable[PictureRecord]) -> None:
        """What is said of them when somebody asks."""
        for record in records:
            self._records[record.id] = record
            self._records.move_to_end(record.id)
        while len(self._records) > MOST_RECORDS:
            self._records.popitem(last=False)

    def record(self, picture_id: str) -> PictureRecord | None:
        return self._records.get(picture_id)

    def header(self, index: AnyIndex) -> PictureHeader | None:
        return self._headers[index.row()] if index.isValid() else None

    def at(self, row: int) -> PictureHeader:
        return self._headers[row]

    def row_of(self, picture_id: str) -> int:
        """-1 if it is not there."""
        return self._rows.get(picture_id, -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        header = self.header(index)
        if header is None:
            return None
        match role:
            case WallRole.HEADER:
                return header
            case Qt.ItemDataRole.DisplayRole:
                return header_name(header, self.record(header.id))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(header, self.record(header.id))
            case Qt.ItemDataRole.ToolTipRole:
                return tile_tip(self.record(header.id))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return shown | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
