"""Fonts, colours and distances of a document, taken from the theme once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from gptdesk.ui.theme.theme import Theme, text_width

LARGE_HEADINGS = 2
GAP = 8
GAP_HEADING = 16
GAP_SMALL_HEADING = 12
GAP_IN_ITEM = 4
BULLET_INDENT = 18
TASK_INDENT = 26
QUOTE_INDENT = 16
CODE_PADDING = 16
CODE_HEAD = 32
CODE_BELOW = 12
CODE_SINGLE = 10
CELL_GAP = 16
HEAD_TOOLS = 200
"""Room for the language and Copy, which stand beside code of one line."""

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Mark(IntEnum):
    """What a block carries besides its text, for those who draw it and copy it."""

    ITEM = QTextFormat.Property.UserProperty + 1
    """The mark of a list item: •, a number with a dot, [ ] or [x]."""
    X = ITEM + 1
    """Where that mark stands."""
    DEPTH = ITEM + 2
    """How deep the list is, from 0."""
    BARS = ITEM + 3
    """Where the bars of quotes stand, as numbers joined by commas."""
    RULE = ITEM + 4
    ROW = ITEM + 5
    """First cell of a table row that has a line above it; the value is the padding of the cell."""
    COLUMN = ITEM + 6
    """The column of a table cell, from 1."""
    CODE = ITEM + 7
    """This run of characters is code."""
    HAS_CODE = ITEM + 8
    """There is such a run in this block."""
    CODE_LINE = ITEM + 9
    CENTRED = ITEM + 10


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of characters looks. `kind` is reading, heading, small-heading, cell or head."""

    kind: str = "reading"
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    href: str = ""
    role: str = ""


class Look:
    """Formats for one theme, made when they are first needed."""

    def __init__(self, theme: Theme, *, role: str = "text", style: str = "reading") -> None:
        self._theme = theme
        self._role = role
        self._style = style
        self._formats: dict[Style, QTextCharFormat] = {}
        self.line = theme.line(style)
        self.code_line = theme.line("code")
        self.px = theme.px
        self.row_padding = (theme.px(36 if theme.is_chinese else 28) - self.line) // 2
        self.head_line = theme.line("label")
        self.head_padding = (theme.px(28) - self.head_line) // 2
        self._two_digits = text_width(self.font(Style()), "99.") + 6
        self._three_digits = text_width(self.font(Style()), "999.") + 6

    def color(self, role: str) -> QColor:
        return self._theme.color(role)

    def font(self, style: Style) -> QFont:
        names = {"heading": "heading", "head": "label"}
        if style.code:
            font = self._theme.font("code")
        else:
            tabular = style.kind == "cell"
            font = self._theme.font(names.get(style.kind, self._style), tabular_figures=tabular)
        if style.strong and style.kind != "heading":
            font.setWeight(self._theme.font("strong").weight())
        font.setItalic(style.emphasis)
        font.setStrikeOut(style.strike)
        return font

    def characters(self, style: Style) -> QTextCharFormat:
        if style not in self._formats:
            self._formats[style] = self._make(style)
        return self._formats[style]

    def line_of(self, kind: str) -> int:
        if kind == "heading":
            return self._theme.line("heading")
        return self.head_line if kind == "head" else self.line

    def number_indent(self, largest: int) -> int:
        return self._two_digits if largest < 100 else self._three_digits

    def block(self, line: int, gap: float, indent: float, right: float = 0) -> QTextBlockFormat:
        found = QTextBlockFormat()
        found.setLineHeight(line, _FIXED)
        found.setTopMargin(gap)
        found.setLeftMargin(indent)
        found.setRightMargin(right)
        return found

    def _make(self, style: Style) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setFont(self.font(style))
        role = style.role or ("text-quiet" if style.kind == "head" else self._role)
        found.setForeground(QBrush(self.color("accent-text" if style.href else role)))
        if style.href:
            found.setAnchor(True)
            found.setAnchorHref(style.href)
            found.setFontUnderline(True)
        if style.code and not style.role:
            found.setProperty(Mark.CODE, True)
        return found
