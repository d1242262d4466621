"""Wrapped text with the line height of the type scale and words in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout

UNLIMITED = 1_000_000


class TextBlock:
    """Lays out a text for one width. `**words**` become bold; Qt's labels know no line height."""

    def __init__(self, text: str, font: QFont, line: int, *, marks: bool = False) -> None:
        self.plain, self._bold = _split(text) if marks else (text, [])
        self._font = font
        self._line = line

    def size(self, width: int) -> tuple[int, int]:
        """The width that is used and the height at most `width` wide."""
        layout, lines = self._lay_out(width, Qt.AlignmentFlag.AlignLeft)
        used = max((layout.lineAt(i).naturalTextWidth() for i in range(lines)), default=0.0)
        return int(used + 0.999), max(1, lines) * self._line

    def draw(
        self,
        painter: QPainter,
        x: float,
        y: float,
        width: int,
        color: QColor,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        bold_color: QColor | None = None,
    ) -> None:
        layout, _lines = self._lay_out(width, alignment, y, bold_color)
        painter.setPen(color)
        layout.draw(painter, QPointF(x, 0))

    def _lay_out(
        self,
        width: int,
        alignment: Qt.AlignmentFlag,
        top: float = 0,
        bold_color: QColor | None = None,
    ) -> tuple[QTextLayout, int]:
        from PySide6.QtGui import QTextLayout, QTextOption  # the first picture has none

        layout = QTextLayout(self.plain.replace("\n", "\u2028"), self._font)
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(bold_color))
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            foot = baseline(self._font, top + count * self._line, self._line)
            line.setPosition(QPointF(0, foot - line.ascent()))
            count += 1
        layout.endLayout()
        return layout, count

    def _formats(self, color: QColor | None) -> list[QTextLayout.FormatRange]:
        if not self._bold:
            return []
        from PySide6.QtGui import QTextCharFormat, QTextLayout

        ranges = []
        for start, length in self._bold:
            bold = QTextCharFormat()
            bold.setFontWeight(max(QFont.Weight.DemiBold, self._font.weight()))
            if color is not None:
                bold.setForeground(color)
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, length, bold
            ranges.append(found)
        return ranges


def baseline(font: QFont, top: float, height: float) -> int:
    """Where the foot of a line is so that it stands in the middle; always on a whole pixel.

    Only the font's own measures count: a Chinese letter must not move the line.
    """
    metrics = QFontMetricsF(font)
    return round(top + (height + metrics.ascent() - metrics.descent()) / 2)


def _split(text: str) -> tuple[str, list[tuple[int, int]]]:
    plain = ""
    bold: list[tuple[int, int]] = []
    for number, piece in enumerate(text.split("**")):
        if number % 2 and piece:
            bold.append((len(plain), len(piece)))
        plain += piece
    return plain, bold
