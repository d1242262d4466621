"""A text that can be marked and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gptdesk.ui.theme.theme import Theme


class Selectable(QLabel):
    """Unlike a Label it takes the keyboard, so that a path can be copied without a mouse."""

    def __init__(self, parent: QWidget | None = None, *, style: str = "base") -> None:
        super().__init__(parent)
        self._style = style
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("focusRadius", 2)
        Theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(Theme.current().font(self._style))
