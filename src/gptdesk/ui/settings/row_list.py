"""The lists of Settings: rows with an icon or a dot, a title and a quiet line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gptdesk.ui.theme.theme import Theme

ROW = Qt.ItemDataRole.UserRole
DOT = 8
PADDING = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list. `dot` is a colour role and stands where `icon` would.

    `mark` is an icon at the end of the line; `mark_name` says what it means.
    """

    id: str
    title: str
    note: str = ""
    icon: str = ""
    dot: str = ""
    mark: str = ""
    mark_name: str = ""


class RowList(QListWidget):
    """A list whose selection follows the keyboard.

    Signals:
        chosen: the id of the row that the user went to.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_RowDelegate(self))
        self.currentItemChanged.connect(self._on_current_changed)
        Theme.current().changed.connect(self.scheduleDelayedItemsLayout)

    def set_rows(self, rows: list[Row]) -> None:
        """Show these; the row that was current stays so if it is still there."""
        current = self.current_id()
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(row))
            item.setToolTip(row.mark_name)
            self.addItem(item)
        self.blockSignals(False)
        self.set_current(current)

    def set_current(self, row_id: str) -> None:
        """Select a row without telling that the user did it."""
        self.blockSignals(True)
        for index in range(self.count()):
            if self._row(index).id == row_id:
                self.setCurrentRow(index)
                break
        else:
            self.setCurrentRow(-1)
        self.blockSignals(False)
        self.viewport().update()

    def current_id(self) -> str:
        item = self.currentItem()
        return str(item.data(ROW).id) if item is not None else ""

    def rows(self) -> list[Row]:
        return [self._row(index) for index in range(self.count())]

    def _row(self, index: int) -> Row:
        row = self.item(index).data(ROW)
        assert isinstance(row, Row)
        return row

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(current.data(ROW).id)


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = Theme.current()
        row: Row = index.data(ROW)
        return QSize(0, theme.px(56 if row.note else 36) + 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = Theme.current()
        row: Row = index.data(ROW)
        frame = option.rect.adjusted(PADDING, 2, -PADDING, -2)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_back(painter, frame, option)
        left = frame.left() + 12 + self._paint_mark(painter, frame, row, is_selected)
        text = QRect(left, frame.top(), frame.right() - left - PADDING, frame.height())
        if row.mark:
            size = theme.icon_size(16)
            text.setRight(text.right() - size - PADDING)
            pixmap = theme.pixmap(row.mark, "text-quiet", size, self._view().devicePixelRatioF())
            top = frame.top() + (frame.height() - size) // 2
            painter.drawPixmap(text.right() + PADDING, top, pixmap)
        if row.note:
            _paint_two_lines(painter, text, row)
        else:
            font = theme.font("button" if is_selected else "base")
            role = "accent-text" if is_selected else "text"
            _paint_text(painter, text, row.title, font, theme.color(role))
        painter.restore()

    def _paint_mark(self, painter: QPainter, frame: QRect, row: Row, selected: bool) -> int:
        theme = Theme.current()
        if row.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(row.dot))
            top = frame.center().y() - DOT / 2 + 1
            painter.drawEllipse(QRectF(frame.left() + 12, top, DOT, DOT))
            return DOT + 12
        if not row.icon:
            return 0
        size = theme.icon_size(20)
        role = "accent-text" if selected else "text"
        pixmap = theme.pixmap(row.icon, role, size, self._view().devicePixelRatioF())
        painter.drawPixmap(frame.left() + 8, frame.center().y() - size // 2 + 1, pixmap)
        return size + 6

    def _view(self) -> QWidget:
        parent = self.parent()
        assert isinstance(parent, QWidget)
        return parent


def _paint_back(painter: QPainter, frame: QRect, option: QStyleOptionViewItem) -> None:
    theme = Theme.current()
    view = option.widget
    radius = theme.radius("control")
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.color("accent-soft-strong"))
        painter.drawRoundedRect(frame, radius, radius)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.color("fill"))
        painter.drawRoundedRect(frame, radius, radius)
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    by_keys = view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    if has_focus and by_keys:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("focus-ring"), 2))
        painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), radius, radius)


def _paint_two_lines(painter: QPainter, place: QRect, row: Row) -> None:
    theme = Theme.current()
    title, note = theme.line("base"), theme.line("secondary")
    top = place.top() + (place.height() - title - note) // 2
    first = QRect(place.left(), top, place.width(), title)
    second = QRect(place.left(), top + title, place.width(), note)
    title_font = theme.font("base")
    title_font.setWeight(QFont.Weight.Medium)
    _paint_text(painter, first, row.title, title_font, theme.color("text"))
    _paint_text(painter, second, row.note, theme.font("secondary"), theme.color("text-quiet"))


def _paint_text(painter: QPainter, place: QRect, text: str, font: QFont, color: QColor) -> None:
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _spoken(row: Row) -> str:
    return ", ".join(part for part in (row.title, row.note, row.mark_name) if part)
