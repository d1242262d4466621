"""What each day cost, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import hairline, panel, text_in

translate = QCoreApplication.translate

HEIGHT = 176
FOOT = 22
HEAD = 22
GAP = 0.28
WIDEST_BAR = 28


@dataclass(frozen=True, slots=True)
class Bar:
    """A day or a month: the short name under it, its full one, its height and what it says."""

    label: str
    name: str
    value: float
    text: str


class UsageChart(QWidget):
    """Painted by hand; those who listen to the screen get the same as a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.usage.chart")
        self._theme = Theme.current()
        self._bars: tuple[Bar, ...] = ()
        self._most = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def show_bars(self, bars: Sequence[Bar], most: str) -> None:
        """In order; `most` says how much the highest one is."""
        self._bars, self._most = tuple(bars), most
        paid = [f"{bar.name}: {bar.text}" for bar in bars if bar.value]
        nothing = translate("Costs", "Nothing was paid in this time.")
        self.setAccessibleName(translate("Costs", "Cost by day"))
        self.setAccessibleDescription("; ".join(paid) or nothing)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    def bar_rect(self, number: int) -> QRectF:
        """Where a bar stands; without height if nothing was paid."""
        room = self._room()
        step = room.width() / max(1, len(self._bars))
        width = min(step * (1 - GAP), self._theme.px(WIDEST_BAR))
        highest = max((bar.value for bar in self._bars), default=0.0)
        height = room.height() * self._bars[number].value / highest if highest else 0.0
        if self._bars[number].value:
            height = max(2.0, height)
        left = room.x() + step * number + (step - width) / 2
        return QRectF(round(left), room.bottom() + 1 - round(height), round(width), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self._room()
        quiet, font = self._theme.color("text-quiet"), self._font()
        hairline(painter, room.x(), room.bottom() + 1, room.right(), room.bottom() + 2)
        if self._most:
            hairline(painter, room.x(), room.top(), room.right(), room.top() + 1)
            head = QRect(room.x(), 0, room.width(), room.top() - 2)
            text_in(painter, head, self._most, font, quiet, Qt.AlignmentFlag.AlignRight)
        fill = self._theme.color("accent-text")
        for number, bar in enumerate(self._bars):
            if bar.value:
                panel(painter, self.bar_rect(number), 2, fill)
        self._draw_labels(painter, room)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos())
            text = f"{bar.name}: {bar.text}" if bar is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _draw_labels(self, painter: QPainter, room: QRect) -> None:
        """As many names as fit, each under its bar."""
        font, quiet = self._font(), self._theme.color("text-quiet")
        step = room.width() / max(1, len(self._bars))
        widest = max((text_width(font, bar.label) for bar in self._bars), default=0)
        every = max(1, round((widest + 10) / step + 0.499)) if step else 1
        for number, bar in enumerate(self._bars):
            if number % every:
                continue
            middle = room.x() + step * (number + 0.5)
            place = QRect(round(middle - widest / 2), room.bottom() + 4, widest, self._foot())
            text_in(painter, place, bar.label, font, quiet, Qt.AlignmentFlag.AlignHCenter)

    def _bar_at(self, place: QPoint) -> Bar | None:
        room = self._room()
        if not self._bars or not room.x() <= place.x() <= room.right():
            return None
        number = int((place.x() - room.x()) / (room.width() / len(self._bars)))
        return self._bars[min(number, len(self._bars) - 1)]

    def _room(self) -> QRect:
        head = self._theme.px(HEAD)
        return QRect(0, head, self.width(), self.height() - head - self._foot() - 2)

    def _foot(self) -> int:
        return self._theme.px(FOOT)

    def _font(self) -> QFont:
        return self._theme.font("small", tabular_figures=True)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
