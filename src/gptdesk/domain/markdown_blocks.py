"""What a Markdown text is made of: blocks, and the marked-up words inside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class InlineFormula:
    """LaTeX as it was written, without the dollars around it."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strike:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Leads to a web page or a mail address; a picture is a link to it, never loaded."""

    href: str
    children: tuple[Inline, ...]


Inline: TypeAlias = Text | Code | InlineFormula | Break | Strong | Emphasis | Strike | Link


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`follows`, here and below: it goes on with the block before, which was cut for its length."""

    children: tuple[Inline, ...]
    follows: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """`checked` is None unless the item is a task."""

    blocks: tuple[Block, ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """`start` is the first number, or None if the items have dots."""

    items: tuple[ListItem, ...]
    start: int | None = None
    follows: bool = False


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """`closed` is False while its end has not been seen. The text ends without a line break."""

    language: str
    text: str
    closed: bool = True
    follows: bool = False


Cell: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Each of `alignments` is left, right, center or empty."""

    head: tuple[Cell, ...]
    alignments: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that stands alone, as LaTeX."""

    text: str


Block: TypeAlias = Heading | Paragraph | ListBlock | CodeBlock | Table | Quote | Rule | Formula
