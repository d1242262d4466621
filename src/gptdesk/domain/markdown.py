"""Reads Markdown as language models write it.

CommonMark with tables, strike-through, tasks and formulas. HTML is text, only web and mail
addresses are links, and a line break in the text is a line break in the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt

from gptdesk.domain.markdown_blocks import (
    Block,
    Break,
    Code,
    CodeBlock,
    Formula,
    Inline,
    InlineFormula,
    ListBlock,
    Quote,
    Rule,
    Table,
    Text,
)
from gptdesk.domain.markdown_emphasis import use_wide_emphasis
from gptdesk.domain.markdown_math import use_formulas
from gptdesk.domain.markdown_tree import Node, blocks, nodes

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


def plain_text(found: Sequence[Block]) -> str:
    """What stands there, without any marks."""
    return "\n".join(line for block in found for line in _lines(block))


def inline_text(found: Sequence[Inline]) -> str:
    """The words without any marks."""
    return "".join(map(_words, found))


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    md.enable(["table", "strikethrough"])
    md.disable(["html_block", "html_inline"])
    use_wide_emphasis(md)
    use_formulas(md)
    return md


def _words(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | InlineFormula(text):
            return text
        case Break():
            return "\n"
        case _:
            return inline_text(inline.children)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case CodeBlock(text=text) | Formula(text):
            yield text
        case ListBlock():
            yield from _list_lines(block)
        case Quote(inner):
            yield plain_text(inner)
        case Table(head, _, rows):
            for row in (head, *rows):
                yield "\t".join(map(inline_text, row))
        case Rule():
            yield "---"
        case _:
            yield inline_text(block.children)


def _list_lines(found: ListBlock) -> Iterator[str]:
    for number, item in enumerate(found.items, found.start or 0):
        mark = "- " if found.start is None else f"{number}. "
        if item.checked is not None:
            mark += "[x] " if item.checked else "[ ] "
        inner = plain_text(item.blocks).replace("\n", "\n" + " " * len(mark))
        yield mark + inner
