"""How the cells of the explorer's tables are measured and drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from gptdesk.ui.learn.models.table import BADGES, Cell, Column, Look
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

PADDING = 10
GAP = 8
SIGN = 16
SIGN_STEP = 24
ROLES = {Look.QUIET: "text-quiet", Look.GONE: "text-quiet"}
BADGE_ROLES = {
    Look.OK: ("ok-soft", "ok"),
    Look.WARN: ("warn-soft", "warn"),
    Look.ERROR: ("error-soft", "error"),
}


def font_of(cell: Cell, column: Column) -> QFont:
    theme = Theme.current()
    if cell.look in BADGES:
        return theme.font("key")
    style = "strong" if cell.look is Look.STRONG else "base"
    font = theme.font(style, tabular_figures=column.is_number)
    if cell.look is Look.GONE:
        font.setStrikeOut(True)
    return font


def width_of(cell: Cell, column: Column) -> int:
    """Everything that is in it, without the space around."""
    theme = Theme.current()
    if cell.signs:
        return len(cell.signs) * theme.px(SIGN_STEP) - theme.px(SIGN_STEP - SIGN)
    width = text_width(font_of(cell, column), cell.text)
    if cell.look in BADGES:
        width += 16
    if cell.badge:
        width += GAP + _badge_width(cell.badge)
    return width


def draw_cell(painter: QPainter, room: QRect, cell: Cell, column: Column) -> None:
    theme = Theme.current()
    if cell.signs:
        _draw_signs(painter, room, cell)
        return
    font = font_of(cell, column)
    if cell.look in BADGES:
        fill, role = BADGE_ROLES[cell.look]
        _draw_badge(painter, room, cell.text, fill, role)
        return
    width = room.width() - (GAP + _badge_width(cell.badge) if cell.badge else 0)
    shown = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, width)
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    color = theme.color(ROLES.get(cell.look, "text"))
    text_in(painter, room, shown, font, color, side)
    if cell.badge:
        place = room.adjusted(text_width(font, shown) + GAP, 0, 0, 0)
        _draw_badge(painter, place, cell.badge, "accent-soft", "accent-text")


def _badge_width(text: str) -> int:
    return text_width(Theme.current().font("key"), text) + 16


def _draw_badge(painter: QPainter, room: QRect, text: str, fill: str, role: str) -> None:
    theme = Theme.current()
    height = theme.px(22)
    width = min(_badge_width(text), room.width())
    box = QRect(room.x(), room.y() + (room.height() - height) // 2, width, height)
    border = theme.color(role) if theme.is_high_contrast else None
    panel(painter, box, theme.radius("tag"), theme.color(fill), border)
    font = theme.font("key")
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width - 16)
    text_in(painter, box.adjusted(8, 0, -8, 0), shown, font, theme.color(role))


def _draw_signs(painter: QPainter, room: QRect, cell: Cell) -> None:
    theme = Theme.current()
    size, step = theme.icon_size(SIGN), theme.px(SIGN_STEP)
    for number, sign in enumerate(cell.signs):
        place = QRect(room.x() + number * step, room.y(), size, room.height())
        role = "text" if sign.is_there else "button-border"
        if theme.is_high_contrast and not sign.is_there:
            continue  # there is no pale there: what is absent is left out
        icon_at(painter, place, sign.icon, role, size)
