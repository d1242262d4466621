"""The contents of the tutorial or the FAQ, or what a search found in them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gptdesk.domain.help_search import Place
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.help.marked import MarkedText
from gptdesk.ui.widgets.help.rows import Roles, Row, RowModel
from gptdesk.ui.widgets.painting import arc, icon_at, panel, text_in

FIRST_HEIGHT = 200
INSET = 8
EDGE = 12
Index = QModelIndex | QPersistentModelIndex


class Contents(QListView):
    """Signals:
    picked: the place of the page that was chosen.
    folded: the section whose heading was pressed.
    """

    picked = Signal(object)
    folded = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListView { background: transparent; }")
        Theme.current().changed.connect(self._on_theme)

    def choose(self, place: Place | None) -> None:
        """Mark it as the one that is read, and bring it into sight."""
        number = self.rows.place_of(place) if place is not None else -1
        index = self.rows.index(number) if number >= 0 else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.oldSize().height() < FIRST_HEIGHT and self.currentIndex().isValid():
            self.scrollToTop()  # while it was so low, most of it had to be scrolled away
            self.scrollTo(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._take(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _take(self, index: QModelIndex) -> None:
        row: Row = index.data(Roles.ROW)
        if row.place is None:
            self.folded.emit(row.section)
        else:
            self.picked.emit(row.place)

    def _on_theme(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class RowDelegate(QStyledItemDelegate):
    """Draws a heading, a page with its tick, or a hit with the line that fits."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = Theme.current()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(Roles.ROW)
        width = self._view.viewport().width()
        return QSize(width, self._height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Roles.ROW)
        area: QRect = option.rect
        painter.save()
        if row.place is None:
            self._heading(painter, area, row)
        else:
            self._page(painter, area, row, option)
        painter.restore()

    def _height(self, row: Row, width: int) -> int:
        px = self._theme.px
        if row.place is None:
            return px(40)
        title = self._title(row, width)
        if not row.line:
            return max(px(32), title.height + px(12))
        line = self._line(row, width)
        return title.height + line.height + px(2) + px(20)

    def _heading(self, painter: QPainter, area: QRect, row: Row) -> None:
        px, color = self._theme.px, self._theme.color
        place = area.adjusted(EDGE + 4, px(8), -EDGE - 4, 0)
        font = self._theme.font("label")
        font.setWeight(self._theme.font("strong").weight())
        side = self._theme.icon_size(12)
        counted = text_width(self._theme.font("secondary"), row.count)
        shown = painter.fontMetrics().elidedText(row.title, _RIGHT, place.width() - counted - side)
        text_in(painter, place, shown, font, color("text"))
        icon = "chevron-right" if row.is_folded else "chevron-down"
        x = place.x() + text_width(font, shown) + 6
        icon_at(painter, QRect(x, place.y(), side, place.height()), icon, "text-quiet", side)
        quiet = self._theme.font("secondary", tabular_figures=True)
        text_in(painter, place, row.count, quiet, color("text-quiet"), Qt.AlignmentFlag.AlignRight)

    def _page(self, painter: QPainter, area: QRect, row: Row, option: QStyleOptionViewItem) -> None:
        theme, px = self._theme, self._theme.px
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = area.adjusted(INSET, 0, -INSET, 0)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            role = "accent-soft-strong" if is_chosen else "fill"
            border = theme.color("accent-text") if is_chosen and theme.is_high_contrast else None
            panel(painter, box, theme.radius("control"), theme.color(role), border)
        if bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus():
            panel(painter, box, theme.radius("control"), None, theme.color("focus-ring"), 2)
        title = self._title(row, area.width())
        top = area.y() + (px(10) if row.line else (area.height() - title.height) // 2)
        role = "accent-text" if is_chosen and not row.line else "text"
        x = area.x() + self._left(row)
        if row.state:
            side = theme.icon_size(16)
            self._tick(painter, QRect(area.x() + EDGE + 4, area.y(), side, area.height()), row)
        title.draw(painter, x, top, theme.color(role))
        if row.line:
            below = top + title.height + px(2)
            self._line(row, area.width()).draw(painter, x, below, theme.color("text-quiet"))

    def _tick(self, painter: QPainter, place: QRect, row: Row) -> None:
        side = place.width()
        if row.state == "read":
            icon_at(painter, place, "circle-check", "ok", side)
            return
        ring = QRectF(
            place.x() + 1, place.y() + (place.height() - side) / 2 + 1, side - 2, side - 2
        )
        arc(painter, ring, self._theme.color("track"), 0, 1, 2.5)
        if row.state == "half":
            arc(painter, ring, self._theme.color("accent-text"), 0, 0.5, 2.5)

    def _left(self, row: Row) -> int:
        return EDGE + 4 + (self._theme.icon_size(16) + 8 if row.state else 0 if row.line else 4)

    def _title(self, row: Row, width: int) -> MarkedText:
        font = self._theme.font("base")
        if row.line:
            font.setWeight(self._theme.font("label").weight())
        room = width - self._left(row) - EDGE - 4
        return MarkedText(row.title, row.title_spans, font, self._theme.line("base"), room, 2)

    def _line(self, row: Row, width: int) -> MarkedText:
        font, line = self._theme.font("secondary"), self._theme.line("secondary")
        room = width - self._left(row) - EDGE - 4
        return MarkedText(row.line, row.line_spans, font, line, room, 2)


_RIGHT = Qt.TextElideMode.ElideRight
