"""The rows of the command palette, drawn by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gptdesk.ui.shell.command import CHATS, DO, GO, HELP, Command, Hit
from gptdesk.ui.shell.status import key_names
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, key_cap, key_cap_width, panel, text_in

translate = QCoreApplication.translate

ROW = 40
HEAD = 28
INSET = 6
ROW_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Head:
    group: str


class PaletteList(QListView):
    """Groups with their rows.

    Signals:
        picked: the Command that was clicked.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette.list")
        self._theme = Theme.current()
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self._rows.show_hits(hits)
        self.move(0)
        self.scrollToTop()

    @property
    def titles(self) -> list[str]:
        return [row.command.title for row in self._rows.rows if isinstance(row, Hit)]

    @property
    def current(self) -> Command | None:
        row = self.currentIndex().row()
        found = self._rows.rows[row] if 0 <= row < len(self._rows.rows) else None
        return found.command if isinstance(found, Hit) else None

    def move(self, step: int) -> None:  # type: ignore[override]
        """Go up or down among the commands; from the last one on to the first."""
        rows = [number for number, row in enumerate(self._rows.rows) if isinstance(row, Hit)]
        if not rows:
            return
        now = self.currentIndex().row()
        place = rows.index(now) if now in rows else 0
        if abs(step) == 1:
            place = (place + step) % len(rows)
        else:
            place = max(0, min(len(rows) - 1, place + step))
        wanted = rows[place]
        self.setCurrentIndex(self._rows.index(wanted))
        if place == 0:
            self.scrollToTop()

    def rows_height(self) -> int:
        heights = (HEAD if isinstance(row, _Head) else ROW for row in self._rows.rows)
        return sum(self._theme.px(height) for height in heights) + 2 * INSET

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._rows.rows[index.row()]
        if isinstance(row, Hit):
            self.picked.emit(row.command)

    def _on_entered(self, index: QModelIndex) -> None:
        if isinstance(self._rows.rows[index.row()], Hit):
            self.setCurrentIndex(index)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[_Head | Hit] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.rows = []
        group = ""
        for hit in hits:
            if hit.command.group != group:
                group = hit.command.group
                self.rows.append(_Head(group))
            self.rows.append(hit)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], _Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return group_title(row.group) if isinstance(row, _Head) else row.command.title


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_head = isinstance(index.data(ROW_ROLE), _Head)
        theme = Theme.current()
        edge = INSET * ((index.row() == 0) + (index.row() == index.model().rowCount() - 1))
        return QSize(0, theme.px(HEAD if is_head else ROW) + edge)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        place = QRect(option.rect)
        if index.row() == 0:
            place.setTop(place.top() + INSET)
        if index.row() == index.model().rowCount() - 1:
            place.setBottom(place.bottom() - INSET)
        view = self.parent()
        assert isinstance(view, QListView)
        painter.save()
        if isinstance(row, _Head):
            _draw_head(painter, place, row)
        else:
            _draw_hit(painter, place, row, is_current=view.currentIndex().row() == index.row())
        painter.restore()


def _draw_head(painter: QPainter, place: QRect, row: _Head) -> None:
    theme = Theme.current()
    room = place.adjusted(14, 0, -14, 0)
    text_in(painter, room, group_title(row.group), theme.font("section"), theme.color("text-quiet"))


def _draw_hit(painter: QPainter, place: QRect, hit: Hit, *, is_current: bool) -> None:
    theme = Theme.current()
    command = hit.command
    if is_current:
        ground = place.adjusted(INSET, 0, -INSET, 0)
        border = theme.color("accent-text") if theme.is_high_contrast else None
        panel(painter, ground, theme.radius("control"), theme.color("accent-soft-strong"), border)
    size = theme.icon_size(20)
    role = "accent-text" if is_current else "text-quiet"
    x = place.x() + 16
    if command.icon:
        room = QRect(x, place.y(), size, place.height())
        icon_at(painter, room, command.icon, role, size)
    x += size + 12
    right = place.right() - 15
    if command.keys:
        keys = key_names(command.keys)
        width = key_cap_width(theme, keys)
        key_cap(painter, QRect(right - width, place.y(), width, place.height()), keys)
        right -= width + 12
    font = theme.font("strong" if is_current else "base")
    used = _draw_title(painter, QRect(x, place.y(), right - x, place.height()), hit, font)
    x += used + 12
    if command.hint and x < right:
        room = QRect(x, place.y(), right - x, place.height())
        quiet = theme.font("secondary")
        painter.setFont(quiet)
        hint = painter.fontMetrics().elidedText(
            command.hint, Qt.TextElideMode.ElideRight, room.width()
        )
        text_in(painter, room, hint, quiet, theme.color("text-quiet"))


def _draw_title(painter: QPainter, room: QRect, hit: Hit, font: QFont) -> int:
    """The title with soft marks behind what was typed; gives the width that it used."""
    theme = Theme.current()
    metrics = QFontMetricsF(font)
    title = hit.command.title
    line = theme.line("base")
    top = room.y() + (room.height() - line) // 2
    for start, end in hit.spans:
        x = room.x() + metrics.horizontalAdvance(title[:start])
        width = metrics.horizontalAdvance(title[:end]) - metrics.horizontalAdvance(title[:start])
        if x + width <= room.right():
            mark = QRect(round(x), top, round(width), line)
            panel(painter, mark, 3, theme.color("selection"))
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
    text_in(painter, room, shown, font, theme.color("text"))
    return text_width(font, shown)


def group_title(group: str) -> str:
    titles = {
        GO: translate("Palette", "Go to"),
        DO: translate("Palette", "Do"),
        CHATS: translate("Palette", "Chats"),
        HELP: translate("Palette", "Learn and FAQ"),
    }
    return titles.get(group, group)
