"""Lets a table end a list or quote that stands directly above it.

Models write `- last item`, the next line `| a | b |` and the next `|---|---|`. CommonMark takes
such lines for the rest of the item, as it does with any text that follows without a blank line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_block import table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock


def use_tables_after_lists(md: MarkdownIt) -> None:
    """Add the rule to those that may interrupt a paragraph or a quote."""
    md.block.ruler.after("table", "outer_table", _begins, {"alt": ["paragraph", "blockquote"]})


def _begins(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Whether a table of the outermost level begins here; the rule of tables itself reads it."""
    if not silent or state.sCount[first] < 0 or state.sCount[first] > 3:
        return False
    indent, state.blkIndent = state.blkIndent, 0
    try:
        return table(state, first, last, True)
    finally:
        state.blkIndent = indent
