"""How a row of the choice of models is drawn, and what lies where in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.modelpicker.model import ROW, AnyIndex
from gptdesk.ui.widgets.modelpicker.values import Kind, Row, Standing
from gptdesk.ui.widgets.modelpicker.words import (
    abilities,
    end_words,
    price_words,
    second_line,
    typed_words,
)
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

ROW_HEIGHT = 52
HEADING_HEIGHT = 32
NOTE_HEIGHT = 32
PADDING = 10
GAP = 8
ICON = 16
ARROW = " → "


class PickerDelegate(QStyledItemDelegate):
    """Two lines: the name with what it can do and its end, then plain words and the price."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: tuple[str, str] = ("", "")
        self.with_connection = False

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: Row = index.data(ROW)
        heights = {Kind.HEADING: HEADING_HEIGHT, Kind.NOTE: NOTE_HEIGHT}
        return QSize(0, Theme.current().px(heights.get(row.kind, ROW_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: Row = index.data(ROW)
        painter.save()
        place: QRect = option.rect
        if row.kind is Kind.HEADING:
            _line(painter, place, row.text, "label", "text-quiet")
        elif row.kind is Kind.NOTE:
            _line(painter, place, row.text, "secondary", "text-quiet")
        else:
            self._paint_choice(painter, option, row)
        painter.restore()

    def successor_place(self, place: QRect, row: Row) -> QRect:
        """Where the successor of a model that is gone can be pressed."""
        successor = row.offer.facts.successor if row.offer is not None else ""
        if row.standing is not Standing.GONE or not successor:
            return QRect()
        second = _lines(place)[1]
        font = Theme.current().font("secondary")
        left = second.left() + text_width(font, self._second(row) + ARROW)
        return QRect(left, second.top(), text_width(font, successor), second.height())

    def ability_places(self, place: QRect, row: Row) -> list[tuple[QRect, str]]:
        """Where the signs stand, and what each means."""
        if row.offer is None:
            return []
        first = _lines(place)[0]
        size = Theme.current().icon_size(ICON)
        right = first.right() + 1 - self._badge_width(row)
        signs = abilities(row.offer.facts)
        left = right - len(signs) * (size + GAP // 2)
        return [
            (QRect(left + n * (size + GAP // 2), first.top(), size, first.height()), sign.text)
            for n, sign in enumerate(signs)
        ]

    def price_place(self, place: QRect, row: Row) -> QRect:
        second = _lines(place)[1]
        words = price_words(row) if row.offer is not None else ""
        width = text_width(_figures(), words) if words else 0
        return QRect(second.right() + 1 - width, second.top(), width, second.height())

    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        theme = Theme.current()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        place: QRect = option.rect
        if row.choice == self.chosen:
            panel(painter, place, theme.radius("control"), theme.color("accent-soft-strong"))
        elif is_current or is_hovered:
            fill = theme.color("fill-hover" if is_current and is_hovered else "fill")
            panel(painter, place, theme.radius("control"), fill)
        if is_current:
            ring = theme.color("focus-ring")
            panel(painter, place.adjusted(1, 1, -1, -1), theme.radius("control"), None, ring, 2)
        if row.choice == self.chosen:
            size = theme.icon_size(ICON)
            tick = QRect(place.left() + PADDING, place.top(), size, place.height())
            icon_at(painter, tick, "check", "accent-text", size)
        self._paint_first(painter, place, row)
        self._paint_second(painter, place, row)

    def _paint_first(self, painter: QPainter, place: QRect, row: Row) -> None:
        theme = Theme.current()
        first = _lines(place)[0]
        signs = self.ability_places(place, row)
        edge = signs[0][0].left() if signs else first.right() + 1 - self._badge_width(row)
        font = theme.font("base")
        font.setWeight(theme.font("tiny").weight())
        is_gone = row.standing is Standing.GONE
        font.setStrikeOut(is_gone)
        text = typed_words(row) if row.kind is Kind.TYPED else row.text
        room = QRect(first.left(), first.top(), edge - GAP - first.left(), first.height())
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        text_in(painter, room, shown, font, theme.color("text-quiet" if is_gone else "text"))
        if row.offer is None:
            return
        for (spot, _text), sign in zip(signs, abilities(row.offer.facts), strict=True):
            icon_at(painter, spot, sign.icon, "text-quiet", theme.icon_size(ICON))
        if row.standing is Standing.ENDING:
            self._paint_badge(painter, first, row)

    def _paint_badge(self, painter: QPainter, first: QRect, row: Row) -> None:
        theme = Theme.current()
        width = self._badge_width(row) - GAP
        height = min(theme.px(20), first.height())
        top = first.top() + (first.height() - height) // 2
        spot = QRect(first.right() + 1 - width, top, width, height)
        border = theme.color("warn") if theme.is_high_contrast else None
        panel(painter, spot, theme.radius("tag"), theme.color("warn-soft"), border)
        font, color = theme.font("key"), theme.color("warn")
        text_in(painter, spot, end_words(row), font, color, Qt.AlignmentFlag.AlignHCenter)

    def _paint_second(self, painter: QPainter, place: QRect, row: Row) -> None:
        theme = Theme.current()
        second, price = _lines(place)[1], self.price_place(place, row)
        if row.offer is not None:
            text_in(painter, price, price_words(row), _figures(), theme.color("text-quiet"))
        font = theme.font("secondary")
        successor = self.successor_place(place, row)
        text = self._second(row) + (ARROW if not successor.isNull() else "")
        room = QRect(
            second.left(), second.top(), price.left() - GAP - second.left(), second.height()
        )
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        text_in(painter, room, shown, font, theme.color("text-quiet"))
        if not successor.isNull() and row.offer is not None:
            left = max(0, price.left() - GAP - successor.left())
            name = metrics.elidedText(row.offer.facts.successor, Qt.TextElideMode.ElideRight, left)
            text_in(painter, successor, name, font, theme.color("accent-text"))

    def _second(self, row: Row) -> str:
        return second_line(row, with_connection=self.with_connection)

    def _badge_width(self, row: Row) -> int:
        if row.standing is not Standing.ENDING:
            return 0
        return text_width(Theme.current().font("key"), end_words(row)) + 16 + GAP


def _lines(place: QRect) -> tuple[QRect, QRect]:
    """The two lines of a row, right of where the tick stands."""
    theme = Theme.current()
    left = place.left() + PADDING + theme.icon_size(ICON) + GAP
    width = place.right() - PADDING - left
    height = theme.line("base") + theme.line("secondary")
    top = place.top() + (place.height() - height) // 2
    first = QRect(left, top, width, theme.line("base"))
    return first, QRect(left, first.bottom() + 1, width, theme.line("secondary"))


def _figures() -> QFont:
    return Theme.current().font("secondary", tabular_figures=True)


def _line(painter: QPainter, place: QRect, text: str, style: str, role: str) -> None:
    theme = Theme.current()
    font = theme.font(style)
    room = place.adjusted(PADDING, 0, -PADDING, 0)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    text_in(painter, room, shown, font, theme.color(role))
