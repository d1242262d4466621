"""Reads the pages of resources/help as docs/writing-lessons.md describes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gptdesk.domain.help_fields import (
    HelpBroken,
    read_header,
    read_question,
    read_recipe,
    read_toml,
)
from gptdesk.domain.help_pages import Box, HelpBook, Kind, Page, Part, Prose, Section

BOXES = ("curious", "note", "care")
_HEADER = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_FENCE = re.compile(r"(`{3,}|~{3,})\s*(\w*)")
_BOX = re.compile(r">\s*\[!(\w+)\]\s*(.*)")


def read_book(folder: Path, language: str) -> HelpBook:
    """All pages of one language. Raises HelpBroken with the file and what is wrong there."""
    own = folder / language
    sections = read_sections(own / "sections.toml")
    pages = tuple(
        read_page(path, kind, language)
        for kind in Kind
        for path in sorted((own / kind.value).glob("*.md"))
    )
    return HelpBook(language, sections, pages)


def read_sections(path: Path) -> tuple[Section, ...]:
    """The headings of the contents, in their order."""
    values = read_toml(_read(path), path.name)
    try:
        return tuple(
            Section(one["id"], Kind(one["kind"]), one["title"], one.get("line", ""))
            for one in values["section"]
        )
    except (KeyError, ValueError, TypeError) as error:
        raise HelpBroken(f"{path.name}: {error}") from error


def read_page(path: Path, kind: Kind, language: str) -> Page:
    """One page. Its file is named after its id."""
    where = f"{language}/{kind.value}/{path.name}"
    text = _read(path)
    found = _HEADER.match(text)
    if found is None:
        raise HelpBroken(f"{where}: a header between two lines +++ is wanted")
    header = read_header(found[1], kind, where)
    if header.id != path.stem:
        raise HelpBroken(f"{where}: the id {header.id!r} is not the name of the file")
    return Page(language, header, tuple(read_parts(text[found.end() :], where)))


def read_parts(text: str, where: str) -> Iterator[Part]:
    """Cut a text at its recipes, questions and boxes; code in it is left alone."""
    prose: list[str] = []
    lines = iter(text.splitlines())
    waiting = next(lines, None)
    while waiting is not None:
        line, waiting = waiting, next(lines, None)
        taken = [line]
        fence, box = _FENCE.match(line), _BOX.match(line)
        if fence:
            while waiting is not None and not waiting.startswith(fence[1]):
                taken.append(waiting)
                waiting = next(lines, None)
            if waiting is None:
                raise HelpBroken(f"{where}: a block that begins with {line!r} does not end")
            taken.append(waiting)
            waiting = next(lines, None)
        elif box:
            while waiting is not None and waiting.startswith(">"):
                taken.append(waiting)
                waiting = next(lines, None)
        part = _part(taken, fence[2] if fence else "", box, where)
        if part is None:
            prose += taken
            continue
        yield from _prose(prose)
        prose = []
        yield part
    yield from _prose(prose)


def _part(lines: list[str], language: str, box: re.Match[str] | None, where: str) -> Part | None:
    inner = "\n".join(lines[1:-1])
    if language == "try":
        return read_recipe(inner, f"{where}: try")
    if language == "quiz":
        return read_question(inner, f"{where}: quiz")
    if box is None:
        return None
    if box[1] not in BOXES:
        raise HelpBroken(f"{where}: there is no box {box[1]!r}. Known: {', '.join(BOXES)}")
    text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines[1:])
    return Box(box[1], box[2].strip(), text.strip())


def _prose(lines: list[str]) -> Iterator[Prose]:
    text = "\n".join(lines).strip()
    if text:
        yield Prose(text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")
