"""The words of Markdown blocks without any marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def plain_text(found: Sequence[Block]) -> str:
    """What stands there, without any marks."""
    return "\n".join(line for block in found for line in _lines(block))


def inline_text(found: Sequence[Inline]) -> str:
    """The words without any marks."""
    return "".join(map(_words, found))


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
