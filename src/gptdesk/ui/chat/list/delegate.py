"""How a row of the list is drawn, and how a title is typed over in place."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gptdesk.ui.chat.list.model import ListRole
from gptdesk.ui.chat.list.rows import Kind, Row
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.excerpt import draw_excerpt

translate = QCoreApplication.translate
AnyIndex = QModelIndex | QPersistentModelIndex

INSET = 8
PADDING = 8
ROW_HEIGHT = 52
HEADING_HEIGHT = 32
FOCUS_WIDTH = 2


class ConversationDelegate(QStyledItemDelegate):
    """Draws headings, conversations and hits with the colours that hold now."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: Row = index.data(ListRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            _draw_heading(painter, option.rect, row)
        else:
            self._draw_row(painter, option, row, is_open=bool(index.data(ListRole.IS_OPEN)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: Row = index.data(ListRole.ROW)
        height = HEADING_HEIGHT if row.kind is Kind.HEADING else ROW_HEIGHT
        return QSize(0, Theme.current().px(height))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("chat.rename")
        editor.setAccessibleName(translate("ChatList", "New title of the chat"))
        editor.setMaxLength(200)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Qt calls it again whenever a row changes; what was typed meanwhile stays."""
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        height = Theme.current().px(36)
        row = option.rect.adjusted(INSET, 0, -INSET, 0)
        editor.setGeometry(row.x(), row.center().y() - height // 2, row.width(), height)

    def _draw_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, *, is_open: bool
    ) -> None:
        theme = Theme.current()
        place = option.rect.adjusted(INSET, 0, -INSET, 0)
        _draw_ground(painter, option, place, is_open=is_open)
        height = theme.line("base") + theme.line("secondary")
        inner = place.adjusted(PADDING, 0, -PADDING, 0)
        top = inner.top() + (inner.height() - height) // 2
        first = QRect(inner.left(), top, inner.width(), theme.line("base"))
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), theme.line("secondary"))
        _draw_first_line(painter, first, row)
        role = "error" if row.is_trouble else "text-quiet"
        draw_excerpt(painter, second, row.text, row.spans, theme.color(role))


def _draw_heading(painter: QPainter, place: QRect, row: Row) -> None:
    theme = Theme.current()
    left = place.left() + INSET + PADDING
    if row.icon:
        size = theme.icon_size(16)
        pixmap = theme.pixmap(row.icon, "text-quiet", size, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, place.center().y() - size // 2 + 1, pixmap)
        left += size + 6
    painter.setFont(theme.font("label"))
    painter.setPen(theme.color("text-quiet"))
    text = QRect(left, place.top(), place.right() - left - INSET, place.height())
    words = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _draw_ground(
    painter: QPainter, option: QStyleOptionViewItem, place: QRect, *, is_open: bool
) -> None:
    theme = Theme.current()
    radius = theme.radius("control")
    painter.setPen(Qt.PenStyle.NoPen)
    if is_open:
        painter.setBrush(theme.color("accent-soft-strong"))
        painter.drawRoundedRect(place, radius, radius)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.color("fill"))
        painter.drawRoundedRect(place, radius, radius)
    if _has_keyboard(option):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("focus-ring"), FOCUS_WIDTH))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius)


def _draw_first_line(painter: QPainter, place: QRect, row: Row) -> None:
    theme = Theme.current()
    time_font = theme.font("tiny", tabular_figures=True)
    time_width = QFontMetrics(time_font).horizontalAdvance(row.time)
    painter.setFont(time_font)
    painter.setPen(theme.color("text-quiet"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.time)
    title_font = theme.font("base")
    title_font.setWeight(theme.font("tiny").weight())
    painter.setFont(title_font)
    painter.setPen(theme.color("text"))
    room = place.width() - time_width - PADDING
    words = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _has_keyboard(option: QStyleOptionViewItem) -> bool:
    if not option.state & QStyle.StateFlag.State_HasFocus:
        return False
    view = option.widget
    return view is not None and view.window().testAttribute(
        Qt.WidgetAttribute.WA_KeyboardFocusChange
    )
