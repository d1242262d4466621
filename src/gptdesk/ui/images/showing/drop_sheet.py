"""Lies over the page while pictures are dragged across it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

MARGIN = 16


class DropSheet(QWidget):
    """The page below it takes what is dropped."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("images.drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, area: QRect) -> None:
        self.setAccessibleName(_text())
        self.setGeometry(area)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        veil = theme.color("surface")
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        area = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        radius = theme.radius("card")
        panel(painter, area, radius, theme.color("accent-soft"))
        painter.setPen(QPen(theme.color("accent-text"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)
        middle, size = area.center().y(), theme.icon_size(24)
        place = QRect(area.left(), middle - size - 8, area.width(), size)
        icon_at(painter, place, "image", "accent-text", size)
        line = QRect(area.left(), middle + 8, area.width(), theme.line("heading"))
        centre = Qt.AlignmentFlag.AlignHCenter
        text_in(painter, line, _text(), theme.font("strong"), theme.color("text"), centre)


def _text() -> str:
    return translate("Images", "Drop pictures here to change them or to use them as examples")
