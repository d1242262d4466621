"""The round button that leads back to the newest message."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel

SIDE = 36


class JumpButton(Painted):
    """Seen only while newer messages are below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("soft", parent)
        self.setObjectName("chat.jump")
        self.setProperty("focusRadius", SIDE // 2)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def set_label(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        fill = color("fill-hover" if self.underMouse() else "surface-raised")
        panel(painter, self.rect(), self.width() / 2, fill, color("button-border"))
        icon_at(painter, self.rect(), "arrow-down", "text", self._theme.icon_size(20))
