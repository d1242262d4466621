"""Writes blocks of Markdown into a text document, after what stands there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor

from gptdesk.domain.markdown_blocks import (
    Block,
    Break,
    Code,
    CodeBlock,
    Emphasis,
    Formula,
    Heading,
    Inline,
    InlineFormula,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
)
from gptdesk.ui.widgets.document import look as measures
from gptdesk.ui.widgets.document.colours import coloured
from gptdesk.ui.widgets.document.look import Look, Mark, Style
from gptdesk.ui.widgets.document.tables import TableWriter, WrittenTable

LINE_BREAK = "\u2028"


@dataclass(slots=True)
class CodeRegion:
    """A block of code in the document, from the position of its first line to that of its last."""

    first: int
    last: int
    indent: int
    language: str
    text: str
    is_single: bool


@dataclass(slots=True)
class Place:
    """Where writing goes on: what the next block must know of those before it."""

    is_fresh: bool = True
    """The block at the end is empty and is to be used."""
    below: int = 0
    """How much room the block before needs under its text."""
    table: WrittenTable | None = None
    """The table right before."""


class Writer:
    """Appends at the end of a document."""

    def __init__(
        self, look: Look, cursor: QTextCursor, width: int, codes: list[CodeRegion]
    ) -> None:
        self._look = look
        self._cursor = cursor
        self._codes = codes
        self._tables = TableWriter(look, width, self.inlines)
        self._indent = 0
        self._bars: tuple[int, ...] = ()
        self._item: tuple[str, int, int] | None = None
        self._depth = 0
        self.place = Place()

    def write(self, block: Block, *, is_final: bool) -> None:
        """Append a block. Code gets its colours only when it `is_final`."""
        self._write(block, self._gap(block), is_final)

    def extend_code(self, before: CodeBlock, after: CodeBlock) -> None:
        """The open code at the end goes on."""
        region = self._codes[-1]
        added = after.text[len(before.text) :]
        first, *lines = added.split("\n")
        plain = self._look.characters(Style(code=True, role="text"))
        self._cursor.insertText(first, plain)
        for line in lines:
            self._start(self._look.code_line, 0, code=True)
            self._cursor.insertText(line, plain)
        region.last = self._cursor.block().position()
        region.text += added

    # Blocks

    def _write(self, block: Block, gap: int, is_final: bool) -> None:
        match block:
            case Heading() | Paragraph() | Formula() | Rule():
                self._line(block, gap)
            case ListBlock():
                self._list(block, gap, is_final)
            case CodeBlock():
                self._code(block, gap, is_final)
            case Table():
                self._table(block, gap)
            case Quote(blocks):
                self._quote(blocks, gap, is_final)

    def _line(self, block: Heading | Paragraph | Formula | Rule, gap: int) -> None:
        match block:
            case Heading(level, children):
                large = level <= measures.LARGE_HEADINGS
                kind = "heading" if large else "small-heading"
                self._words(children, Style(kind, strong=True), gap)
            case Paragraph(children):
                self._words(children, Style(), gap)
            case Formula(text):
                self._start(self._look.line, gap, {Mark.CENTRED: True})
                formula = self._look.characters(Style(code=True, role="text"))
                self._cursor.insertText(text.replace("\n", LINE_BREAK), formula)
            case Rule():
                self._start(self._look.px(9), gap, {Mark.RULE: True})

    def _gap(self, block: Block) -> int:
        if getattr(block, "follows", False):
            return 0
        if isinstance(block, Heading):
            large = block.level <= measures.LARGE_HEADINGS
            return measures.GAP_HEADING if large else measures.GAP_SMALL_HEADING
        return measures.GAP

    def _start(
        self,
        line: int,
        gap: int,
        marks: dict[Mark, object] | None = None,
        *,
        code: bool = False,
        right: int = 0,
    ) -> None:
        """Begin a new block of the document, or take the empty one at its end."""
        is_first = self.place.is_fresh and self._cursor.position() == 0
        padding = self._look.px(measures.CODE_PADDING) if code else 0
        top = 0 if is_first and not code else self.place.below + (0 if is_first else gap)
        found = self._look.block(line, top, self._indent + padding, padding + right)
        if self._bars:
            found.setProperty(Mark.BARS, ",".join(map(str, self._bars)))
        if self._item is not None:
            mark, x, depth = self._item
            found.setProperty(Mark.ITEM, mark)
            found.setProperty(Mark.X, x)
            found.setProperty(Mark.DEPTH, depth)
            self._item = None
        if code:
            found.setProperty(Mark.CODE_LINE, True)
        for mark_name, value in (marks or {}).items():
            found.setProperty(mark_name, value)
            if mark_name is Mark.CENTRED:
                found.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._insert(found, code)
        self.place = Place(is_fresh=False)

    def _insert(self, found: QTextBlockFormat, code: bool) -> None:
        characters = self._look.characters(Style(code=True, role="text") if code else Style())
        if self.place.is_fresh:
            if self.place.table is not None:
                self.place.table.make_room(round(found.topMargin()))
            self._cursor.setBlockFormat(found)
            self._cursor.setBlockCharFormat(characters)
            self._cursor.setCharFormat(characters)
        else:
            self._cursor.insertBlock(found, characters)

    def _words(self, children: Sequence[Inline], style: Style, gap: int) -> None:
        marks: dict[Mark, object] = {Mark.HAS_CODE: True} if _has_code(children) else {}
        self._start(self._look.line_of(style.kind), gap, marks)
        self.inlines(self._cursor, children, style)

    def _list(self, block: ListBlock, gap: int, is_final: bool) -> None:
        start = block.start
        last = 0 if start is None else start + len(block.items) - 1
        for number, item in enumerate(block.items, start or 0):
            mark = "•" if start is None else f"{number}."
            indent = measures.BULLET_INDENT if start is None else 0
            width = self._look.px(indent) or self._look.number_indent(last)
            if item.checked is not None:
                mark = "[x]" if item.checked else "[ ]"
                width = self._look.px(measures.TASK_INDENT)
            self._list_item(item, mark, width, gap, is_final)
            gap = 0

    def _list_item(self, item: ListItem, mark: str, width: int, gap: int, is_final: bool) -> None:
        self._item = (mark, self._indent, self._depth)
        self._indent += width
        self._depth += 1
        for child in item.blocks:
            self._write(child, gap, is_final)
            is_list = len(item.blocks) > 1 and isinstance(child, Paragraph)
            gap = measures.GAP_IN_ITEM if is_list else measures.GAP
        if not item.blocks:
            self._start(self._look.line, gap)
        self._item = None
        self._indent -= width
        self._depth -= 1

    def _quote(self, blocks: Sequence[Block], gap: int, is_final: bool) -> None:
        bars, indent = self._bars, self._indent
        self._bars = (*bars, indent)
        self._indent += self._look.px(measures.QUOTE_INDENT)
        for child in blocks:
            self._write(child, gap, is_final)
            gap = measures.GAP
        self._bars, self._indent = bars, indent

    def _table(self, block: Table, gap: int) -> None:
        top = gap + self.place.below if self._cursor.position() else 0
        before = self.place.table if block.follows else None
        table = self._tables.write(self._cursor, block, top, self._indent, before)
        self.place = Place(is_fresh=True, table=table)

    # Code

    def _code(self, block: CodeBlock, gap: int, is_final: bool) -> None:
        goes_on = block.follows and bool(self._codes)
        is_single = is_final and block.closed and not goes_on and "\n" not in block.text
        below = measures.CODE_SINGLE if is_single else measures.CODE_BELOW
        head = measures.CODE_SINGLE if is_single else measures.CODE_HEAD
        if goes_on:
            self.place.below = gap = 0
        else:
            self.place.below += self._look.px(head)
        right = self._look.px(measures.HEAD_TOOLS) if is_single else 0
        first = -1
        for number, line in enumerate(_coloured_lines(block, is_final)):
            self._start(self._look.code_line, 0 if number else gap, code=True, right=right)
            if first < 0:
                first = self._cursor.block().position()
            for text, role in line:
                style = Style(code=True, role=role or "text")
                self._cursor.insertText(text, self._look.characters(style))
        last = self._cursor.block().position()
        if goes_on:
            self._codes[-1].last = last
            self._codes[-1].text += "\n" + block.text
        else:
            language, text = block.language, block.text
            region = CodeRegion(first, last, self._indent, language, text, is_single)
            self._codes.append(region)
        self.place = Place(is_fresh=False, below=self._look.px(below))

    # Words

    def inlines(self, cursor: QTextCursor, children: Sequence[Inline], style: Style) -> None:
        for inline in children:
            match inline:
                case Text(text):
                    cursor.insertText(text, self._look.characters(style))
                case Break():
                    cursor.insertText(LINE_BREAK, self._look.characters(style))
                case Code(text):
                    cursor.insertText(text, self._look.characters(replace(style, code=True)))
                case InlineFormula(text):
                    formula = replace(style, code=True, role="text")
                    cursor.insertText(text, self._look.characters(formula))
                case _:
                    self.inlines(cursor, inline.children, _with(style, inline))


def _with(style: Style, inline: Inline) -> Style:
    match inline:
        case Strong():
            return replace(style, strong=True)
        case Emphasis():
            return replace(style, emphasis=True)
        case Strike():
            return replace(style, strike=True)
        case Link(href):
            return replace(style, href=href)
    return style


def _has_code(children: Sequence[Inline]) -> bool:
    return any(
        isinstance(child, Code) or _has_code(getattr(child, "children", ())) for child in children
    )


def _coloured_lines(block: CodeBlock, is_final: bool) -> Iterator[list[tuple[str, str]]]:
    runs = coloured(block.language, block.text) if is_final else iter([(block.text, "")])
    line: list[tuple[str, str]] = []
    for text, role in runs:
        first, *others = text.split("\n")
        line.append((first, role))
        for other in others:
            yield line
            line = [(other, role)]
    yield line
