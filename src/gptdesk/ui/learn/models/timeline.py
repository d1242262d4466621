"""What is switched off when, drawn as a line with today on it; each day is a button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEvent,
    QLocale,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.learn.models.ending_label import EndingLabel
from gptdesk.ui.learn.models.endings import Ending, Span, lanes, span
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import flood, panel, text_in

translate = QCoreApplication.translate

DOT = 5
LANES = 4
"""Two above the line and two below it; the outer ones are only used where it is narrow."""


class Timeline(QWidget):
    """Signals:
    day_chosen: the person wants to see what is switched off on that day (a date).
    """

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.models.timeline")
        self._theme = Theme.current()
        self._today = date.min
        self._span = Span(date.min, date.max)
        self._labels: list[EndingLabel] = []
        self._lanes: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._place)
        self._retranslate()

    def show_endings(self, found: Sequence[Ending], today: date) -> None:
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._today, self._span = today, span(found, today)
        shown = [one for one in found if self._span.first <= one.day <= self._span.last]
        self._labels = [EndingLabel(one, today, self) for one in shown]
        for label in self._labels:
            label.chosen.connect(self.day_chosen)
            label.show()
        self._place()

    def labels(self) -> list[EndingLabel]:
        return list(self._labels)

    def sizeHint(self) -> QSize:
        return QSize(600, self._line_y() + self._below() + self._theme.line("tiny") + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The dots belong to their labels."""
        place = event.position()
        if abs(place.y() - self._line_y()) > 2 * DOT:
            return
        for label in self._labels:
            if abs(self._x(label.ending.day) - place.x()) <= 2 * DOT:
                self.day_chosen.emit(label.ending.day)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        y, today = self._line_y(), self._x(self._today)
        flood(painter, QRect(0, y - 1, today, 2), color("text-disabled"))
        flood(painter, QRect(today, y - 1, self.width() - today, 2), color("hairline"))
        foot = QRect(0, self.height() - self._theme.line("tiny") - 4, self.width(), 0)
        self._paint_months(painter, y, foot.top(), today)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label in self._labels:
            role = "text-disabled" if label.is_gone else "warn"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("surface"))
            middle = QPointF(self._x(label.ending.day), y)
            painter.drawEllipse(middle, DOT + 3, DOT + 3)
            painter.setBrush(color(role))
            painter.drawEllipse(middle, DOT, DOT)
        flood(painter, QRect(today - 1, 0, 2, foot.top()), color("accent-text"))
        self._paint_today(painter, foot.top(), today)

    def _paint_months(self, painter: QPainter, y: int, top: int, today: int) -> None:
        font = self._theme.font("tiny")
        half = self._today_width() // 2 + 6
        free = 0
        for month in self._span.months():
            x = self._x(month)
            flood(painter, QRect(x, y - 4, 1, 8), self._theme.color("text-disabled"))
            text = _month_text(month, is_first=free == 0)
            width = text_width(font, text)
            is_covered = today - half < x + width and x < today + half
            if x < free or is_covered or x + width > self.width():
                continue
            place = QRect(x, top, width, self._theme.line("tiny"))
            text_in(painter, place, text, font, self._theme.color("text-quiet"))
            free = x + width + 8

    def _paint_today(self, painter: QPainter, top: int, x: int) -> None:
        width = self._today_width()
        box = QRect(x - width // 2, top - 2, width, self._theme.line("tiny") + 6)
        color = self._theme.color
        border = color("accent-text") if self._theme.is_high_contrast else None
        panel(painter, box, self._theme.radius("tag"), color("accent-soft"), border)
        middle = Qt.AlignmentFlag.AlignHCenter
        font = self._theme.font("key")
        text_in(painter, box, self._today_text(), font, color("accent-text"), middle)

    def _today_text(self) -> str:
        return translate("Explorer", "Today")

    def _today_width(self) -> int:
        return text_width(self._theme.font("key"), self._today_text()) + 16

    def _x(self, day: date) -> int:
        return round(self._span.part(day) * (self.width() - 2 * DOT)) + DOT

    def _block(self) -> int:
        return self._theme.line("section") + self._theme.line("secondary")

    def _above(self) -> int:
        return 2 if any(lane == 3 for lane in self._lanes) else 1

    def _below(self) -> int:
        rows = 2 if any(lane == 2 for lane in self._lanes) else 1
        return rows * self._block() + 14

    def _line_y(self) -> int:
        return self._above() * self._block() + 12

    def _place(self) -> None:
        """Give each label a lane, and the room until the next one in it."""
        self._lanes = lanes(
            [(float(self._left(label)), label.least_width()) for label in self._labels], LANES
        )
        block, y = self._block(), self._line_y()
        tops = {0: y + 12, 1: y - 12 - block, 2: y + 12 + block, 3: y - 12 - 2 * block}
        for number, label in enumerate(self._labels):
            left, end = self._left(label), self.width()
            if label.ending.day <= self._today:
                end = self._x(self._today) - 8
            for later, lane in enumerate(self._lanes[number + 1 :], start=number + 1):
                if lane == self._lanes[number]:
                    end = min(end, self._left(self._labels[later]) - 12)
                    break
            width = max(24, min(label.sizeHint().width(), end - left))
            label.setGeometry(left, tops[self._lanes[number]], width, block)
        self.updateGeometry()
        self.update()

    def _left(self, label: EndingLabel) -> int:
        wide = round(label.least_width())
        return max(0, min(self._x(label.ending.day) - DOT, self.width() - wide))

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Explorer", "What is switched off when"))
        self.update()


def _month_text(month: date, *, is_first: bool) -> str:
    shape = translate("Explorer", "MMM", "form of a month")
    if is_first or month.month == 1:
        shape = translate("Explorer", "MMM yyyy", "form of a month with its year")
    return QLocale().toString(QDate(month.year, month.month, 1), shape)
