"""The slow turn of everything that shows work under way."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

FRAME_MS = 33
TURN_MS = 900


class Turning(QTimer):
    """Repaints its widget while it is visible; stands still where the system asks for calm."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._since = QElapsedTimer()
        self._since.start()
        self.setInterval(FRAME_MS)
        self.timeout.connect(self._on_frame)
        if is_motion_wanted(widget):
            self.start()

    @property
    def turn(self) -> float:
        """How far round it is, from 0 to 1."""
        if not self.isActive():
            return 0.0
        return self._since.elapsed() % TURN_MS / TURN_MS

    def _on_frame(self) -> None:
        widget = self.parent()  # kept by Qt only: a reference here would outlive it
        if isinstance(widget, QWidget) and widget.isVisible():
            widget.update()


def is_motion_wanted(widget: QWidget) -> bool:
    from PySide6.QtWidgets import QStyle  # slow to load, and nothing turns at the start

    style = widget.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
