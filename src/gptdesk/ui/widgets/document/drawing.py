"""Draws what a text document cannot draw itself: dots, boxes, bars, lines, code backgrounds."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.document import look as measures
from gptdesk.ui.widgets.document.document import MarkdownDocument
from gptdesk.ui.widgets.document.look import Mark
from gptdesk.ui.widgets.document.writer import CodeRegion
from gptdesk.ui.widgets.painting import icon_at, panel

DOT = 4
DOT_X = 4
BAR = 3
BOX = 16
CODE_RADIUS = 4


class Decoration:
    """Everything around the text of one document."""

    def __init__(self, document: MarkdownDocument) -> None:
        self._document = document
        self._theme = Theme.current()

    def draw(self, painter: QPainter, clip: QRect, width: int, fill: str = "code-bg") -> None:
        """Draw what lies in `clip`; the text comes on top of it afterwards."""
        first = self._first(clip)
        for region in self._document.codes:
            if region.last < first:
                continue  # cheaper than to ask where it stands
            rect = self.code_rect(region, width)
            if rect.top() > clip.bottom():
                break
            if rect.bottom() >= clip.top():
                border = self._theme.color("hairline") if self._theme.is_high_contrast else None
                radius = self._theme.radius("control")
                panel(painter, rect, radius, self._theme.color(fill), border)
        for block in self._blocks(clip):
            self._draw_block(painter, block, width)

    def code_rect(self, region: CodeRegion, width: int) -> QRectF:
        """The background of a block of code, with its head."""
        theme = self._theme
        head = measures.CODE_SINGLE if region.is_single else measures.CODE_HEAD
        below = measures.CODE_SINGLE if region.is_single else measures.CODE_BELOW
        first = self._document.findBlock(region.first)
        last = self._document.findBlock(region.last)
        top = self._top(first) - theme.px(head)
        bottom = self._top(last) + self.height(last) + theme.px(below)
        return QRectF(region.indent, top, width - region.indent, bottom - top)

    def height(self, block: QTextBlock) -> float:
        line = block.blockFormat().lineHeight()
        return max(1, block.layout().lineCount()) * line

    def _top(self, block: QTextBlock) -> float:
        return self._document.documentLayout().blockBoundingRect(block).y()

    def _first(self, clip: QRect) -> int:
        """A position a little above what is to be drawn."""
        above = QPointF(0, clip.top() - 2 * measures.CODE_HEAD)
        layout = self._document.documentLayout()
        return max(0, layout.hitTest(above, Qt.HitTestAccuracy.FuzzyHit))

    def _blocks(self, clip: QRect) -> Iterator[QTextBlock]:
        layout = self._document.documentLayout()
        block = self._document.findBlock(self._first(clip))
        while block.isValid():
            if layout.blockBoundingRect(block).y() > clip.bottom() + 40:
                return
            yield block
            block = block.next()

    def _draw_block(self, painter: QPainter, block: QTextBlock, width: int) -> None:
        found = block.blockFormat()
        if found.hasProperty(Mark.ITEM):
            self._draw_mark(painter, block)
        if found.hasProperty(Mark.BARS):
            self._draw_bars(painter, block)
        if found.hasProperty(Mark.RULE):
            middle = round(self._top(block) + self.height(block) / 2)
            left = round(found.leftMargin())
            painter.fillRect(QRect(left, middle, width - left, 1), self._theme.color("hairline"))
        if found.hasProperty(Mark.ROW):
            self._draw_row_line(painter, block)
        if found.hasProperty(Mark.HAS_CODE):
            self._draw_inline_code(painter, block)

    def _draw_mark(self, painter: QPainter, block: QTextBlock) -> None:
        found = block.blockFormat()
        mark, x = found.stringProperty(Mark.ITEM), found.intProperty(Mark.X)
        top, line = self._top(block), found.lineHeight()
        quiet = self._theme.color("text-quiet")
        if mark == "•":
            size = self._theme.px(DOT)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(quiet)
            left = x + self._theme.px(DOT_X)
            painter.drawEllipse(QRectF(left, round(top + (line - size) / 2) + 1, size, size))
        elif mark.startswith("["):
            self._draw_task(painter, x, top, line, is_done=mark == "[x]")
        else:
            painter.setFont(self._theme.font("reading", tabular_figures=True))
            painter.setPen(quiet)
            baseline = self._baseline(block)
            painter.drawText(QPointF(x, baseline), mark)

    def _baseline(self, block: QTextBlock) -> float:
        layout = block.layout()
        if layout.lineCount() == 0:
            return self._top(block) + block.blockFormat().lineHeight() * 0.8
        line = layout.lineAt(0)
        return self._top(block) + line.y() + line.ascent()

    def _draw_task(
        self, painter: QPainter, x: int, top: float, line: float, *, is_done: bool
    ) -> None:
        size = self._theme.icon_size(BOX)
        box = QRect(x, round(top + (line - size) / 2) + 1, size, size)
        color = self._theme.color
        if is_done:
            panel(painter, box, 4, color("accent"))
            icon_at(painter, box, "check", "on-accent", size - 4)
        else:
            panel(painter, box, 4, None, color("field-border"), 1.5)

    def _draw_bars(self, painter: QPainter, block: QTextBlock) -> None:
        top = self._top(block) - block.blockFormat().topMargin() * _is_inner(block)
        bottom = self._top(block) + self.height(block)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x in block.blockFormat().stringProperty(Mark.BARS).split(","):
            bar = QRectF(int(x), round(top), BAR, round(bottom) - round(top))
            painter.fillRect(bar, self._theme.color("button-border"))

    def _draw_row_line(self, painter: QPainter, block: QTextBlock) -> None:
        table = self._document.table_of(block)
        if table is None:
            return
        rect = self._document.documentLayout().frameBoundingRect(table)
        left = round(rect.x() + table.format().leftMargin())
        right = round(rect.right())
        y = round(self._top(block)) - block.blockFormat().intProperty(Mark.ROW)
        painter.fillRect(QRect(left, y, right - left, 1), self._theme.color("hairline"))

    def _draw_inline_code(self, painter: QPainter, block: QTextBlock) -> None:
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        height = self._theme.px(18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("fill"))
        for line, left, right in _code_runs(block):
            middle = origin.y() + line.y() + line.ascent() - self._theme.px(4.5)
            rect = QRectF(origin.x() + left - 3, middle - height / 2, right - left + 6, height)
            painter.drawRoundedRect(rect, CODE_RADIUS, CODE_RADIUS)


def _is_inner(block: QTextBlock) -> bool:
    """Whether the quote began before this block, so that its bar goes on through the gap."""
    before = block.previous()
    bars = block.blockFormat().stringProperty(Mark.BARS)
    return before.isValid() and before.blockFormat().stringProperty(Mark.BARS).startswith(bars)


def _code_runs(block: QTextBlock) -> Iterator[tuple[QTextLine, float, float]]:
    """The line and the edges of each run of code, a wrapped run in parts."""
    layout = block.layout()
    for found in block.textFormats():
        if not found.format.hasProperty(Mark.CODE):
            continue
        first, last = found.start, found.start + found.length
        number = layout.lineForTextPosition(first).lineNumber()
        while first < last and number < layout.lineCount():
            line = layout.lineAt(number)
            end = min(last, line.textStart() + line.textLength())
            edge = line.cursorToX(end)
            yield line, _x(line.cursorToX(first)), _x(edge)
            first, number = end, number + 1


def _x(found: object) -> float:
    """PySide answers with the position as well."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
