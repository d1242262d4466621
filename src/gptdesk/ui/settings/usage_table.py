"""A small table: names at the left, numbers at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gptdesk.ui.settings.area import Hairline
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import ElidedLabel, Label

ROW = 36
HEAD = 28


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a row: a name, a quiet word behind it, and its numbers."""

    name: str
    note: str = ""
    numbers: tuple[str, ...] = ()


class UsageTable(QWidget):
    """Made anew whenever what it shows is different."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._shown: tuple[tuple[str, ...], tuple[Line, ...]] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        Theme.current().changed.connect(self._measure)

    def show_lines(self, head: Sequence[str], lines: Sequence[Line]) -> None:
        """The first word of the head stands over the names."""
        wanted = (tuple(head), tuple(lines))
        if wanted == self._shown:
            return
        self._shown = wanted
        self._empty()
        for column, word in enumerate(head):
            label = Label(word, style="secondary", role="text-quiet")
            self._put(label, 0, column)
        for number, line in enumerate(lines):
            self._add(line, 2 * number + 1, len(head))
        self.setAccessibleName(head[0])
        self.setAccessibleDescription(
            "; ".join(" ".join(filter(None, (li.name, li.note, *li.numbers))) for li in lines)
        )
        self._measure()

    def lines(self) -> tuple[Line, ...]:
        return self._shown[1] if self._shown is not None else ()

    def _add(self, line: Line, row: int, columns: int) -> None:
        self._grid.addWidget(Hairline(), row, 0, 1, columns)
        words = f"{line.name}  ·  {line.note}" if line.note else line.name
        self._put(ElidedLabel(words), row + 1, 0)
        for column, text in enumerate(line.numbers, start=1):
            self._put(Label(text, tabular=True), row + 1, column)

    def _put(self, label: QWidget, row: int, column: int) -> None:
        if column and isinstance(label, Label):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)

    def _empty(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)

    def _measure(self) -> None:
        theme = Theme.current()
        count = len(self._shown[1]) if self._shown is not None else 0
        self._grid.setRowMinimumHeight(0, theme.px(HEAD))
        for number in range(count):
            self._grid.setRowMinimumHeight(2 * number + 2, theme.px(ROW))
