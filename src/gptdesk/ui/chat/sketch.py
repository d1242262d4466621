"""The Chat page as the first paint shows it, before there is anything to use."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.chat.frame import (
    COMPOSER_WIDTH,
    EDGE,
    HEADER_HEIGHT,
    SIDE_EDGE,
    SIDE_WIDTH,
    is_narrow,
)
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import flood, hairline, icon_at, panel


class ChatSketch(QWidget):
    """Draws the large shapes where the page will have them; a moment later the page covers it."""

    def side_width(self) -> int:
        return 0 if is_narrow(self.width()) else Theme.current().px(SIDE_WIDTH)

    def new_place(self) -> QRect:
        """Where the button for a new chat will be."""
        box = Theme.current().px(36)
        return QRect(self.side_width() - SIDE_EDGE - 2 - box, SIDE_EDGE, box, box)

    def search_place(self) -> QRect:
        height = Theme.current().px(33) + 3  # as the style sheet adds it up
        return QRect(SIDE_EDGE, SIDE_EDGE, self.new_place().x() - 8 - SIDE_EDGE, height)

    def composer_place(self) -> QRect:
        """As it is while it is empty: one line of text above the tools."""
        theme = Theme.current()
        line = QFontMetrics(theme.font("reading")).lineSpacing()
        height = 14 + line + 4 + 8 + theme.px(36) + 8
        left = self.side_width()
        room = self.width() - left
        # The stretches beside it take a pixel each where it has not its full width
        width = min(room - 2 * (EDGE + 1), theme.px(COMPOSER_WIDTH))
        return QRect(left + (room - width) // 2, self.height() - EDGE - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        flood(painter, self.rect(), theme.color("surface"))
        side = self.side_width()
        if side:
            self._draw_side(painter, side)
        bottom = theme.px(HEADER_HEIGHT)
        hairline(painter, side, bottom - 1, self.width(), bottom)
        fill, border = theme.color("surface-raised"), theme.color("button-border")
        panel(painter, self.composer_place(), theme.radius("card"), fill, border)

    def _draw_side(self, painter: QPainter, width: int) -> None:
        theme = Theme.current()
        flood(painter, QRect(0, 0, width, self.height()), theme.color("surface-sunken"))
        hairline(painter, width - 1, 0, width, self.height())
        radius = theme.radius("control")
        panel(painter, self.search_place(), radius, theme.color("fill"))
        panel(painter, self.new_place(), radius, theme.color("accent-soft"))
        icon_at(painter, self.new_place(), "square-pen", "accent-text", theme.icon_size(20))
