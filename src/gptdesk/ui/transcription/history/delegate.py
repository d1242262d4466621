"""How a row of the history is drawn: title and length, the words, the day and the cost."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gptdesk.domain.search import Query, excerpt
from gptdesk.domain.transcription import JobState, TranscriptionHeader
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.transcription.results.words import clock, new_title_text, state_text
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.excerpt import draw_excerpt
from gptdesk.ui.widgets.money import Money, paid_text
from gptdesk.ui.widgets.painting import panel, text_in

AnyIndex = QModelIndex | QPersistentModelIndex
HEADER = Qt.ItemDataRole.UserRole + 1
PADDING = 8
GAP = 8


class HistoryDelegate(QStyledItemDelegate):
    """Knows the search, so that hits can be marked, and the currency."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.query = Query((), ())
        self.money = Money()
        self.open_id = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        theme = Theme.current()
        height = theme.line("base") + theme.line("secondary") + theme.line("tiny")
        return QSize(0, height + 2 * PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        header: TranscriptionHeader = index.data(HEADER)
        painter.save()
        self._draw_ground(painter, option, is_open=header.id == self.open_id)
        inner = option.rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        self._draw_lines(painter, inner, header)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("transcription.rename")
        editor.setAccessibleName(new_title_text())
        editor.setMaxLength(200)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():
            editor.setText(index.data(HEADER).title)
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        height = Theme.current().px(36)
        editor.setGeometry(option.rect.x(), option.rect.y() + 2, option.rect.width(), height)

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_open: bool
    ) -> None:
        theme = Theme.current()
        radius = theme.radius("control")
        if is_open:
            panel(painter, option.rect, radius, theme.color("accent-soft-strong"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            panel(painter, option.rect, radius, theme.color("fill"))
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        if has_focus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus-ring"), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), radius, radius)

    def _draw_lines(self, painter: QPainter, inner: QRect, header: TranscriptionHeader) -> None:
        theme = Theme.current()
        tiny = theme.font("tiny", tabular_figures=True)
        length = clock(header.seconds)
        width = text_width(tiny, length)
        first = QRect(inner.x(), inner.y(), inner.width(), theme.line("base"))
        right = Qt.AlignmentFlag.AlignRight
        text_in(painter, first, length, tiny, theme.color("text-quiet"), right)
        title = first.adjusted(0, 0, -width - GAP, 0)
        words, spans = self._marked(header.title)
        draw_excerpt(painter, title, words, spans, theme.color("text"), "strong")
        top = first.bottom() + 1
        second = QRect(inner.x(), top, inner.width(), theme.line("secondary"))
        words, spans = self._marked(header.beginning)
        draw_excerpt(painter, second, words, spans, theme.color("text-quiet"))
        third = QRect(inner.x(), second.bottom() + 1, inner.width(), theme.line("tiny") + 6)
        role = "error" if header.state is JobState.FAILED else "text-quiet"
        draw_excerpt(painter, third, self._facts(header), (), theme.color(role), "tiny")

    def _marked(self, text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        if not self.query.terms:
            return text, ()
        return excerpt(text, self.query)

    def _facts(self, header: TranscriptionHeader) -> str:
        return facts_line(header, self.money)


def facts_line(header: TranscriptionHeader, money: Money) -> str:
    """The day, what it cost, and how far it is if it is not done."""
    parts = [day_text(datetime.fromtimestamp(header.created).date())]
    if header.cost is not None:
        parts.append(paid_text(header.cost, money))
    if said := state_text(header.state):
        parts.append(said)
    return " · ".join(parts)
