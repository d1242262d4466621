"""A page cut into what is drawn one below the other, with its links made fit for the writer.

A text is cut before every heading and around every picture, so that an anchor is the place of a
piece, and both languages have the same pieces in the same order. Links within the help get a web
address that leads nowhere (`.invalid` is reserved for that): the writer of Markdown draws only
links that could be opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from gptdesk.domain.help_pages import Box, Page, Prose, Question, Recipe

HOST = "https://gptdesk.invalid/"
INNER = ("lesson", "faq", "term", "tab", "models")
_INNER_LINK = re.compile(r"\]\((" + "|".join(INNER) + r"):([^()\s]+)\)")
_HEADING = re.compile(r"^(#{1,4}\s+.*?)\s*(?:\{#([\w-]+)\})?\s*$")
_PICTURE = re.compile(r"^!\[([^\]]*)\]\((app|figure):([\w.-]+)\)\s*$")
_FENCE = re.compile(r"^(`{3,}|~{3,})")
_STARTS = re.compile(r"\s*([-*+]\s|\d+[.)]\s|[>|#]|```|~~~|\$\$)")
"""A line that is a block, or a part of one, of its own."""
_ENDS = re.compile(r"\s*([>|#]|```|~~~|\$\$)")


@dataclass(frozen=True, slots=True)
class Words:
    """Markdown; `anchor` is the id of the heading that it begins with."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """`kind` is app or figure; `seen` says what it shows."""

    kind: str
    name: str
    seen: str


@dataclass(frozen=True, slots=True)
class BoxPiece:
    """A box whose text is ready to be written."""

    kind: str
    title: str
    text: str


Piece: TypeAlias = Words | Picture | BoxPiece | Recipe | Question


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: a kind (lesson, faq, term, tab, models, web), and what there."""

    kind: str
    name: str
    anchor: str = ""


def pieces(page: Page, figures: Callable[[str], str] = str) -> tuple[Piece, ...]:
    """What is drawn, in order; `figures` writes out what comes from the catalogue."""
    return tuple(_pieces(page, figures))


def _pieces(page: Page, figures: Callable[[str], str]) -> Iterator[Piece]:
    for part in page.parts:
        if isinstance(part, Prose):
            yield from _cut(with_inner_links(figures(part.text)))
        elif isinstance(part, Box):
            text = unwrapped(with_inner_links(figures(part.text)))
            yield BoxPiece(part.kind, part.title, text)
        else:
            yield part


def with_inner_links(text: str) -> str:
    """Links within the help as addresses that the writer draws."""
    return _INNER_LINK.sub(lambda m: f"]({HOST}{m[1]}/{m[2]})", text)


def target(address: str) -> Target:
    """Where an address leads, written either way."""
    if address.startswith(HOST):
        address = address.removeprefix(HOST).replace("/", ":", 1)
    kind, _, rest = address.partition(":")
    if kind not in INNER:
        return Target("web", address)
    name, _, anchor = rest.partition("#")
    return Target(kind, name, anchor)


def _cut(text: str) -> Iterator[Piece]:
    lines: list[str] = []
    anchor, fence = "", ""
    for line in text.splitlines():
        if mark := _FENCE.match(line):
            fence = "" if fence and line.startswith(fence) else fence or mark[1]
        heading = None if fence else _HEADING.match(line)
        picture = None if fence else _PICTURE.match(line)
        if heading or picture:
            yield from _words(lines, anchor)
            lines, anchor = [], ""
        if picture:
            yield Picture(picture[2], picture[3], picture[1])
        elif heading:
            lines, anchor = [heading[1]], heading[2] or ""
        else:
            lines.append(line)
    yield from _words(lines, anchor)


def _words(lines: list[str], anchor: str) -> Iterator[Words]:
    text = unwrapped("\n".join(lines).strip())
    if text:
        yield Words(text, anchor)


def unwrapped(text: str) -> str:
    """Lines that an editor has broken for their length become one again.

    In the chat such a break is meant; here it is not. Chinese needs no space in its place.
    """
    lines: list[str] = []
    fence = ""
    for line in text.splitlines():
        mark = _FENCE.match(line.strip())
        goes_on = bool(lines) and not fence and not mark and _goes_on(lines[-1], line)
        if mark:
            fence = "" if fence and line.strip().startswith(fence) else fence or mark[1]
        if goes_on:
            lines[-1] += _between(lines[-1], line.strip()) + line.strip()
        else:
            lines.append(line)
    return "\n".join(lines)


def _goes_on(before: str, line: str) -> bool:
    if not before.strip() or not line.strip() or before.endswith(("  ", "\\")):
        return False
    return not _STARTS.match(line) and not _ENDS.match(before)


def _between(before: str, after: str) -> str:
    return "" if _is_wide(before[-1:]) or _is_wide(after[:1]) else " "


def _is_wide(sign: str) -> bool:
    return "\u2e80" <= sign <= "\uffef"
