"""A sound as a row of bars: what was heard is in the accent colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.domain.speech import PEAKS
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

BAR = 3
STEP = 5
HEIGHT = 44
LOWEST = 4
SKIP = 5.0


class Waveform(QWidget):
    """Shows the whole sound; pressed anywhere, it wants to be heard from there.

    Signals:
        sought: seconds from the beginning.
    """

    sought = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._peaks = b""
        self._ready = 0.0
        self._whole = 0.0
        self._time = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_sound(self, peaks: bytes, ready: float, whole: float) -> None:
        """Loudness of what is ready; `whole` is how long all of it will be, reckoned."""
        self._peaks, self._ready, self._whole = peaks, ready, max(ready, whole)
        self.update()

    def set_time(self, seconds: float) -> None:
        if seconds != self._time:
            self._time = seconds
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        played, rest = self._theme.color("accent-text"), self._theme.color("wave")
        quiet = self._theme.color("track")
        for x in range(0, self.width() - BAR + 1, STEP):
            begins, ends = self._seconds(x), self._seconds(x + STEP)
            is_ready = begins < self._ready
            height = self._height(begins, ends) if is_ready else LOWEST
            color = played if is_ready and begins < self._time else rest if is_ready else quiet
            bar = QRectF(x, (self.height() - height) / 2, BAR, height)
            panel(painter, bar, BAR / 2, color)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.sought.emit(min(self._seconds(event.position().x()), self._ready))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -SKIP, Qt.Key.Key_Right: SKIP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.sought.emit(max(0.0, min(self._ready, self._time + step)))

    def _seconds(self, x: float) -> float:
        return max(0.0, x) / max(1, self.width()) * self._whole

    def _height(self, begins: float, ends: float) -> float:
        """Without loudness a calm row: nobody has decoded this sound."""
        if not self._peaks:
            return LOWEST * 2
        first = int(begins * PEAKS)
        part = self._peaks[first : max(first + 1, int(ends * PEAKS))]
        loud: float = (max(part, default=0) / 255) ** 0.7
        return max(float(LOWEST), loud * self.height())
