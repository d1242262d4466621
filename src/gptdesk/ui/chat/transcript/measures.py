"""Distances of the transcript, and guesses for rows that nobody has seen."""

from __future__ import annotations

from gptdesk.domain.messages import ChatMessage, MessageHeader, Role
from gptdesk.ui.theme.theme import Theme

COLUMN = 704
EDGE = 24
TOP = 16
BOTTOM = 32
GAP = 16
OWN_WIDTH = 560
OWN_X = 16
OWN_Y = 12
ACTIONS = 28
ABOVE_ACTIONS = 4
GLYPH_INSET = 6
"""An icon of 16 stands this far inside its square of 28."""
CHARACTER = 7.4
"""Average width of a character in reading size; Chinese is wider, but its texts are shorter."""


def column_width(theme: Theme, width: int) -> int:
    """How wide the text is in a transcript of this width."""
    return max(120, min(theme.px(COLUMN), width - 2 * EDGE))


def guess_height(theme: Theme, entry: ChatMessage | MessageHeader, width: int) -> int:
    """How high a row may be, before it has been laid out."""
    length = len(entry.text) if isinstance(entry, ChatMessage) else entry.length
    is_own = entry.role is Role.USER
    room = min(theme.px(OWN_WIDTH), width) - 2 * OWN_X if is_own else width
    lines = max(1, -int(-length * theme.px(CHARACTER * 10) // (10 * max(1, room))))
    extra = 2 * OWN_Y if is_own else ABOVE_ACTIONS + theme.px(ACTIONS)
    return lines * theme.line("reading") + extra + GAP
