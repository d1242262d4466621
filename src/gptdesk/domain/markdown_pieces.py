"""Cuts a block of enormous length into pieces of about a thousand characters.

Code is cut between lines, lists between items, tables between rows, quotes between paragraphs and
prose between sentences. Where a cut lies depends only on the text before it, so a text that
arrives slowly is cut as one that is there at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from gptdesk.domain.markdown import outline, structure
from gptdesk.domain.markdown_blocks import Block, CodeBlock, ListBlock, Paragraph, Quote, Table
from gptdesk.domain.markdown_tree import Node, blocks, is_closed

LIMIT = 1000
SENTENCE_END = re.compile(
    r"(?:[.!?][\"')\]]*\s+|[。！？；…]+[”’）】」』]*\s*|\n)(?=[^\W\d_])|[。！？；](?=[^\W\d_])"
)
WORD_END = re.compile(r"\s+(?=[^\W\d_])|(?<=[^\W\d_])(?=[^\W\d_])")
NO_BLOCK = re.compile(r"(?![\s>#`~|=+\d-]|[*_]\s|[*_]{3}|\$\$|\\\[|\[[^\[])")
"""A place in a line where what follows would not be taken for the start of another block."""
MARKS = re.compile(r"`+|\*\*|~~|\$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that can be read on its own.

    `prefix` are the lines to put before it so that it is read as what it is the rest of; `start`
    is the number of its first item, where that is not what the text says.
    """

    source: str
    prefix: str = ""
    follows: bool = False
    start: int | None = None

    def blocks(self, references: dict[str, Any]) -> tuple[Block, ...]:
        found = blocks(self.outline(references))
        if not self.follows or not found:
            return found
        match found[0]:
            case ListBlock(start=int()):
                first: Block = replace(found[0], follows=True, start=self.start)
            case Paragraph() | ListBlock() | CodeBlock() | Table() | Quote():
                first = replace(found[0], follows=True)
            case _:
                return found
        return (first, *found[1:])

    def outline(self, references: dict[str, Any]) -> tuple[Node, ...]:
        return outline(self.prefix + self.source, {"references": references})


def split(piece: Piece, *, is_whole: bool) -> list[Piece]:
    """The pieces of a single block. Unless it `is_whole`, the last one is still growing."""
    if len(piece.source) <= LIMIT:
        return [piece]
    found = structure(piece.prefix + piece.source)
    if len(found) != 1 or found[0].kind == "heading":
        return [piece]
    if found[0].kind == "paragraph":
        return list(_sentences(piece, is_whole=is_whole))
    source = piece.source
    if not is_whole:
        source = source[: source.rfind("\n") + 1]
        found = structure(piece.prefix + source)
        if len(found) != 1:
            return [piece]
    pieces = list(_cut_lines(piece, found[0], source))
    if len(pieces) > 1 and not all(_is_alone(part, found[0].kind) for part in pieces):
        return [piece]
    pieces[-1] = replace(pieces[-1], source=pieces[-1].source + piece.source[len(source) :])
    return pieces


def _is_alone(piece: Piece, kind: str) -> bool:
    found = structure(piece.prefix + piece.source)
    return [node.kind for node in found] == [kind]


def _cut_lines(piece: Piece, node: Node, source: str) -> Iterator[Piece]:
    lines = _lines(source)
    above = piece.prefix.count("\n")
    prefix = piece.prefix or _prefix(node, lines)
    first, taken, items = 0, 0, 0
    current = piece
    boundaries = {line - above: item for item, line in enumerate(_boundaries(node, lines, above))}
    for number, line in enumerate(lines):
        if number in boundaries and taken >= LIMIT:
            yield replace(current, source="".join(lines[first:number]))
            items = boundaries[number] + 1
            start = _start(piece, node)
            start = None if start is None else start + items
            current = Piece("", prefix, follows=True, start=start)
            first, taken = number, 0
        taken += len(line)
    yield replace(current, source="".join(lines[first:]))


def _lines(source: str) -> list[str]:
    """Like splitlines, which would also split at characters that Markdown takes for text."""
    parts = source.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _prefix(node: Node, lines: list[str]) -> str:
    first = node.lines[0]
    match node.kind:
        case "fence":
            return lines[first]
        case "table":
            return "".join(lines[first : first + 2])
    return ""


def _start(piece: Piece, node: Node) -> int | None:
    if node.kind != "ordered_list":
        return None
    if piece.start is not None:
        return piece.start
    start = node.token.attrGet("start")
    return 1 if start is None else int(start)


def _boundaries(node: Node, lines: list[str], above: int) -> list[int]:
    """The lines before which the block may be cut, counted from the prefix on."""
    first, last = node.lines
    match node.kind:
        case "fence":
            end = last - 1 if is_closed(node) else last
            return list(range(first + 2, end))
        case "bullet_list" | "ordered_list":
            return [item.lines[0] for item in node.children[1:]]
        case "blockquote":
            return [child.lines[1] for child in node.children[:-1]]
        case "table":
            rows = [row for part in node.children if part.kind == "tbody" for row in part.children]
            return [row.lines[0] for row in rows[1:]]
        case "code_block":
            pairs = range(first + 1, last)
            return [n for n in pairs if lines[n - above].strip() and lines[n - above - 1].strip()]
    return []


def _sentences(piece: Piece, *, is_whole: bool) -> Iterator[Piece]:
    rest = piece.source
    while cut := _sentence_end(rest, is_whole=is_whole):
        yield replace(piece, source=rest[:cut])
        piece = Piece("", follows=True)
        rest = rest[cut:]
    yield replace(piece, source=rest)


def _sentence_end(text: str, *, is_whole: bool) -> int:
    """Where to cut, or 0. Bold words and code stay whole if that can be helped."""
    for match in SENTENCE_END.finditer(text, LIMIT, 4 * LIMIT):
        if _is_balanced(text[: match.end()]):
            return match.end()
    if len(text) < 4 * LIMIT:
        return 0
    word = WORD_END.search(text, 2 * LIMIT, 4 * LIMIT) or NO_BLOCK.search(text, 3 * LIMIT)
    return word.end() if word is not None and word.end() < len(text) else 0


def _is_balanced(text: str) -> bool:
    marks = MARKS.findall(text)
    single = text.count("*") - 2 * marks.count("**")
    return (
        all(marks.count(mark) % 2 == 0 for mark in set(marks))
        and single % 2 == 0
        and text.count("[") == text.count("]")
    )
