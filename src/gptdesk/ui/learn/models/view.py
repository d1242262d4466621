"""The table on the screen: sorted from its head, walked with the keyboard, every row as high."""

from __future__ import annotations

from heapq import nlargest

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gptdesk.ui.learn.models.cell_painting import PADDING, draw_cell, width_of
from gptdesk.ui.learn.models.head import TableHead
from gptdesk.ui.learn.models.item_model import CELL, TableModel
from gptdesk.ui.learn.models.table import Row, Table
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import hairline, icon_at

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = 38
ACTION = 36
MEASURED = 6


class TableView(QTableView):
    """Signals:
    use_requested: a Row whose model is to be used in Chat.
    went_to: the Row on which the keyboard is now, with the number of the column; or None.
    """

    use_requested = Signal(object)
    went_to = Signal(object, int)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setHorizontalHeader(TableHead(model, self))
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView { background: transparent; }")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._needed: tuple[Table | None, list[int]] = (None, [])
        model.modelReset.connect(self.measure)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        Theme.current().changed.connect(self._on_theme_changed)

    def current_row(self) -> Row | None:
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def measure(self) -> None:
        """Every column as wide as what is in it; what room is left goes to the widest text."""
        theme = Theme.current()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.horizontalHeader().setFixedHeight(theme.px(36))
        if self._needed[0] is not self._model.table:
            columns = range(self._model.columnCount())
            self._needed = (self._model.table, [self._width(number) for number in columns])
        widths = list(self._needed[1])
        room = self.viewport().width() - sum(widths)
        if widths and room > 0:
            widths[self._growing()] += room
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row and row.use:
            self.use_requested.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_action = index.isValid() and self._model.column(index.column()) is None
        if is_action and (row := self.current_row()) is not None and row.use:
            self.use_requested.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_action = (
            index.isValid()
            and self._model.column(index.column()) is None
            and self._model.rows[index.row()].use is not None
        )
        shape = Qt.CursorShape.PointingHandCursor if is_action else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def sizeHint(self) -> QSize:
        return QSize(640, Theme.current().px(ROW) * 8)

    def _growing(self) -> int:
        """The last column with words in it."""
        count = len(self._model.table.columns)
        words = [n for n in range(count) if not self._model.table.columns[n].is_number]
        return words[-1] if words else 0

    def _width(self, number: int) -> int:
        theme = Theme.current()
        column = self._model.column(number)
        if column is None:
            return theme.px(ACTION)
        cells = [row.cells[number] for row in self._model.table.rows]
        # Measuring all of them would take longer than all the rest
        longest = nlargest(MEASURED, cells, key=lambda cell: len(cell.text) + 4 * len(cell.badge))
        widest = max((width_of(cell, column) for cell in longest), default=0)
        head = text_width(theme.font("chip"), column.title) + theme.px(18)
        return max(min(widest, theme.px(column.widest)), head) + 2 * PADDING

    def _on_theme_changed(self) -> None:
        self._needed = (None, [])
        self.measure()

    def _on_current_changed(self, index: QModelIndex) -> None:
        row = self._model.rows[index.row()] if index.isValid() else None
        self.went_to.emit(row, index.column())
        self.viewport().update()


class _CellDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = Theme.current()
        painter.save()
        view = option.widget
        assert isinstance(view, TableView)
        area = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("accent-soft"))
        hairline(painter, area.left(), area.bottom(), area.right() + 1, area.bottom())
        room = area.adjusted(PADDING, 0, -PADDING, -1)
        model = view.model()
        assert isinstance(model, TableModel)
        cell, column = index.data(CELL), model.column(index.column())
        if cell is not None and column is not None:
            draw_cell(painter, room, cell, column)
        elif model.rows[index.row()].use:
            icon_at(painter, area, "message-circle", "text-quiet", theme.icon_size(16))
        if _shows_focus(option, view):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus-ring"), 2))
            painter.drawRoundedRect(QRect(area).adjusted(1, 1, -2, -2), 6, 6)
        painter.restore()


def _shows_focus(option: QStyleOptionViewItem, view: QWidget) -> bool:
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    return has_focus and view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
