"""The segments as a model: only the rows that changed are told to the view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gptdesk.domain.transcription import Segment
from gptdesk.ui.sound.clock import clock
from gptdesk.ui.transcription.segments.speakers import speaker_name

translate = QCoreApplication.translate

AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
SEGMENT = Qt.ItemDataRole.UserRole + 1
GROWING = 1 << 40
"""Ids from here on are of texts that are still being heard, by the piece they belong to."""


class SegmentsModel(QAbstractListModel):
    """Each row's `DisplayRole` is its text, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Segment] = []
        self._starts: list[float] = []
        self._names: dict[str, str] = {}

    @property
    def rows(self) -> Sequence[Segment]:
        return self._rows

    @property
    def speakers(self) -> Mapping[str, str]:
        return self._names

    def set_rows(self, rows: Sequence[Segment]) -> None:
        """Show these; what is the same at both ends stays untouched."""
        old = self._rows
        shorter = min(len(old), len(rows))
        start = 0
        while start < shorter and old[start] is rows[start]:
            start += 1
        rest = 0
        while rest < shorter - start and old[-1 - rest] is rows[-1 - rest]:
            rest += 1
        end, new = len(old) - rest, rows[start : len(rows) - rest]
        there = {row.id for row in old[start:end]}
        wanted = [row.id for row in new if row.id in there]
        kept = set(wanted)
        is_in_order = wanted == [row.id for row in old[start:end] if row.id in kept]
        end = self._remove_others(start, end, kept if is_in_order else set())
        self._insert_new(start, end, new)

    def set_speakers(self, names: Mapping[str, str]) -> None:
        if dict(names) != self._names:
            self._names = dict(names)
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, segment_id: int) -> int:
        """-1 where it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.id == segment_id), -1)

    def row_at(self, seconds: float) -> int:
        """The segment in which, or after which, this moment is; -1 before the first."""
        return bisect_right(self._starts, seconds) - 1

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        segment = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return segment.text
        if role == SEGMENT:
            return segment
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(segment)
        return None

    def _spoken(self, segment: Segment) -> str:
        """What a screen reader says of a row."""
        when = clock(segment.start)
        if not segment.speaker:
            told = translate("Segments", "{time}: {text}")
            return told.format(time=when, text=segment.text)
        told = translate("Segments", "{time}, {speaker}: {text}")
        name = speaker_name(segment.speaker, self._names)
        return told.format(time=when, speaker=name, text=segment.text)

    def _remove_others(self, start: int, end: int, kept: set[int]) -> int:
        """Remove what is not wanted any more; returns where the part ends now."""
        row = end
        while row > start:
            last = row
            while row > start and self._rows[row - 1].id not in kept:
                row -= 1
            if row < last:
                self.beginRemoveRows(QModelIndex(), row, last - 1)
                del self._rows[row:last]
                del self._starts[row:last]
                self.endRemoveRows()
                end -= last - row
            row -= 1
        return max(start, end)

    def _insert_new(self, start: int, end: int, rows: Sequence[Segment]) -> None:
        """Between those that stay; these are told as changed where they are."""
        known = {row.id for row in self._rows[start:end]}
        at, number = start, 0
        changed: list[int] = []
        while number < len(rows):
            first = number
            while number < len(rows) and rows[number].id not in known:
                number += 1
            if number > first:
                self.beginInsertRows(QModelIndex(), at, at + number - first - 1)
                self._rows[at:at] = rows[first:number]
                self._starts[at:at] = [row.start for row in rows[first:number]]
                self.endInsertRows()
                at += number - first
            else:
                if self._rows[at] != rows[number]:
                    changed.append(at)
                self._rows[at], self._starts[at] = rows[number], rows[number].start
                at, number = at + 1, number + 1
        if changed:  # told once, though rows between them may be as they were
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
