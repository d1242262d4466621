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
PICTURE = 88
PICTURE_GAP = 8
BESIDE = 2
"""So many pictures stand beside the text; more stand above it."""
CHARACTER = 7.4
"""Average width of a character in reading size; Chinese is wider, but its texts are shorter."""


def column_width(theme: Theme, width: int) -> int:
    """How wide the text is in a transcript of this width."""
    return max(120, min(theme.px(COLUMN), width - 2 * EDGE))


def pictures_size(theme: Theme, count: int, room: int) -> tuple[int, int]:
    """How wide and high so many pictures are in rows within this room."""
    if not count:
        return 0, 0
    step = theme.px(PICTURE) + PICTURE_GAP
    a_row = max(1, (room + PICTURE_GAP) // step)
    rows, widest = -(-count // a_row), min(count, a_row)
    return widest * step - PICTURE_GAP, rows * step - PICTURE_GAP


def guess_height(theme: Theme, entry: ChatMessage | MessageHeader, width: int) -> int:
    """How high a row may be, before it has been laid out."""
    length = len(entry.text) if isinstance(entry, ChatMessage) else entry.length
    if entry.role is not Role.USER:
        text = _text_height(theme, length, width)
        return text + ABOVE_ACTIONS + theme.px(ACTIONS) + GAP
    room = min(theme.px(OWN_WIDTH), width) - 2 * OWN_X
    return _own_height(theme, length, picture_count(entry), room) + 2 * OWN_Y + GAP


def picture_count(entry: ChatMessage | MessageHeader) -> int:
    along = entry.attachments
    return along if isinstance(along, int) else len(along)


def _own_height(theme: Theme, length: int, pictures: int, room: int) -> int:
    if not pictures:
        return _text_height(theme, length, room)
    wide, high = pictures_size(theme, pictures, room)
    if not length:
        return high
    if pictures <= BESIDE:
        return max(high, _text_height(theme, length, room - wide - OWN_X))
    return high + OWN_Y + _text_height(theme, length, room)


def _text_height(theme: Theme, length: int, room: int) -> int:
    lines = max(1, -(-length * theme.px(CHARACTER * 10) // (10 * max(1, room))))
    return lines * theme.line("reading")
