"""A quiet table of names and values that can be selected and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.settings.form_row import SIDE_BY_SIDE
from gptdesk.ui.settings.selectable import Selectable
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label


class Facts(QWidget):
    """One line for each fact; name above value where the room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: list[tuple[str, str]] = []
        self._lines: list[_Fact] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        Theme.current().changed.connect(self._measure)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        self._facts = list(facts)
        while len(self._lines) < len(self._facts):
            line = _Fact()
            self._lines.append(line)
            self._column.addWidget(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(self._facts))
            if number < len(self._facts):
                line.show_fact(*self._facts[number])
        self._measure()

    def facts(self) -> list[tuple[str, str]]:
        return list(self._facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        is_stacked = self.width() < Theme.current().px(SIDE_BY_SIDE - 48)
        for line in self._lines:
            line.set_stacked(is_stacked)


class _Fact(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._name = Label(style="label", role="text-quiet")
        self._name.setWordWrap(True)
        self._value = Selectable()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._value, 1)

    def show_fact(self, name: str, value: str) -> None:
        self._name.setText(name)
        self._value.setText(value)
        self._value.setAccessibleName(f"{name}: {value}")

    def set_stacked(self, stacked: bool) -> None:
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        width = Theme.current().px(140)
        self._name.setMinimumWidth(0 if stacked else width)
        self._name.setMaximumWidth(16777215 if stacked else width)
