"""A value on a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel

KNOB = 16


class Slider(QSlider):
    """A value on a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(160, self._theme.icon_size(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self._theme.icon_size(20))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        knob = self._knob()
        center = self.rect().center().y() + 1
        track, done = self._theme.color("track"), self._theme.color("accent-text")
        if not self.isEnabled():
            done = self._theme.color("text-disabled")
        x = knob / 2 + self._fraction() * (self.width() - knob)
        panel(painter, QRectF(0, center - 2, self.width(), 4), 2, track)
        panel(painter, QRectF(0, center - 2, x, 4), 2, done)
        painter.setBrush(self._theme.color("surface"))
        painter.setPen(QPen(done, 2))
        painter.drawEllipse(QPointF(x, center), knob / 2 - 1, knob / 2 - 1)

    def _knob(self) -> int:
        return self._theme.icon_size(KNOB)

    def _fraction(self) -> float:
        span = self.maximum() - self.minimum()
        return (self.value() - self.minimum()) / span if span else 0.0

    def _move_to(self, x: float) -> None:
        room = max(1, self.width() - self._knob())
        fraction = max(0.0, min(1.0, (x - self._knob() / 2) / room))
        self.setValue(round(self.minimum() + fraction * (self.maximum() - self.minimum())))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
