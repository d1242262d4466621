"""A line of a form: a label, its control, and what is said about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label

LABEL_WIDTH = 112
SIDE_BY_SIDE = 480
"""Narrower than this the label stands above its control."""


class FormRow(QWidget):
    """Label and control beside each other, or above each other where room is short."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(style="label")
        self._label.setBuddy(control)
        self._label.setWordWrap(True)
        self._control = control
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._controls = QHBoxLayout()
        self._controls.setContentsMargins(0, 0, 0, 0)
        self._controls.setSpacing(8)
        if control.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum:
            self._controls.addWidget(control)
            self._controls.addStretch(1)
        else:
            self._controls.addWidget(control, 1)
        column.addLayout(self._controls)
        self._hints = column
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(6)
        self._is_stacked: bool | None = None
        self.set_stacked(False)
        Theme.current().changed.connect(self._measure)

    def set_label(self, text: str) -> None:
        self._label.setText(text)
        self._control.setAccessibleName(text)

    def add_beside(self, widget: QWidget) -> None:
        """Put another control to the right of the first."""
        self._controls.addWidget(widget)

    def add_hint(self, widget: QWidget) -> None:
        self._hints.addWidget(widget)

    def set_stacked(self, stacked: bool) -> None:
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        self._grid.removeWidget(self._label)
        self._grid.removeWidget(self._right)
        if stacked:
            self._grid.addWidget(self._label, 0, 0)
            self._grid.addWidget(self._right, 1, 0)
        else:
            self._grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._right, 0, 1)
        self._grid.setColumnStretch(0, 1 if stacked else 0)
        self._grid.setColumnStretch(1, 0 if stacked else 1)
        self._measure()

    def _measure(self) -> None:
        theme = Theme.current()
        if self._is_stacked:
            self._label.setMinimumSize(0, 0)
            self._label.setMaximumSize(16777215, 16777215)
        else:
            self._label.setFixedWidth(theme.px(LABEL_WIDTH))
            self._label.setMinimumHeight(theme.px(36))
