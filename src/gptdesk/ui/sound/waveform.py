"""A sound as bars, and its pieces as lines under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gptdesk.ui.sound.clock import spoken_time
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

BAR, GAP = 3, 2
HEIGHT = 48
LOWEST = 4
STEP, LEAP = 5.0, 30.0
"""Seconds that an arrow key and a page key move."""

UNITS = 100
"""Steps of the slider in a second, for screen readers."""


class PieceState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a long job, as long as `seconds`; `fraction` of it is done while it runs."""

    seconds: float
    state: PieceState = PieceState.WAITING
    fraction: float = 0.0
    label: str = ""


class Waveform(QSlider):
    """Bars over the length of a sound; pressed and moved along, it asks for a position.

    For screen readers it is a slider that speaks minutes and seconds.

    Signals:
        sought: the seconds that the person wants to hear from.
        toggled: the space bar was pressed.
    """

    sought = Signal(float)
    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = Theme.current()
        self._peaks = b""
        self._position = self._duration = 0.0
        self._loop: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", 6)
        self._theme.changed.connect(self._restyle)

    def set_peaks(self, peaks: bytes) -> None:
        """One byte for each equal part of the sound."""
        self._peaks = peaks
        self.update()

    def set_duration(self, seconds: float) -> None:
        self._duration = max(0.0, seconds)
        self.setRange(0, round(self._duration * UNITS))
        self.update()

    def set_position(self, seconds: float) -> None:
        self._position = max(0.0, seconds)
        self.setValue(round(self._position * UNITS))
        self.update()

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        self._loop = loop
        self.update()

    @property
    def spoken(self) -> str:
        """What a screen reader says for the value."""
        return translate("Waveform", "{position} of {duration}").format(
            position=spoken_time(self._position), duration=spoken_time(self._duration)
        )

    def sizeHint(self) -> QSize:
        return QSize(240, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._theme.px(HEIGHT))

    def bars(self) -> list[float]:
        """The height of each bar from 0 to 1: the loudest moment of its part."""
        count = max(1, (self.width() + GAP) // (BAR + GAP))
        peaks = self._peaks
        if not peaks:
            return [0.0] * count
        top = max(max(peaks), 32)
        heights = []
        for bar in range(count):
            begin = bar * len(peaks) // count
            end = max(begin + 1, (bar + 1) * len(peaks) // count)
            heights.append(max(peaks[begin:end]) / top)
        return heights

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_loop(painter)
        played = self._x(self._position)
        done, rest = self._theme.color("accent-text"), self._theme.color("wave")
        for bar, height in enumerate(self.bars()):
            x = bar * (BAR + GAP)
            tall = max(LOWEST, height * self.height())
            area = QRectF(x, (self.height() - tall) / 2, BAR, tall)
            is_played = self._duration > 0 and x + BAR / 2 <= played and played > 0
            panel(painter, area, BAR / 2, done if is_played else rest)
        if self._theme.is_high_contrast and self._duration:
            panel(painter, QRectF(played - 1, 0, 2, self.height()), 0, self._theme.color("text"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._seek(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
            return
        target = self._target(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.sought.emit(max(0.0, min(self._duration, target)))

    def _target(self, key: Qt.Key) -> float | None:
        moves = {
            Qt.Key.Key_Left: -STEP,
            Qt.Key.Key_Down: -STEP,
            Qt.Key.Key_Right: STEP,
            Qt.Key.Key_Up: STEP,
            Qt.Key.Key_PageDown: -LEAP,
            Qt.Key.Key_PageUp: LEAP,
        }
        if key == Qt.Key.Key_Home:
            return 0.0
        if key == Qt.Key.Key_End:
            return self._duration
        return self._position + moves[key] if key in moves else None

    def _seek(self, x: float) -> None:
        if self._duration:
            self.sought.emit(max(0.0, min(1.0, x / max(1, self.width()))) * self._duration)

    def _x(self, seconds: float) -> float:
        return seconds / self._duration * self.width() if self._duration else 0.0

    def _draw_loop(self, painter: QPainter) -> None:
        if self._loop is None or not self._duration:
            return
        begin, end = (self._x(moment) for moment in self._loop)
        area = QRectF(begin, 0, max(2.0, end - begin), self.height())
        outline = self._theme.color("text") if self._theme.is_high_contrast else None
        panel(painter, area, 4, self._theme.color("accent-soft-strong"), outline)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def widths(pieces: Sequence[Piece], room: int, gap: int) -> list[tuple[float, float]]:
    """Where each piece begins and ends, as wide as it is long, with gaps between."""
    total = sum(piece.seconds for piece in pieces) or 1.0
    usable = max(0, room - gap * (len(pieces) - 1))
    places, x = [], 0.0
    for piece in pieces:
        width = usable * piece.seconds / total
        places.append((x, x + width))
        x += width + gap
    return places
