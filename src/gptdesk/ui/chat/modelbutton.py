"""The quiet button that names the model and opens the choice of models."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width

HEIGHT = 32
WIDEST = 260
PADDING = 10
GAP = 6


class ModelButton(QAbstractButton):
    """A word and an arrow; a long name is cut, its whole stands in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.model")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        Theme.current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        width = text_width(theme.font("label"), self.text()) + self._icon_size() + GAP
        return QSize(min(width + 2 * PADDING, theme.px(WIDEST)), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(72), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("fill-pressed" if self.isDown() else "fill"))
            radius = theme.radius("control")
            painter.drawRoundedRect(self.rect(), radius, radius)
        size = self._icon_size()
        room = self.width() - 2 * PADDING - size - GAP
        font = theme.font("label")
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        place = QRect(PADDING, 0, room, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        arrow = theme.pixmap("chevron-down", "text", size, self.devicePixelRatioF())
        left = PADDING + text_width(font, words) + GAP
        painter.drawPixmap(left, (self.height() - size) // 2, arrow)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def _icon_size(self) -> int:
        return Theme.current().icon_size(16)
