"""Turns the parser's flat list of tokens into blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gptdesk.domain.markdown_blocks import (
    Block,
    Break,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Formula,
    Heading,
    Inline,
    InlineFormula,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
BARE_LINK = re.compile(
    r"https?://[^\s<>\"'`|\u2018-\u201d\u3000-\u303f\uff00-\uff60\u4e00-\u9fff]+"
)
TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Node:
    """A token with what stands between it and its closing token."""

    token: Token
    children: tuple[Node, ...]

    @property
    def kind(self) -> str:
        return self.token.type.removesuffix("_open")

    @property
    def lines(self) -> tuple[int, int]:
        first, last = self.token.map or (0, 0)
        return first, last


def nodes(tokens: Sequence[Token]) -> tuple[Node, ...]:
    """Nest a flat list of tokens."""
    stack: list[list[Node]] = [[]]
    opened: list[Token] = []
    for token in tokens:
        if token.nesting > 0:
            opened.append(token)
            stack.append([])
        elif token.nesting < 0:
            inner = tuple(stack.pop())
            stack[-1].append(Node(opened.pop(), inner))
        else:
            stack[-1].append(Node(token, ()))
    return tuple(stack[0])


def is_closed(node: Node) -> bool:
    """Whether the end of a fence or formula was seen."""
    if node.kind == "fence":
        first, last = node.lines
        content = node.token.content
        lines = content.count("\n") + (bool(content) and not content.endswith("\n"))
        return last - first > lines + 1
    return bool(node.token.meta.get("closed", True))


def block(node: Node) -> Block:
    return _BLOCKS[node.kind](node)


def blocks(found: Sequence[Node]) -> tuple[Block, ...]:
    return tuple(map(block, found))


def _heading(node: Node) -> Block:
    return Heading(int(node.token.tag[1:]), _content(node))


def _paragraph(node: Node) -> Block:
    return Paragraph(_content(node))


def _rule(node: Node) -> Block:
    return Rule()


def _fence(node: Node) -> Block:
    language = node.token.info.strip().split(maxsplit=1)
    text = node.token.content.removesuffix("\n")
    return CodeBlock(language[0] if language else "", text, is_closed(node))


def _indented(node: Node) -> Block:
    return CodeBlock("", node.token.content.removesuffix("\n"))


def _quote(node: Node) -> Block:
    return Quote(blocks(node.children))


def _bullets(node: Node) -> Block:
    return ListBlock(tuple(map(_item, node.children)))


def _numbers(node: Node) -> Block:
    start = node.token.attrGet("start")
    return ListBlock(tuple(map(_item, node.children)), 1 if start is None else int(start))


def _item(node: Node) -> ListItem:
    inner = blocks(node.children)
    match inner:
        case (Paragraph(children=(Text(text), *words)), *others):
            if task := TASK.match(text):
                rest = (Text(text[task.end() :]), *words)
                return ListItem((Paragraph(rest), *others), task[1] != " ")
    return ListItem(inner)


def _table(node: Node) -> Block:
    sections = {section.kind: section.children for section in node.children}
    head = sections["thead"][0].children
    rows = sections.get("tbody", ())
    return Table(
        tuple(map(_content, head)),
        tuple(str(cell.token.attrGet("style") or "").removeprefix("text-align:") for cell in head),
        tuple(tuple(map(_content, row.children)) for row in rows),
    )


def _formula(node: Node) -> Block:
    return Formula(node.token.content)


_BLOCKS: dict[str, Callable[[Node], Block]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "hr": _rule,
    "fence": _fence,
    "code_block": _indented,
    "blockquote": _quote,
    "bullet_list": _bullets,
    "ordered_list": _numbers,
    "table": _table,
    "formula": _formula,
}


def _content(node: Node) -> Cell:
    """The words of a block that holds nothing but words."""
    tokens = [token for child in node.children for token in child.token.children or ()]
    return _joined(_inlines(nodes(tokens), in_link=False))


def _inlines(found: Sequence[Node], *, in_link: bool) -> Iterator[Inline]:
    for node in found:
        match node.kind:
            case "text" | "text_special":
                yield from _plain(node.token.content, in_link=in_link)
            case "link":
                yield from _link(str(node.token.attrGet("href") or ""), node.children)
            case "image":
                yield from _image(node.token)
            case "strong" | "em" | "s":
                yield _MARKS[node.kind](_joined(_inlines(node.children, in_link=in_link)))
            case _:
                yield _single(node)


def _single(node: Node) -> Inline:
    match node.kind:
        case "code_inline":
            return Code(node.token.content)
        case "formula_inline":
            return InlineFormula(node.token.content)
        case "softbreak" | "hardbreak":
            return Break()
        case _:
            return Text(node.token.content)


_MARKS: dict[str, Callable[[Cell], Inline]] = {"strong": Strong, "em": Emphasis, "s": Strike}


def _link(href: str, found: Sequence[Node]) -> Iterator[Inline]:
    """A link if its address may be opened, otherwise only its words."""
    is_safe = SAFE_LINK.match(href) is not None
    children = _joined(_inlines(found, in_link=is_safe))
    if is_safe:
        yield Link(href, children or (Text(href),))
    else:
        yield from children


def _image(token: Token) -> Iterator[Inline]:
    href = str(token.attrGet("src") or "")
    if SAFE_LINK.match(href):
        yield Link(href, (Text(token.content or href),))
    else:
        yield Text(token.content)


def _plain(text: str, *, in_link: bool) -> Iterator[Inline]:
    """Text, in which addresses are links unless it already stands in one."""
    position = 0
    for match in () if in_link else BARE_LINK.finditer(text):
        href = match[0].rstrip(".,:;!?*_~")
        if href.count(")") > href.count("("):
            href = href[: href.rindex(")")].rstrip(".,:;!?*_~")
        if not SAFE_LINK.match(href):
            continue
        yield Text(text[position : match.start()])
        yield Link(href, (Text(href),))
        position = match.start() + len(href)
    yield Text(text[position:])


def _joined(found: Iterator[Inline]) -> Cell:
    """Neighbouring texts become one, empty ones vanish."""
    result: list[Inline] = []
    for inline in found:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if result and isinstance(result[-1], Text):
                result[-1] = replace(result[-1], text=result[-1].text + inline.text)
                continue
        result.append(inline)
    return tuple(result)
