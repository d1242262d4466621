r"""Formulas in Markdown: `$x$`, `$$x$$`, `\(x\)` and `\[x\]`, told apart from prices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gptdesk.domain.markdown_emphasis import is_wide

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

CLOSERS = {"$$": "$$", r"\[": r"\]"}
IN_TEXT = re.compile(
    r"\$\$(?P<two>(?:[^$\\]|\\.)+)\$\$"
    r"|\$(?P<one>(?![\s$])(?:[^$\\\n]|\\.)+)(?<!\s)\$(?![\w$])"
    r"|\\\((?P<round>.{1,1000}?)\\\)"
    r"|\\\[(?P<square>.{1,1000}?)\\\]",
    re.DOTALL | re.ASCII,
)
WORDS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}")


def use_formulas(md: MarkdownIt) -> None:
    """Add the rules for formulas in a line and in lines of their own."""
    md.inline.ruler.before("escape", "formula", _in_text)
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", "formula", _alone, {"alt": interrupts})


def _in_text(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    match = IN_TEXT.match(state.src, state.pos, state.posMax)
    if match is None or _is_price(state.src, match):
        return False
    if not silent:
        token = state.push("formula_inline", "", 0)
        token.content = match[match.lastgroup or 0].strip()
    state.pos = match.end()
    return True


def _is_price(source: str, match: re.Match[str]) -> bool:
    """`US$5`, or `$5 to US$`: money with words between, not a formula."""
    content = match["one"]
    if content is None:
        return False
    before = source[match.start() - 1] if match.start() else " "
    if before.isascii() and (before.isalnum() or before == "$"):
        return True
    has_words = WORDS.search(content) is not None or any(map(is_wide, content))
    return content[0].isdigit() and has_words


def _alone(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A line `$$ x $$`, or `$$` alone: then it goes on to the closing mark or an empty line."""
    if state.is_code_block(first):
        return False
    line = _line(state, first)
    closer = CLOSERS.get(line[:2])
    if closer is None or not (line == line[:2] or (len(line) > 4 and line.endswith(closer))):
        return False
    if silent:
        return True
    if line == line[:2]:
        content, end, is_closed = _following(state, first + 1, last, closer)
    else:
        content, end, is_closed = line[2:-2], first + 1, True
    token = state.push("formula", "", 0)
    token.content = content.strip()
    token.map = [first, end]
    token.meta["closed"] = is_closed
    state.line = end
    return True


def _following(state: StateBlock, first: int, last: int, closer: str) -> tuple[str, int, bool]:
    lines: list[str] = []
    for number in range(first, last):
        if state.isEmpty(number) or state.sCount[number] < state.blkIndent:
            return "\n".join(lines), number, True
        line = _line(state, number)
        if line.endswith(closer):
            return "\n".join([*lines, line[:-2]]), number + 1, True
        lines.append(line)
    return "\n".join(lines), last, False


def _line(state: StateBlock, number: int) -> str:
    start = state.bMarks[number] + state.tShift[number]
    return state.src[start : state.eMarks[number]].rstrip(" \t")
