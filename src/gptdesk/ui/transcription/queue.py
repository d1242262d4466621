"""The recordings of the page as a short list, when there is more than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gptdesk.domain.transcription import JobState
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

ROW = 36
MOST_SEEN = 4
PADDING = 12
LINE = Qt.ItemDataRole.UserRole + 1
ICONS = {
    JobState.QUEUED: ("circle-dashed", "text-quiet"),
    JobState.READING: ("loader-circle", "accent-text"),
    JobState.WORKING: ("loader-circle", "accent-text"),
    JobState.DONE: ("circle-check", "ok"),
    JobState.STOPPED: ("circle-dashed", "warn"),
    JobState.FAILED: ("circle-alert", "error"),
}

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One recording: its name, how far it is, and the mark for that."""

    id: str
    title: str
    told: str
    state: JobState


class QueueList(QListWidget):
    """Enter shows one, Delete takes it out, Alt and arrows move it.

    Signals:
        picked: the id of the one to show. removed: the id of the one to take out.
        sorted: all ids in their new order.
    """

    picked = Signal(str)
    removed = Signal(str)
    sorted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.queue")
        self._theme = Theme.current()
        self._most = MOST_SEEN
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.itemClicked.connect(self._on_picked)
        self.itemActivated.connect(self._on_picked)
        self._theme.changed.connect(self._restyle)
        self.setViewportMargins(0, 4, 0, 4)
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.hide()
        self._retranslate()

    def set_lines(self, lines: Sequence[QueueLine], shown: str) -> None:
        """Change only what is different, so that a drag under way is not lost."""
        if [self._line(row).id for row in range(self.count())] != [line.id for line in lines]:
            self.clear()
            for line in lines:
                self.addItem(QListWidgetItem(line.title))
        for row, line in enumerate(lines):
            item = self.item(row)
            if item.data(LINE) != line:
                item.setData(LINE, line)
                item.setToolTip(line.title)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.title}, {line.told}")
            if line.id == shown and self.currentRow() != row:
                self.setCurrentRow(row)
        self.setVisible(len(lines) > 1)
        self.updateGeometry()

    def set_most(self, rows: int) -> None:
        """How many rows are seen without scrolling."""
        if rows != self._most:
            self._most = rows
            self.updateGeometry()
            self.scrollToItem(self.currentItem())

    def sizeHint(self) -> QSize:
        return QSize(240, min(self._most, self.count()) * self._theme.px(ROW) + 8)

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, has_alt = self.currentRow(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if row < 0:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._line(row).id)
        elif has_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, row + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._line(row).id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and cross(self.visualItemRect(item)).contains(
            event.position().toPoint()
        ):
            self.removed.emit(item.data(LINE).id)
            return
        super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.sorted.emit([self._line(row).id for row in range(self.count())])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _move(self, row: int, to: int) -> None:
        if 0 <= to < self.count():
            order = [self._line(one).id for one in range(self.count())]
            order.insert(to, order.pop(row))
            self.sorted.emit(order)
            self.setCurrentRow(to)

    def _line(self, row: int) -> QueueLine:
        found: QueueLine | None = self.item(row).data(LINE)
        return found or QueueLine("", "", "", JobState.QUEUED)

    def _on_picked(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(LINE).id)

    def _restyle(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Transcription", "Recordings in the queue"))


def cross(row: QRect) -> QRect:
    """Where a row can be taken out."""
    side = Theme.current().px(28)
    return QRect(row.right() - PADDING - side, row.top() + (row.height() - side) // 2, side, side)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, Theme.current().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line: QueueLine | None = index.data(LINE)
        if line is None:
            return
        theme, row = Theme.current(), QRect(option.rect)
        is_shown = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if is_shown or is_hovered:
            fill = theme.color("accent-soft-strong" if is_shown else "fill")
            panel(painter, row.adjusted(PADDING, 1, -PADDING, -1), theme.radius("control"), fill)
        size = theme.icon_size(16)
        mark = QRect(2 * PADDING, row.top(), size, row.height())
        icon, role = ICONS[line.state]
        icon_at(painter, mark, icon, role, size)
        place = cross(row)
        if is_shown or is_hovered:
            icon_at(painter, place, "x", "text-quiet", size)
        self._draw_words(painter, row, mark.right() + 10, place.left() - 8, line)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, row: QRect, left: int, right: int, line: QueueLine
    ) -> None:
        theme = Theme.current()
        quiet = theme.font("secondary", tabular_figures=True)
        told = text_width(quiet, line.told)
        end = QRect(right - told, row.top(), told, row.height())
        text_in(painter, end, line.told, quiet, theme.color("text-quiet"))
        room = QRect(left, row.top(), max(0, end.left() - 16 - left), row.height())
        font = theme.font("base")
        shown = QFontMetrics(font).elidedText(
            line.title, Qt.TextElideMode.ElideMiddle, room.width()
        )
        text_in(painter, room, shown, font, theme.color("text"))
