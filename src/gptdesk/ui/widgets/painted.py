"""What all buttons share: their colours in each state, and following the theme."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import spinner_arc
from gptdesk.ui.widgets.turning import Turning

GAP = 8
PADDING = 14


class Look(NamedTuple):
    """The colour roles of one kind of button; empty means none."""

    rest: str
    hover: str
    pressed: str
    text: str
    border: str = ""
    pressed_border: str = ""


LOOKS = {
    "primary": Look("accent", "accent-hover", "accent-pressed", "on-accent"),
    "line": Look("", "fill", "fill-pressed", "text", "button-border", "button-border"),
    "soft": Look("fill", "fill-hover", "fill-pressed", "text"),
    "tint": Look(
        "accent-soft", "accent-soft-strong", "accent-soft-strong", "accent-text", "", "accent-text"
    ),
    "ghost": Look("", "fill", "fill-pressed", "text-quiet"),
    "link": Look("", "", "", "accent-text"),
    "stop": Look("fill-pressed", "fill-hover", "fill", "text"),
}


class Painted(QPushButton):
    """What all buttons share: states, colours, and following the theme."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._theme = Theme.current()
        self._turning: Turning | None = None
        self.setAutoDefault(True)  # so that Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme.changed.connect(self._restyle)

    @property
    def kind(self) -> str:
        return self._kind

    def set_kind(self, kind: str) -> None:
        self._kind = kind
        self.update()

    @property
    def is_busy(self) -> bool:
        return self._turning is not None

    def set_busy(self, busy: bool) -> None:
        """Show that its work is under way; its width stays."""
        if busy == self.is_busy:
            return
        if self._turning is not None:
            self._turning.stop()
            self._turning.deleteLater()
        self._turning = Turning(self) if busy else None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colors(self) -> tuple[QColor | None, QColor | None, str]:
        """Fill, outline and the role of the text, for the state it is in."""
        look = LOOKS[self._kind]
        if not self.isEnabled():
            return self._color("" if self._kind == "link" else "fill"), None, "text-disabled"
        fill, border = look.rest, look.border
        if self.isDown() or self.isChecked():
            fill, border = look.pressed, look.pressed_border
        elif self.underMouse():
            fill = look.hover
        if self._theme.is_high_contrast and self._kind in ("soft", "tint", "stop"):
            border = "button-border"
        return self._color(fill), self._color(border), look.text

    def _color(self, role: str) -> QColor | None:
        return self._theme.color(role) if role else None

    def _spin(self, painter: QPainter, rect: QRect, role: str) -> None:
        assert self._turning is not None
        size = min(rect.width(), self._theme.icon_size(16))
        corner = QPointF(rect.x(), rect.center().y() + 1 - size / 2)
        area = QRectF(corner, QSize(size, size))
        spinner_arc(painter, area, self._theme.color(role), self._turning.turn)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
