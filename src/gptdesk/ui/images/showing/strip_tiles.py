"""How one tile of the strip is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gptdesk.domain.images import JobState, PictureRecord
from gptdesk.ui.images.asking.references import draw_covering
from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.showing.strip_items import JobCard
from gptdesk.ui.images.words import origin_badge
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

ITEM = Qt.ItemDataRole.UserRole + 1
TILE = QSize(108, 72)
EDGE = 4
"""Room for the frame of the chosen one."""
CROSS = 20
VEIL = QColor(0, 0, 0, 140)


class StripTiles(QStyledItemDelegate):
    """Words on pictures stand on a dark veil, white, in every theme."""

    def __init__(self, pictures: TilePictures, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(TILE.width()) + 2 * EDGE + 4, theme.px(TILE.height()) + 2 * EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = Theme.current()
        item = index.data(ITEM)
        room: QRect = option.rect.adjusted(EDGE, EDGE, -EDGE - 4, -EDGE)
        if isinstance(item, JobCard):
            self._draw_job(painter, room, item, theme)
        elif isinstance(item, PictureRecord):
            self._draw_picture(painter, room, item, theme)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            outline = room.adjusted(-3, -3, 3, 3)
            panel(painter, outline, 10, None, theme.color("accent-text"), 2)
        elif state & QStyle.StateFlag.State_MouseOver:
            panel(painter, room, 8, None, theme.color("field-border"), 1)

    def cross(self, rect: QRect) -> QRect:
        """Where a job's tile is closed."""
        side = Theme.current().px(CROSS)
        room = rect.adjusted(EDGE, EDGE, -EDGE - 4, -EDGE)
        return QRect(room.right() - side - 3, room.top() + 4, side, side)

    def _draw_picture(
        self, painter: QPainter, room: QRect, record: PictureRecord, theme: Theme
    ) -> None:
        pixmap = self._pictures.pixmap(record.file)
        _draw(painter, room, pixmap, theme, is_missing=pixmap is not None and pixmap.isNull())
        _level, word = origin_badge(record)
        if record.is_favourite:
            star = QRect(room.right() - 20, room.top() + 4, 16, 16)
            panel(painter, star.adjusted(-2, -2, 2, 2), 6, VEIL)
            painter.drawPixmap(star.topLeft(), theme.pixmap("star", "on-accent", 16))
        if word:
            _label(painter, room, word.partition(",")[0].partition("，")[0], theme)

    def _draw_job(self, painter: QPainter, room: QRect, card: JobCard, theme: Theme) -> None:
        pixmap = QPixmap.fromImage(card.image) if card.image is not None else None
        is_dark_behind = pixmap is not None and not pixmap.isNull()
        if is_dark_behind:
            draw_covering(painter, QRectF(room), pixmap, 8)
            panel(painter, room, 8, VEIL)
        else:
            panel(painter, room, 8, theme.color("fill-pressed"))
        role = "error" if card.state is JobState.FAILED else "text"
        color = QColor("white") if is_dark_behind else theme.color(role)
        self._draw_words(painter, room, card, color, theme)
        cross = self.cross(room.adjusted(-EDGE, -EDGE, EDGE + 4, EDGE))
        panel(painter, cross, cross.width() / 2, theme.color("surface"))
        icon_at(painter, cross, "x", "text", theme.icon_size(12))

    def _draw_words(
        self, painter: QPainter, room: QRect, card: JobCard, color: QColor, theme: Theme
    ) -> None:
        font = theme.font("tiny")
        painter.setFont(font)
        elide = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(card.text, elide, room.width() - 12)
        has_bar = not card.is_over
        line = theme.line("tiny")
        top = room.bottom() - line - (10 if has_bar else 4)
        text_in(painter, QRect(room.x() + 6, top, room.width() - 12, line), text, font, color)
        if has_bar:
            bar = QRectF(room.x() + 6, room.bottom() - 8, room.width() - 12, 4)
            panel(painter, bar, 2, theme.color("track"))
            done = card.fraction if card.fraction is not None else 0.0
            if done > 0:
                filled = QRectF(bar.x(), bar.y(), max(4.0, bar.width() * done), 4)
                panel(painter, filled, 2, theme.color("accent-text"))


def _draw(
    painter: QPainter, room: QRect, pixmap: QPixmap | None, theme: Theme, *, is_missing: bool
) -> None:
    if pixmap is None or pixmap.isNull():
        panel(painter, room, 8, theme.color("fill-pressed"))
        icon = "eye-off" if is_missing else "image"
        icon_at(painter, room, icon, "text-quiet", theme.icon_size(20))
        return
    if pixmap.hasAlphaChannel():
        panel(painter, room, 8, theme.color("fill-pressed"))
    draw_covering(painter, QRectF(room), pixmap, 8)


def _label(painter: QPainter, room: QRect, word: str, theme: Theme) -> None:
    font = theme.font("key")
    width = min(text_width(font, word) + 12, room.width() - 8)
    height = theme.px(18)
    box = QRect(room.x() + 4, room.bottom() - height - 3, width, height)
    panel(painter, box, 6, VEIL)
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, width - 8)
    text_in(painter, box.adjusted(6, 0, 0, 0), shown, font, QColor("white"))
