"""The quiet line under a field, with an icon where it has a meaning."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label

ROLES = {"ok": "ok", "warn": "warn", "error": "error", "": "text-quiet"}


class Hint(QWidget):
    """One line or more in small type; away while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ""
        self._level = ""
        self._mark = QLabel()
        self._text = Label(style="secondary", role="text-quiet")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        Theme.current().changed.connect(self._paint_mark)
        self.hide()

    def show_hint(self, text: str, *, icon: str = "", level: str = "") -> None:
        """`level` is ok, warn, error or empty: the colour of the icon."""
        self._icon = icon
        self._level = level
        self._text.setText(text)
        self._paint_mark()
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._text.text()

    def _paint_mark(self) -> None:
        self._mark.setVisible(bool(self._icon))
        if self._icon:
            theme = Theme.current()
            size = theme.icon_size(16)
            pixmap = theme.pixmap(self._icon, ROLES[self._level], size, self.devicePixelRatioF())
            self._mark.setPixmap(pixmap)
            self._mark.setFixedHeight(theme.line("secondary"))
