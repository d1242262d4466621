"""A line with a tick before it: something that is in order."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import icon_at


class Tick(QWidget):
    """Takes no room while it has no text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._text = Label(style="secondary", parent=self)
        self._text.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._text)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def set_text(self, text: str) -> None:
        self._text.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._theme.icon_size(16)
        place = QRect(0, 0, size, self._theme.line("secondary"))
        icon_at(QPainter(self), place, "check", "ok", size)

    def _restyle(self) -> None:
        self._layout.setContentsMargins(self._theme.icon_size(16) + 8, 0, 0, 0)
        self.update()
