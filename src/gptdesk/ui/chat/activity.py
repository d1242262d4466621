"""The line above the composer that says what is going on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import ElidedLabel, LinkLabel
from gptdesk.ui.widgets.painting import icon_at
from gptdesk.ui.widgets.turning import Turning

DOT = 5
DOTS = 3
GAP = 6
FAINT = 0.35


class ActivityLine(QWidget):
    """Three dots and a sentence, and perhaps one word that can be pressed.

    Signals:
        pressed: the word at the end was pressed.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.activity")
        self._dots = _Dots(self)
        self._icon = _Icon(self)
        self._text = ElidedLabel(style="secondary", role="text-quiet", parent=self)
        self._link = LinkLabel(parent=self)
        self._link.activated.connect(self.pressed)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._dots)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        layout.addWidget(self._link)
        layout.addStretch(1)
        self.say("")

    def set_flush(self) -> None:
        """Without the margins that put it in line with the text of the composer."""
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, *, link: str = "", moving: bool = True, icon: str = "") -> None:
        """Show a sentence; an empty one takes the line away."""
        self._icon.set_name(icon)
        self._text.setText(text)
        self._text.updateGeometry()
        self.setAccessibleName(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._dots.setVisible(moving and bool(text))
        self.setVisible(bool(text))


class _Icon(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setVisible(bool(name))
        self.update()

    def sizeHint(self) -> QSize:
        size = Theme.current().icon_size(16)
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            icon_at(QPainter(self), self.rect(), self._name, "text-quiet", self.width())


class _Dots(QWidget):
    """Three dots that light up in turn while they are visible."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._turning: Turning | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(DOTS * DOT + (DOTS - 1) * GAP, DOT + 2)

    def showEvent(self, event: QEvent) -> None:
        if self._turning is None:
            self._turning = Turning(self)

    def hideEvent(self, event: QEvent) -> None:
        if self._turning is not None:
            self._turning.stop()
            self._turning.deleteLater()
            self._turning = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        lit = int(self._turning.turn * DOTS) if self._turning is not None else 0
        for number in range(DOTS):
            color = Theme.current().color("accent-text")
            color.setAlphaF(1.0 if number == lit else FAINT)
            painter.setBrush(color)
            painter.drawEllipse(number * (DOT + GAP), 1, DOT, DOT)
