"""A text of at most a few lines in which what was searched for is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from gptdesk.domain.help_hits import Span
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.text_block import baseline


class MarkedText:
    """Laid out for one width; what does not fit in `most` lines ends in an ellipsis."""

    def __init__(
        self, text: str, spans: Sequence[Span], font: QFont, line: int, width: int, most: int
    ) -> None:
        self._spans, self._font, self._line = spans, font, line
        self._layout = self._lay_out(text, width)
        if self._layout.lineCount() > most:
            self._layout = self._lay_out(_shortened(text, self._layout, most, width), width)
        self.height = self._layout.lineCount() * line

    def draw(self, painter: QPainter, x: int, y: int, color: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().color("selection"))
        for start, end in self._spans:
            for number in range(self._layout.lineCount()):
                self._mark(painter, x, y + number * self._line, number, start, end)
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            foot = baseline(self._font, y + number * self._line, self._line)
            line.setPosition(QPointF(0, foot - line.ascent()))
        painter.setPen(color)
        self._layout.draw(painter, QPointF(x, 0))

    def _mark(self, painter: QPainter, x: int, y: int, number: int, start: int, end: int) -> None:
        line = self._layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            area = QRectF(x + left - 1, y + 1, right - left + 2, self._line - 2)
            painter.drawRoundedRect(area, 3, 3)

    def _lay_out(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
        layout.endLayout()
        return layout


def _x(line: object, place: int) -> float:
    found = line.cursorToX(place)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def _shortened(text: str, layout: QTextLayout, most: int, width: int) -> str:
    start = layout.lineAt(most - 1).textStart()
    metrics = QFontMetricsF(layout.font())
    return text[:start] + metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
