"""Rows of unequal height in a scrolled list, without asking for the height of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gptdesk.domain.transcription import Segment
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.segments.editor import SegmentEditor
from gptdesk.ui.transcription.segments.heights import Heights
from gptdesk.ui.transcription.segments.measures import FOOT, columns
from gptdesk.ui.transcription.segments.model import AnyIndex, SegmentsModel

SAMPLE = "The rain had come in from the sea, and nobody answered. "
NONE = -1 << 62
"""No segment has this id."""


class RowsView(QListView):
    """A QListView in name and for screen readers; where rows stand is decided here.

    What is seen stays where it is when rows come or grow above it: the edited row, if it is seen,
    else the first one.
    """

    def __init__(self, model: SegmentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = model
        self.heights = Heights()
        self.edited = NONE
        self.shows_ring = False
        self._theme = Theme.current()
        self.places = columns(400, {}, 0)
        self.editor = SegmentEditor(self.viewport())
        self._anchor: tuple[int, int] | None = None
        self._is_settling = False
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self._connect()

    def lay_out(self) -> None:
        """All anew: another width, another font, other speakers."""
        anchor = self._hold()
        rows = self.segments.rows
        longest = rows[-1].end if rows else 0.0
        self.places = columns(self.viewport().width(), self.segments.speakers, longest)
        self._forget_layouts()
        self.heights.reset(self._estimates(rows))
        self._settle(anchor)

    def row_under(self, place: QPoint) -> int:
        row = self.heights.row_at(place.y() + self.verticalOffset())
        return row if row >= 0 and self._row_rect(row).contains(place) else -1

    def visible_rows(self) -> range:
        first = self.heights.row_at(self.verticalOffset())
        if first < 0:
            return range(0)
        last = self.heights.row_at(self.verticalOffset() + self.viewport().height())
        return range(first, last + 1)

    # For Qt

    def visualRect(self, index: AnyIndex) -> QRect:
        is_there = index.isValid() and index.row() < len(self.heights)
        return self._row_rect(index.row()) if is_there else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_under(point)
        return self.segments.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        row = index.row()
        if not 0 <= row < len(self.heights):
            return
        if not self.heights.is_exact(row):
            self.heights.set(row, self._measure(row))
            self._update_bar()
        bar, top = self.verticalScrollBar(), self.heights.top(row)
        bottom = top + self.heights.height(row) - self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom) // 2)
        elif top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value():
            bar.setValue(bottom)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        kind = QAbstractItemView.CursorAction
        count, row = len(self.heights), self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, len(self.visible_rows()) - 2)
        steps = {kind.MoveUp: -1, kind.MoveDown: 1, kind.MovePrevious: -1, kind.MoveNext: 1,
                 kind.MovePageUp: -page, kind.MovePageDown: page}  # fmt: skip
        if action == kind.MoveHome:
            row = 0
        elif action == kind.MoveEnd:
            row = count - 1
        else:
            row = max(row, 0) + steps.get(action, 0) if row >= 0 else self.visible_rows().start
        return self.segments.index(max(0, min(count - 1, row)))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: AnyIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        self._update_bar()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._settle_visible()
        self._place_editor()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.shows_ring = True
        super().keyPressEvent(event)

    # How it gets there

    def _connect(self) -> None:
        model = self.segments
        model.rowsAboutToBeInserted.connect(self._on_about)
        model.rowsAboutToBeRemoved.connect(self._on_about)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.dataChanged.connect(self._on_changed)
        self._theme.changed.connect(self.lay_out)

    def _hold(self) -> tuple[int, int] | None:
        """The segment that must not move, and how far below the top it stands."""
        rows = self.visible_rows()
        edited = self.segments.row_of(self.edited) if self.edited != NONE else -1
        row = edited if edited in rows else rows.start if len(rows) else -1
        if row < 0 or row >= len(self.segments.rows):
            return None
        return self.segments.rows[row].id, self.heights.top(row) - self.verticalOffset()

    def _settle(self, anchor: tuple[int, int] | None = None) -> None:
        """Measure what is seen, and put what was held where it was."""
        self._update_bar()
        if anchor is not None:
            row = self.segments.row_of(anchor[0])
            if row >= 0:
                self._set_bar(self.heights.top(row) - anchor[1])
        self._settle_visible()
        self._place_editor()
        self.viewport().update()

    def _settle_visible(self) -> None:
        if self._is_settling:
            return
        self._is_settling = True
        for _ in range(4):  # measuring may bring further rows into sight
            anchor = self._hold()
            unknown = [row for row in self.visible_rows() if not self.heights.is_exact(row)]
            if not unknown:
                break
            for row in unknown:
                self.heights.set(row, self._measure(row))
            self._update_bar()
            row = self.segments.row_of(anchor[0]) if anchor is not None else -1
            if anchor is not None and row >= 0:
                self._set_bar(self.heights.top(row) - anchor[1])
        self._is_settling = False

    def _update_bar(self) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        foot = FOOT if len(self.heights) else 0
        bar.setPageStep(high)
        bar.setRange(0, max(0, self.heights.total + foot - high))

    def _set_bar(self, value: int) -> None:
        self.verticalScrollBar().setValue(value)

    def _row_rect(self, row: int) -> QRect:
        top = self.heights.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self.heights.height(row))

    def _estimates(self, rows: Sequence[Segment]) -> list[int]:
        metrics = QFontMetricsF(self._theme.font("reading"))
        sign = metrics.horizontalAdvance(SAMPLE) / len(SAMPLE)
        wide = metrics.horizontalAdvance("\u4e2d")
        return [self.places.estimate(row.text, sign, wide) for row in rows]

    def _place_editor(self) -> None:
        raise NotImplementedError

    def _measure(self, row: int) -> int:
        raise NotImplementedError

    def _forget_layouts(self) -> None:
        raise NotImplementedError

    def _on_about(self) -> None:
        self._anchor = self._hold()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        rows = self.segments.rows
        self.heights.insert(first, self._estimates(rows[first : last + 1]))
        if last == len(rows) - 1 and (first == 0 or _is_longer(rows[last], rows[first - 1])):
            self.lay_out()  # the column of times is wider now
        self._settle(self._anchor)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.heights.remove(first, last + 1)
        self._settle(self._anchor)

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() == 0 and last.row() == len(self.heights) - 1:
            self.lay_out()  # perhaps the speakers have other names
            return
        anchor = self._hold()
        rows = self.segments.rows[first.row() : last.row() + 1]
        for row, height in enumerate(self._estimates(rows), start=first.row()):
            self.heights.estimate(row, height)
        self._settle(anchor)


def _is_longer(last: Segment, before: Segment) -> bool:
    return last.end >= 3600 > before.end
