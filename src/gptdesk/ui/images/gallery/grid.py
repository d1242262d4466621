"""Squares in even rows over a list of any length, of which some are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gptdesk.domain.gallery import PictureHeader
from gptdesk.ui.images.gallery.model import WallModel
from gptdesk.ui.images.gallery.pictures import RADIUS, Shape, WallPictures
from gptdesk.ui.images.gallery.tiles import GAP, Tiles
from gptdesk.ui.theme.theme import Theme

NOMINAL = 168
EDGE = 24


class Grid(QListView):
    """Tells what can be seen and what is chosen; keys and mouse are the wall's.

    Signals:
        current_changed: id of the picture the keyboard is on; empty for none.
        chosen_changed: another set of pictures is chosen.
        seen: PictureHeaders that can be seen now.
    """

    current_changed = Signal(str)
    chosen_changed = Signal()
    seen = Signal(object)

    def __init__(self, model: WallModel, pictures: WallPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._rows = model
        self._pictures = pictures
        self._tiles = Tiles(pictures, self)
        self._is_moving = False
        self.columns = 1
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._on_look)
        self.setModel(model)
        self.setItemDelegate(self._tiles)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; }")

    def _connect(self) -> None:
        selection = self.selectionModel()
        selection.currentChanged.connect(self._on_current)
        selection.selectionChanged.connect(self._on_selection)
        self.verticalScrollBar().valueChanged.connect(self._look.start)
        self._rows.modelReset.connect(self._look.start)
        self._pictures.ready.connect(self._on_ready)
        self._theme.changed.connect(self._on_theme)

    # What is chosen

    @property
    def pictures(self) -> WallPictures:
        return self._pictures

    @property
    def current_id(self) -> str:
        header = self._rows.header(self.currentIndex())
        return header.id if header is not None else ""

    @property
    def chosen(self) -> list[PictureHeader]:
        """In the order of the wall."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.at(row) for row in rows]

    @property
    def chosen_count(self) -> int:
        """Quick also when all of ten thousand are chosen."""
        return sum(one.height() for one in self.selectionModel().selection().toList())

    def show_headers(self, headers: Sequence[PictureHeader]) -> None:
        """Other pictures; what is still there stays chosen and in its place."""
        current, place = self.currentIndex().row(), self.verticalScrollBar().value()
        current_id, chosen = self.current_id, [one.id for one in self.chosen]
        self._is_moving = True
        self._rows.set_headers(headers)
        self._choose([row for one in chosen if (row := self._rows.row_of(one)) >= 0])
        row = self._rows.row_of(current_id)
        if row < 0 <= current and headers:
            row = min(current, len(headers) - 1)
        if row >= 0:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            if not self.chosen:
                keep = QItemSelectionModel.SelectionFlag.Select
            self.selectionModel().setCurrentIndex(self._rows.index(row), keep)
        self._is_moving = False
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)
        self.current_changed.emit(self.current_id)
        self.chosen_changed.emit()

    def go_to(self, picture_id: str) -> bool:
        """Choose this one alone and bring it into sight; False if it is not on the wall."""
        row = self._rows.row_of(picture_id)
        if row < 0:
            return False
        self.setCurrentIndex(self._rows.index(row))
        self.scrollTo(self._rows.index(row))
        return True

    def enter(self) -> None:
        """The keyboard comes down from the search field."""
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def neighbour(self, step: int) -> str:
        """The id of a picture beside the current one; empty at the ends."""
        row = self.currentIndex().row() + step
        return self._rows.at(row).id if 0 <= row < self._rows.rowCount() else ""

    def in_sight(self) -> list[PictureHeader]:
        """From the first to the last row that can be seen."""
        columns, cell = self.columns, self._tiles.cell.height()
        top = self.verticalScrollBar().value()
        first = max(0, top // cell) * columns
        last = ((top + self.viewport().height()) // cell + 1) * columns
        return [self._rows.at(row) for row in range(first, min(last, self._rows.rowCount()))]

    def shutdown(self) -> None:
        self._look.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        super().resizeEvent(event)
        self._look.start()

    # Inside

    def _choose(self, rows: Sequence[int]) -> None:
        selection = QItemSelection()
        for first, last in runs(rows):
            selection.select(self._rows.index(first), self._rows.index(last))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags)

    def _measure(self) -> None:
        """As many columns as come nearest to the wished size; they share the whole width."""
        half = GAP // 2
        self.setViewportMargins(EDGE - half, 0, max(0, EDGE - half - 12), 0)
        width = self.width() - 2 * (EDGE - half) - max(0, 12 - (EDGE - half))
        wish = min(self._theme.px(NOMINAL), max(120, width // 2 - GAP)) + GAP
        self.columns = max(1, round((width - 1) / wish))
        cell = max(64, (width - 1) // self.columns)  # Qt breaks a row that is just as wide
        if cell != self._tiles.cell.width():
            self._tiles.cell = QSize(cell, cell)
            self.setGridSize(self._tiles.cell)
        self.verticalScrollBar().setSingleStep(max(24, cell // 3))

    def _on_look(self) -> None:
        """What can be seen is told, and nothing else is loaded."""
        if not self.isVisible():
            return
        headers = self.in_sight()
        scale = self.devicePixelRatioF()
        side = round((self._tiles.cell.width() - GAP) * scale)
        self._pictures.want(headers, Shape(side, RADIUS * scale))
        self.seen.emit(headers)

    def _on_ready(self, file_id: str) -> None:
        for header in self.in_sight():
            if header.file == file_id:
                self.update(self._rows.index(self._rows.row_of(header.id)))

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_moving:
            self.current_changed.emit(self.current_id)

    def _on_selection(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if not self._is_moving:
            self.chosen_changed.emit()

    def _on_theme(self) -> None:
        self._measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        self._look.start()


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other as first and last: ten thousand are one step, not as many."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
