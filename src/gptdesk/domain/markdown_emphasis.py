"""Where `*` and `~` open and close beside Chinese, Japanese and Korean text.

CommonMark looks for spaces around the marks, and so takes `**重点：**内容` for plain text.
Here full-width characters count as spaces do, which is what the CJK-friendly amendment to
CommonMark proposes. Changing the rule keeps the text as it is; changing the text would not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

WIDE_RANGES = (
    (0x1100, 0x11FF),
    (0x2E80, 0xA4CF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
SHARED_MARKS = "“”‘’…—·"
"""Chinese marks that Unicode shares with English; they count as wide beside a wide character."""


def use_wide_emphasis(md: MarkdownIt) -> None:
    """Replace the rules that read `*`, `_` and `~~`."""
    md.inline.ruler.at("emphasis", _emphasis)
    md.inline.ruler.at("strikethrough", _strike)


def is_wide(character: str) -> bool:
    """Whether it belongs to a script that is written without spaces, or to its punctuation."""
    code = ord(character)
    return code >= 0x1100 and any(first <= code <= last for first, last in WIDE_RANGES)


def _emphasis(state: StateInline, silent: bool) -> bool:
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    if marker == "_":
        scanned = state.scanDelims(state.pos, False)
        count, can_open, can_close = scanned.length, scanned.can_open, scanned.can_close
    else:
        count, can_open, can_close = _flanks(state)
    for _ in range(count):
        _push(state, marker, count, can_open, can_close)
    state.pos += count
    return True


def _strike(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "~":
        return False
    count, can_open, can_close = _flanks(state)
    if count < 2:
        return False
    if count % 2:
        state.push("text", "", 0).content = "~"
    for _ in range(count // 2):
        _push(state, "~~", 0, can_open, can_close)
    state.pos += count
    return True


def _push(state: StateInline, text: str, length: int, can_open: bool, can_close: bool) -> None:
    state.push("text", "", 0).content = text
    token = len(state.tokens) - 1
    state.delimiters.append(Delimiter(ord(text[0]), length, token, -1, can_open, can_close))


def _flanks(state: StateInline) -> tuple[int, bool, bool]:
    """How many marks stand here, and whether they can open and close."""
    source, start, end = state.src, state.pos, state.pos
    while end < state.posMax and source[end] == source[start]:
        end += 1
    before = source[start - 1] if start > 0 else " "
    after = source[end] if end < state.posMax else " "
    before_wide = _is_wide_here(before, source[start - 2] if start > 1 else " ")
    after_wide = _is_wide_here(after, source[end + 1] if end + 1 < state.posMax else " ")
    can_open = _can_flank(after, after_wide, before, before_wide)
    can_close = _can_flank(before, before_wide, after, after_wide)
    return end - start, can_open, can_close


def _is_wide_here(character: str, inner: str) -> bool:
    return is_wide(character) or (character in SHARED_MARKS and is_wide(inner))


def _can_flank(inside: str, inside_wide: bool, outside: str, outside_wide: bool) -> bool:
    """Whether marks may stand between `outside` and the marked text that starts with `inside`."""
    if isWhiteSpace(ord(inside)):
        return False
    if inside_wide or not _is_mark(inside):
        return True
    return outside_wide or isWhiteSpace(ord(outside)) or _is_mark(outside)


def _is_mark(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)
