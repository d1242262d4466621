"""The round button of a player."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.painting import icon_at, panel

SIDE = 44


class PlayButton(IconButton):
    """44 px, round, in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("play", kind="primary", size=SIDE, parent=parent)
        self.setProperty("focusRadius", SIDE)

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, role = self._colors()
        panel(painter, self.rect(), self.height() / 2, fill, border)
        size = self._theme.icon_size(20)
        place = QRect(self.rect())
        if self._icon == "play":
            place.translate(self._theme.px(1), 0)  # a triangle looks centred a little to the right
        icon_at(painter, place, self._icon, role, size)
