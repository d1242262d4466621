"""How one tile of the wall is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gptdesk.domain.gallery import PictureHeader
from gptdesk.ui.images.gallery.model import WallRole
from gptdesk.ui.images.gallery.pictures import RADIUS, WallPictures
from gptdesk.ui.images.gallery.words import origin_word
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

AnyIndex = QModelIndex | QPersistentModelIndex
GAP = 16
VEIL = QColor(0, 0, 0, 140)
WHITE = QColor("white")


class Tiles(QStyledItemDelegate):
    """Words on pictures stand on a dark veil, white, in every theme."""

    def __init__(self, pictures: WallPictures, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.cell = QSize(192, 192)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        header = index.data(WallRole.HEADER)
        if not isinstance(header, PictureHeader):
            return
        theme = Theme.current()
        room = tile_of(option.rect)
        painter.save()
        self._draw_picture(painter, room, header, theme)
        _draw_marks(painter, room, header, theme)
        _draw_state(painter, room, option, theme)
        painter.restore()

    def _draw_picture(
        self, painter: QPainter, room: QRect, header: PictureHeader, theme: Theme
    ) -> None:
        pixmap = self._pictures.pixmap(header.file)
        if pixmap is None or pixmap.isNull():
            panel(painter, room, RADIUS, theme.color("fill"))
            icon = "image" if pixmap is None else "eye-off"
            icon_at(painter, room, icon, "text-disabled", theme.icon_size(24))
            return
        if header.media_type != "image/jpeg":
            panel(painter, room, RADIUS, theme.color("fill"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(room), pixmap, QRectF(pixmap.rect()))


def tile_of(cell: QRect) -> QRect:
    """The square inside its share of the gaps."""
    half = GAP // 2
    return cell.adjusted(half, half, -half, -half)


def _draw_marks(painter: QPainter, room: QRect, header: PictureHeader, theme: Theme) -> None:
    if header.is_favourite:
        side = theme.px(24)
        star = QRect(room.right() - side - 5, room.top() + 6, side, side)
        panel(painter, star, side / 2, theme.color("surface-raised"))
        icon_at(painter, star, "star", "accent-text", theme.icon_size(14))
    if word := origin_word(header.origin):
        _draw_word(painter, room, word, theme)


def _draw_word(painter: QPainter, room: QRect, word: str, theme: Theme) -> None:
    font = theme.font("key")
    width = min(text_width(font, word) + 14, room.width() - 12)
    height = theme.px(20)
    box = QRect(room.x() + 6, room.bottom() - height - 5, width, height)
    panel(painter, box, 6, VEIL)
    painter.setFont(font)
    elide = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(word, elide, width - 12)
    text_in(painter, box.adjusted(7, 0, 0, 0), shown, font, WHITE)


def _draw_state(painter: QPainter, room: QRect, option: QStyleOptionViewItem, theme: Theme) -> None:
    state = option.state
    around = room.adjusted(-4, -4, 4, 4)
    if state & QStyle.StateFlag.State_Selected:
        panel(painter, around, RADIUS + 4, None, theme.color("accent-text"), 2)
        side = theme.px(24)
        disc = QRect(room.x() + 6, room.top() + 6, side, side)
        panel(painter, disc, side / 2, theme.color("accent"))
        icon_at(painter, disc, "check", "on-accent", theme.icon_size(14))
    elif state & QStyle.StateFlag.State_MouseOver:
        panel(painter, room, RADIUS, None, theme.color("field-border"))
    if has_keyboard(option) and not state & QStyle.StateFlag.State_Selected:
        panel(painter, around, RADIUS + 4, None, theme.color("focus-ring"), 2)
    elif has_keyboard(option):
        inside = room.adjusted(2, 2, -2, -2)
        panel(painter, inside, RADIUS - 2, None, theme.color("focus-ring"), 2)


def has_keyboard(option: QStyleOptionViewItem) -> bool:
    if not option.state & QStyle.StateFlag.State_HasFocus:
        return False
    view = option.widget
    return view is not None and view.window().testAttribute(
        Qt.WidgetAttribute.WA_KeyboardFocusChange
    )
