"""Reads Markdown as language models write it.

CommonMark with tables, strike-through, tasks and formulas. HTML is text, only web and mail
addresses are links, and a line break in the text is a line break in the answer.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt

from gptdesk.domain.markdown_blocks import Block
from gptdesk.domain.markdown_emphasis import use_wide_emphasis
from gptdesk.domain.markdown_math import use_formulas
from gptdesk.domain.markdown_tables import use_tables_after_lists
from gptdesk.domain.markdown_text import inline_text, plain_text
from gptdesk.domain.markdown_tree import Node, blocks, nodes

__all__ = ["inline_text", "outline", "parse", "plain_text", "structure"]

DEEPEST = 60
"""Nesting beyond this is shown flat: the parser is recursive, and answers can be hostile."""


def parse(text: str, env: MutableMapping[str, Any] | None = None) -> tuple[Block, ...]:
    """The blocks of a text. Link definitions are looked up in `env` and added to it."""
    return blocks(outline(text, env))


def outline(text: str, env: MutableMapping[str, Any] | None = None) -> tuple[Node, ...]:
    """The parser's tree of a text, with the lines that each block covers."""
    return nodes(_parser().parse(text, {} if env is None else env))


def structure(text: str) -> tuple[Node, ...]:
    """The blocks without their words, which is several times faster."""
    md = _parser()
    return nodes(md.block.parse(text, md, {}, []) or [])


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    md.enable(["table", "strikethrough"])
    md.disable(["html_block", "html_inline"])
    use_tables_after_lists(md)
    use_wide_emphasis(md)
    use_formulas(md)
    return md
