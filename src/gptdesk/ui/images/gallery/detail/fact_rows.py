"""Facts as two columns of words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gptdesk.ui.images.gallery.detail.facts import Fact
from gptdesk.ui.widgets.labels import Label


class FactRows(QWidget):
    """Rows are kept and filled again: pictures are walked through quickly."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Label, Label]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    @property
    def told(self) -> list[Fact]:
        return [(name.text(), text.text()) for name, text in self._rows if not text.isHidden()]

    def show_facts(self, facts: Sequence[Fact]) -> None:
        while len(self._rows) < len(facts):
            self._add_row()
        for number, (name, text) in enumerate(self._rows):
            is_used = number < len(facts)
            name.setVisible(is_used)
            text.setVisible(is_used)
            if is_used:
                name.setText(facts[number][0])
                text.setText(facts[number][1])
                text.setAccessibleName(f"{facts[number][0]}: {facts[number][1]}")

    def _add_row(self) -> None:
        name = Label(style="secondary", role="text-quiet", parent=self)
        text = Label(style="secondary", tabular=True, parent=self)
        text.setWordWrap(True)
        for label in (name, text):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row = len(self._rows)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        self._rows.append((name, text))
