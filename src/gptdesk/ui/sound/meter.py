"""How loud the microphone hears it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

HEIGHT = 8
FALL = 0.08
"""How much the bar sinks with each value, so that it does not flicker."""

TOO_LOUD = 0.985


class LevelMeter(QProgressBar):
    """A bar from silence to full; it turns to the warning colour, and says so, where it clips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._level = 0.0
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)
        self._retranslate()

    @property
    def level(self) -> float:
        return self._level

    @property
    def is_too_loud(self) -> bool:
        return self._level >= TOO_LOUD

    def set_level(self, level: float) -> None:
        self._level = max(min(1.0, level), self._level - FALL, 0.0)
        self.setValue(round(self._level * 100))
        self.update()

    def reset(self) -> None:
        self._level = 0.0
        self.setValue(0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = self.height() / 2
        outline = self._theme.color("text") if self._theme.is_high_contrast else None
        panel(painter, self.rect(), radius, self._theme.color("track"), outline)
        role = "warn" if self.is_too_loud else "accent-text"
        if self._level > 0:
            width = max(float(self.height()), self._level * self.width())
            panel(painter, QRectF(0, 0, width, self.height()), radius, self._theme.color(role))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("LevelMeter", "Loudness of the microphone"))
        self.setToolTip(
            translate(
                "LevelMeter",
                "Speak as you will speak: the bar should move in its upper half and not reach "
                "the end.",
            )
        )
