"""A card that sets two ways of cutting a text side by side, with how many tokens each needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gptdesk.ui.learn.playground.token_line import TokenLine
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

if TYPE_CHECKING:
    from gptdesk.services.token_pieces import CutText


@dataclass(frozen=True, slots=True)
class Way:
    """A name and how the text is cut there."""

    name: str
    cut: CutText


class ComparisonCard(QWidget):
    """Two rows; it is hidden while there is nothing to compare."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = Theme.current()
        self._title = Label(style="strong")
        self._title.setWordWrap(True)
        self._result = Label(style="secondary", role="text-quiet")
        self._note = Label(style="secondary", role="text-quiet")
        self._note.setWordWrap(True)
        self._names = [Label(style="secondary", role="text-quiet") for _ in range(2)]
        self._lines = [TokenLine() for _ in range(2)]
        self._counts = [Label(style="strong", tabular=True) for _ in range(2)]
        self._build()
        self._theme.changed.connect(self.update)
        self.hide()

    def show_ways(self, title: str, ways: Sequence[Way], result: str, note: str = "") -> None:
        self._title.setText(title)
        self._result.setText(result)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for number, way in enumerate(ways):
            self._names[number].setText(way.name)
            self._lines[number].show_pieces(way.cut.pieces, way.cut.starts)
            self._counts[number].setText(str(way.cut.tokens))
        counts = ", ".join(f"{way.name}: {way.cut.tokens}" for way in ways)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{counts}. {result}")
        self.show()

    def counts(self) -> list[str]:
        return [label.text() for label in self._counts]

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        border = color("field-border") if self._theme.is_high_contrast else None
        painter = QPainter(self)
        panel(painter, self.rect(), self._theme.radius("card"), color("surface-sunken"), border)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._result, 0, 2, Qt.AlignmentFlag.AlignRight)
        for number in range(2):
            grid.addWidget(self._names[number], number + 1, 0, top)
            grid.addWidget(self._lines[number], number + 1, 1)
            self._counts[number].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._counts[number], number + 1, 2, top)
        grid.addWidget(self._note, 3, 0, 1, 3)
