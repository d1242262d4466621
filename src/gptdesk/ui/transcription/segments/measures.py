"""Where the columns of the list stand, for one width, one font size and these speakers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.transcription.segments.speakers import speaker_name

EDGE = 24
"""From the edge of the list to the times."""
INSET = 12
"""From the edge of the list to the fill of a row."""
PADDING = 9
GAP = 16
CHIP_PADDING = 10
WIDEST_CHIP = 132
WIDEST_TEXT = 704
NARROWEST_TEXT = 260
ACTIONS = 3
ACTION = 28
FOOT = 96
"""Room below the last row, so that it can be read above what floats there."""


@dataclass(frozen=True, slots=True)
class Columns:
    """All in pixels. With `is_stacked` the text stands below time and speaker."""

    width: int
    time: int
    chip: int
    chip_width: int
    text: int
    text_width: int
    line: int
    is_stacked: bool

    @property
    def head(self) -> int:
        """What stands above the text."""
        return self.line if self.is_stacked else 0

    def row_height(self, lines: int) -> int:
        return max(1, lines) * self.line + self.head + 2 * PADDING

    def estimate(self, text: str, sign: float, wide_sign: float) -> int:
        """About how high a row with this text will be, without laying it out."""
        if not text:
            return self.row_height(1)
        is_wide = ord(text[len(text) // 2]) >= 0x2E80
        needed = len(text) * (wide_sign if is_wide else sign)
        return self.row_height(1 + int(needed / max(1, self.text_width)))

    def text_rect(self, row: QRect) -> QRect:
        top = row.top() + PADDING + self.head
        return QRect(self.text, top, self.text_width, row.height() - 2 * PADDING - self.head)

    def first_line(self, row: QRect) -> QRect:
        return QRect(0, row.top() + PADDING, self.width, self.line)

    def chip_rect(self, row: QRect, width: int, height: int) -> QRect:
        first = self.first_line(row)
        return QRect(self.chip, first.top() + (self.line - height) // 2, width, height)

    def action_rects(self, row: QRect) -> list[QRect]:
        """Small buttons at the right of a row, from the left."""
        side = Theme.current().px(ACTION)
        top = row.top() + PADDING + (self.line - side) // 2
        left = self.width - INSET - 8 - ACTIONS * side
        return [QRect(left + n * side, top, side, side) for n in range(ACTIONS)]


def columns(width: int, speakers: Mapping[str, str], longest: float) -> Columns:
    """For a list of this width; `longest` is the last time that stands in it, in seconds."""
    theme = Theme.current()
    sample = "0:00:00" if longest >= 3600 else "00:00"
    times = text_width(theme.font("secondary", tabular_figures=True), sample)
    names = [speaker_name(key, speakers) for key in speakers]
    widest = max((text_width(theme.font("tiny"), name) for name in names), default=0)
    chip_width = min(theme.px(WIDEST_CHIP), widest + 2 * CHIP_PADDING) if names else 0
    chip = EDGE + times + theme.px(16)
    text = chip + (chip_width + GAP if names else 0)
    right = ACTIONS * theme.px(ACTION) + INSET + 16
    room = width - text - right
    is_stacked = room < theme.px(NARROWEST_TEXT)
    if is_stacked:
        text, room = EDGE, width - 2 * EDGE
    room = max(40, min(room, theme.px(WIDEST_TEXT)))
    line = theme.line("reading")
    return Columns(width, EDGE, chip, chip_width, text, room, line, is_stacked)
