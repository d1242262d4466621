"""How far something is: a bar, a ring, and a spinner for work without a measure."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import arc, panel, spinner_arc
from gptdesk.ui.widgets.turning import Turning

HEIGHT = 4
SPAN = 0.3
"""How much of the bar moves along while the end is unknown."""


class ProgressBar(QProgressBar):
    """4 px; the words belong beside it. With a maximum of 0 a piece moves along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._turning: Turning | None = None
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_fraction(self, fraction: float | None) -> None:
        """From 0 to 1, or None while nobody knows."""
        self.setRange(0, 0 if fraction is None else 1000)
        if fraction is not None:
            self.setValue(round(fraction * 1000))
        self._turn_if_needed()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn_if_needed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - HEIGHT) // 2
        panel(painter, QRect(0, top, self.width(), HEIGHT), 2, self._theme.color("track"))
        start, end = self._part()
        done = QRectF(start * self.width(), top, (end - start) * self.width(), HEIGHT)
        panel(painter, done, 2, self._theme.color("accent-text"))

    def _part(self) -> tuple[float, float]:
        if self.maximum() > self.minimum():
            return 0.0, (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        turn = self._turning.turn if self._turning is not None else 0.0
        start = turn * (1 + SPAN) - SPAN
        return max(0.0, start), min(1.0, start + SPAN)

    def _turn_if_needed(self) -> None:
        is_unknown = self.maximum() == self.minimum()
        if is_unknown and self.isVisible() and self._turning is None:
            self._turning = Turning(self)
        elif not is_unknown:
            self._stop()

    def _stop(self) -> None:
        if self._turning is not None:
            self._turning.stop()
            self._turning.deleteLater()
            self._turning = None
        self.update()


class ProgressRing(QWidget):
    """A fraction as a ring, 16 to 20 px; the words belong beside it."""

    def __init__(self, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._fraction = 0.0
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    @property
    def fraction(self) -> float:
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        self._fraction = max(0.0, min(1.0, fraction))
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.icon_size(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = max(2.0, self.width() / 8)
        area = QRectF(self.rect())
        arc(painter, area, self._theme.color("track"), 0, 1, width)
        if self._fraction > 0:
            arc(painter, area, self._theme.color("accent-text"), 0, self._fraction, width)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Spinner(QWidget):
    """Turns while it is visible."""

    def __init__(self, size: int = 16, *, role: str = "accent-text", parent: QWidget | None = None):
        super().__init__(parent)
        self._size, self._role = size, role
        self._theme = Theme.current()
        self._turning: Turning | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        side = self._theme.icon_size(self._size)
        return QSize(side, side)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._turning is None:
            self._turning = Turning(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._turning is not None:
            self._turning.stop()
            self._turning.deleteLater()
            self._turning = None

    def paintEvent(self, event: QPaintEvent) -> None:
        turn = self._turning.turn if self._turning is not None else 0.0
        color = self._theme.color(self._role)
        spinner_arc(QPainter(self), QRectF(self.rect()), color, turn)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
