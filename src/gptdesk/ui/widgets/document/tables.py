"""Writes a table into a text document, as wide as the column of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from gptdesk.domain.markdown_blocks import Cell, Inline, Strong, Table
from gptdesk.domain.markdown_text import inline_text
from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.document.look import CELL_GAP, Look, Mark, Style

BELOW = 10
"""Qt puts no margin above a block that follows a table, so the table has one below."""
NARROWEST = 24
WIDEST = 360
NUMBER_ROOM = 32
"""Columns of numbers stand apart by more than columns of words."""

ALIGNMENTS = {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}
Inlines = Callable[[QTextCursor, Sequence[Inline], Style], None]


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """What stands in the document, and how wide its columns are."""

    # The cursor would not find it: it learns of new tables only when the editing is over
    table: QTextTable
    widths: tuple[int, ...]

    def make_room(self, wanted: int) -> None:
        """Keep the distance that what follows wants."""
        self._set_below(max(BELOW, wanted))

    def close_gap(self) -> None:
        """The next table goes on with it."""
        self._set_below(0)

    def _set_below(self, margin: int) -> None:
        found = self.table.format()
        if found.bottomMargin() != margin:
            found.setBottomMargin(margin)
            self.table.setFormat(found)


class TableWriter:
    """Knows how wide columns are to be."""

    def __init__(self, look: Look, width: int, inlines: Inlines) -> None:
        self._look = look
        self._width = width
        self._inlines = inlines

    def write(
        self,
        cursor: QTextCursor,
        block: Table,
        top: int,
        indent: int,
        before: WrittenTable | None,
    ) -> WrittenTable:
        """Insert the table. One that goes on with another takes its columns, and has no head."""
        goes_on = before is not None
        rows = list(block.rows) if goes_on else [block.head, *block.rows]
        widths = before.widths if before is not None else self._widths(block, indent)
        if before is not None and not rows:
            return before
        if before is not None:
            before.close_gap()
        table = cursor.insertTable(len(rows), len(block.head), self._format(widths, top, indent))
        for number, row in enumerate(rows):
            is_head = number == 0 and not goes_on
            self._row(table, number, row, block.alignments, is_head=is_head, goes_on=goes_on)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return WrittenTable(table, widths)

    def _format(self, widths: tuple[int, ...], top: int, indent: int) -> QTextTableFormat:
        found = QTextTableFormat()
        found.setBorder(0)
        found.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        found.setCellSpacing(0)
        found.setCellPadding(0)
        found.setTopMargin(top)
        found.setBottomMargin(BELOW)
        found.setLeftMargin(indent)
        found.setWidth(QTextLength(QTextLength.Type.FixedLength, sum(widths)))
        fixed = QTextLength.Type.FixedLength
        found.setColumnWidthConstraints([QTextLength(fixed, width) for width in widths])
        return found

    def _row(
        self,
        table: QTextTable,
        number: int,
        row: Sequence[Cell],
        alignments: Sequence[str],
        *,
        is_head: bool,
        goes_on: bool,
    ) -> None:
        look = self._look
        padding = look.head_padding if is_head else look.row_padding
        line = look.head_line if is_head else look.line
        for column, content in enumerate(row):
            cell = table.cellAt(number, column)
            cell.setFormat(self._cell(padding, column, len(row)))
            words = cell.firstCursorPosition()
            block = look.block(line, 0, 0)
            block.setAlignment(ALIGNMENTS.get(alignments[column], Qt.AlignmentFlag.AlignLeft))
            block.setProperty(Mark.COLUMN, column + 1)
            if column == 0 and (number > 0 or goes_on):
                block.setProperty(Mark.ROW, padding)
            block.setProperty(Mark.HAS_CODE, True)
            style = Style("head", strong=True) if is_head else Style("cell")
            words.setBlockFormat(block)  # its character format is that of the cell: leave it
            self._inlines(words, content, style)

    def _cell(self, padding: int, column: int, columns: int) -> QTextTableCellFormat:
        found = QTextTableCellFormat()
        found.setTopPadding(padding)
        found.setBottomPadding(padding)
        if column < columns - 1:
            found.setRightPadding(CELL_GAP)
        return found

    def _widths(self, block: Table, indent: int) -> tuple[int, ...]:
        """What each column needs; the room that is left goes to the columns of words."""
        room = max(NARROWEST * len(block.head), self._width - indent)
        wanted = [self._wanted(block, column) for column in range(len(block.head))]
        is_number = [alignment == "right" for alignment in block.alignments]
        last = len(wanted) - 1
        wanted = [
            width
            + (CELL_GAP if column < last else 0)
            + (NUMBER_ROOM if is_number[column] and column else 0)
            for column, width in enumerate(wanted)
        ]
        spare = room - sum(wanted)
        if spare < 0:
            return _shrunk(wanted, room)
        takers = [column for column in range(len(wanted)) if not is_number[column]] or [0]
        total = sum(wanted[column] for column in takers)
        widths = [
            width + (spare * width // total if column in takers else 0)
            for column, width in enumerate(wanted)
        ]
        widths[takers[0]] += room - sum(widths)
        return tuple(widths)

    def _wanted(self, block: Table, column: int) -> int:
        head = text_width(self._look.font(Style("head", strong=True)), _text(block.head[column]))
        plain = self._look.font(Style("cell"))
        bold = self._look.font(Style("cell", strong=True))
        rows = (row[column] for row in block.rows if column < len(row))
        cells = (text_width(bold if _is_bold(cell) else plain, _text(cell)) for cell in rows)
        widest = max([head, *cells])
        return max(self._look.px(NARROWEST), min(widest + 2, self._look.px(WIDEST)))


def _shrunk(wanted: list[int], room: int) -> tuple[int, ...]:
    """Wide columns give up room first; their text is wrapped."""
    fair = room // len(wanted)
    spared = sum(max(0, fair - width) for width in wanted)
    over = sum(max(0, width - fair) for width in wanted)
    widths = [
        width if width <= fair else fair + spared * (width - fair) // over for width in wanted
    ]
    widths[-1] += room - sum(widths)
    return tuple(widths)


def _text(cell: Cell) -> str:
    return inline_text(cell).split("\n")[0]


def _is_bold(cell: Cell) -> bool:
    return any(isinstance(inline, Strong) for inline in cell)
