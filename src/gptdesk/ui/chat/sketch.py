"""The Chat page as the first paint shows it, before there is anything to use."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
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

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        flood(painter, self.rect(), theme.color("surface"))
        side = 0 if is_narrow(self.width()) else theme.px(SIDE_WIDTH)
        if side:
            self._draw_side(painter, side)
        bottom = theme.px(HEADER_HEIGHT)
        hairline(painter, side, bottom - 1, self.width(), bottom)
        self._draw_composer(painter, side)

    def _draw_side(self, painter: QPainter, width: int) -> None:
        theme = Theme.current()
        flood(painter, QRect(0, 0, width, self.height()), theme.color("surface-sunken"))
        hairline(painter, width - 1, 0, width, self.height())
        box = theme.px(36)
        button = QRect(width - SIDE_EDGE - 1 - box, SIDE_EDGE, box, box)
        field = QRect(SIDE_EDGE, SIDE_EDGE, button.x() - 8 - SIDE_EDGE, box)
        radius = theme.radius("control")
        panel(painter, field, radius, theme.color("fill"))
        panel(painter, button, radius, theme.color("accent-soft"))
        icon_at(painter, button, "square-pen", "accent-text", theme.icon_size(20))

    def _draw_composer(self, painter: QPainter, left: int) -> None:
        theme = Theme.current()
        line = int(QFontMetricsF(theme.font("reading")).lineSpacing() + 0.5)
        height = 14 + line + 4 + 8 + theme.px(36) + 8
        room = self.width() - left
        width = min(room - 2 * EDGE, theme.px(COMPOSER_WIDTH))
        place = QRect(
            left + (room - width) // 2, self.height() - EDGE - height, width, height
        )
        fill, border = theme.color("surface-raised"), theme.color("button-border")
        panel(painter, place, theme.radius("card"), fill, border)
