"""The buttons of the status line, which look like text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import icon_at
from gptdesk.ui.widgets.text_block import UNLIMITED, TextBlock

HEIGHT = 28


class FlatButton(QPushButton):
    """A button that looks like text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = Theme.current()
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRing", "inside")
        self.setProperty("focusRadius", 2)
        self.theme.changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw_hover(self, painter: QPainter) -> None:
        if self.underMouse():
            painter.fillRect(self.rect(), self.theme.color("fill-hover"))


class MonthButton(FlatButton):
    """What the month has cost; the way to the usage page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._is_near = "", False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def show_cost(self, text: str, is_near: bool, tip: str) -> None:
        self._source, self._is_near = text, is_near
        self.setText(self._block().plain)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon = self._icon() + 6 if self._is_near else 0
        return QSize(self._block().size(UNLIMITED)[0] + 8 + icon, self.theme.px(HEIGHT) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw_hover(painter)
        left = 4
        if self._is_near:  # never by colour alone
            place = QRect(left, 0, self._icon(), self.height())
            icon_at(painter, place, "triangle-alert", "warn", self._icon())
            left += self._icon() + 6
        line = self.theme.line("small")
        color, bold = self.theme.color("text-quiet"), self.theme.color("text")
        top = (self.height() - line) / 2
        align = Qt.AlignmentFlag.AlignLeft
        self._block().draw(painter, left, top, self.width(), color, align, bold)

    def _block(self) -> TextBlock:
        font = self.theme.font("small", tabular_figures=True)
        return TextBlock(self._source, font, self.theme.line("small"), marks=True)

    def _icon(self) -> int:
        return self.theme.icon_size(14)
