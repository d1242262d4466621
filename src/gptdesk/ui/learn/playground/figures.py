"""Three large numbers in a row, each with a word below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gptdesk.ui.widgets.labels import Label

COUNT = 3


class Figures(QWidget):
    """Spoken as whole sentences: "83 tokens"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = [Label(style="title", tabular=True) for _ in range(COUNT)]
        self._words = [Label(style="secondary", role="text-quiet") for _ in range(COUNT)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for column in range(COUNT):
            grid.setColumnStretch(column, 1)
            self._words[column].setWordWrap(True)
            grid.addWidget(self._numbers[column], 0, column)
            grid.addWidget(self._words[column], 1, column, Qt.AlignmentFlag.AlignTop)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        for column, (number, words) in enumerate(figures):
            self._numbers[column].setText(number)
            self._words[column].setText(words)
            self._numbers[column].setAccessibleName(f"{number} {words}")

    def numbers(self) -> list[str]:
        return [label.text() for label in self._numbers]
