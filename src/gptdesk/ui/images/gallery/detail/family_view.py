"""The family of a picture, drawn as a tree of small pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gptdesk.domain.images import Way
from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.gallery.detail.family import FamilyRow
from gptdesk.ui.images.gallery.finding.filter_words import way_word
from gptdesk.ui.images.gallery.tiles import has_keyboard
from gptdesk.ui.images.gallery.words import day_of, origin_word
from gptdesk.ui.images.words import picture_name, shortened
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import hairline, icon_at, panel, text_in

translate = QCoreApplication.translate

ROW = Qt.ItemDataRole.UserRole + 1
HEIGHT, SIDE, STEP = 56, 44, 20
MOST_SEEN = 6
DEEPEST = 5
"""Further generations are not moved to the right any more: there would be no room for words."""


class FamilyView(QListWidget):
    """A click or Enter walks to a parent or child.

    Signals:
        picked: id of the picture that is wanted.
    """

    picked = Signal(str)

    def __init__(self, pictures: TilePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("images.gallery.family")
        self._theme = Theme.current()
        self.setItemDelegate(_Branches(pictures, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.itemClicked.connect(self._on_picked)
        self.itemActivated.connect(self._on_picked)
        pictures.ready.connect(self.viewport().update)
        self._theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[FamilyRow]) -> None:
        self.clear()
        for number, row in enumerate(rows):
            item = QListWidgetItem()
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken_row(row))
            item.setToolTip(shortened(row.record.prompt, 240))
            self.addItem(item)
            if row.is_current:
                self.setCurrentRow(number)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(min(MOST_SEEN, max(1, self.count())) * self._theme.px(HEIGHT))
        self.scheduleDelayedItemsLayout()

    def _on_picked(self, item: QListWidgetItem) -> None:
        row = item.data(ROW)
        if isinstance(row, FamilyRow) and not row.is_current:
            self.picked.emit(row.record.id)


def row_word(row: FamilyRow) -> str:
    """What was done to get it."""
    if row.record.way is Way.MAKE and (word := origin_word(row.record.origin)):
        return word
    return way_word(row.record.way)


def spoken_row(row: FamilyRow) -> str:
    sentence = translate("Gallery", "{picture}. {work}, {day}, generation {number}")
    if row.is_current:
        sentence = translate("Gallery", "This picture: {picture}. {work}, {day}")
    return sentence.format(
        picture=picture_name(row.record),
        work=row_word(row),
        day=day_of(row.record.created),
        number=row.depth + 1,
    )


class _Branches(QStyledItemDelegate):
    def __init__(self, pictures: TilePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, Theme.current().px(HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, FamilyRow):
            return
        theme = Theme.current()
        painter.save()
        cell: QRect = option.rect
        side = theme.px(SIDE)
        depth = min(row.depth, DEEPEST)
        left = cell.x() + 4 + depth * STEP
        ground = QRect(left - 4, cell.y() + 2, cell.right() - left + 2, cell.height() - 4)
        if row.is_current:
            panel(painter, ground, 8, theme.color("accent-soft-strong"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            panel(painter, ground, 8, theme.color("fill"))
        _draw_lines(painter, cell, row, depth, side)
        place = QRect(left, cell.y() + (cell.height() - side) // 2, side, side)
        self._draw_picture(painter, place, row, theme)
        words = QRect(
            place.right() + 10, cell.y(), cell.right() - place.right() - 16, cell.height()
        )
        _draw_words(painter, words, row, theme)
        if has_keyboard(option):
            panel(painter, ground.adjusted(1, 1, -1, -1), 8, None, theme.color("focus-ring"), 2)
        painter.restore()

    def _draw_picture(self, painter: QPainter, place: QRect, row: FamilyRow, theme: Theme) -> None:
        from PySide6.QtCore import QRectF

        from gptdesk.ui.images.asking.references import draw_covering

        pixmap = self._pictures.pixmap(row.record.file)
        panel(painter, place, 6, theme.color("fill-pressed"))
        if pixmap is None or pixmap.isNull():
            icon = "image" if pixmap is None else "eye-off"
            icon_at(painter, place, icon, "text-quiet", theme.icon_size(16))
        else:
            draw_covering(painter, QRectF(place), pixmap, 6)


def _draw_lines(painter: QPainter, cell: QRect, row: FamilyRow, depth: int, side: int) -> None:
    """From each parent straight down, and to the right into the child."""
    if row.depth > DEEPEST:
        return
    middle = cell.center().y()
    for level in range(1, depth + 1):
        x = cell.x() + 4 + (level - 1) * STEP + STEP // 2
        is_last = row.is_last[level - 1]
        if level == depth:
            hairline(painter, x, cell.y(), x + 1, middle if is_last else cell.bottom() + 1)
            hairline(painter, x, middle, cell.x() + 4 + depth * STEP - 2, middle + 1)
        elif not is_last:
            hairline(painter, x, cell.y(), x + 1, cell.bottom() + 1)


def _draw_words(painter: QPainter, room: QRect, row: FamilyRow, theme: Theme) -> None:
    about = translate("Gallery", "{work} · {day}")
    second = about.format(work=row_word(row), day=day_of(row.record.created))
    first = shortened(row.record.prompt, 120) or picture_name(row.record)
    above, below = theme.line("chip"), theme.line("tiny")
    top = room.y() + (room.height() - above - below) // 2
    elide = Qt.TextElideMode.ElideRight
    for text, style, role, y, line in (
        (first, "chip", "text", top, above),
        (second, "tiny", "text-quiet", top + above, below),
    ):
        font = theme.font(style)
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(text, elide, room.width())
        text_in(painter, QRect(room.x(), y, room.width(), line), shown, font, theme.color(role))
