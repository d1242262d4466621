"""A part of the panel that can be opened and closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.widgets.buttons import Button


class Fold(QWidget):
    """A button with what it opens below it.

    Signals:
        toggled: it was opened (True) or closed.
    """

    toggled = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self.button = Button(
            kind="soft", icon=icon, trailing_icon="chevron-down", small=True, parent=self
        )
        self.button.setObjectName(name)
        self.inside = QWidget(self)
        self.inside.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.inside)
        self.button.clicked.connect(self._on_clicked)

    @property
    def is_open(self) -> bool:
        return not self.inside.isHidden()

    def set_title(self, text: str, tip: str = "") -> None:
        self.button.setText(text)
        self.button.setAccessibleName(text)
        self.button.setToolTip(tip)

    def set_open(self, is_open: bool) -> None:
        self.inside.setVisible(is_open)
        self.button.set_trailing_icon("chevron-up" if is_open else "chevron-down")

    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit(self.is_open)
