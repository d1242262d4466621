"""What a page of the tutorial or the FAQ is: its header and the parts of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

RecipeValue: TypeAlias = str | int | float | bool | tuple[str, ...]


class Kind(StrEnum):
    """A folder below resources/help/<language>, and what its pages are."""

    LESSON = "lessons"
    FAQ = "faq"
    TERM = "terms"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the contents, with its pages in the order of their numbers."""

    id: str
    kind: Kind
    title: str
    line: str = ""
    """What the section is about, in one sentence."""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above a page. `sources` say where its facts are from, each with its date.

    A lesson has a `goal` and `minutes`; a question of the FAQ has a `short` answer, and perhaps
    the codes of `problems` that lead to it, ids of `services` it is about and `raw` words of error
    messages by which it is found; a term has its `short` meaning and `also`, its other names.
    `original` are the entries of the tutorial's old table of contents that it stands for.
    """

    id: str
    kind: Kind
    section: str
    order: int
    title: str
    as_of: date
    goal: str = ""
    minutes: int = 0
    short: str = ""
    sources: tuple[str, ...] = ()
    original: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown, with figures of the catalogue as they stand in the file."""

    text: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """A *Try it*: fills a tab, and sends nothing by itself. `fields` are those of the tab."""

    id: str
    tab: str
    title: str
    note: str
    fields: Mapping[str, RecipeValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question to check oneself. `right` is the place of the right answer, from 0."""

    text: str
    answers: tuple[str, ...]
    right: int
    why: str


@dataclass(frozen=True, slots=True)
class Box:
    """A part that stands apart: `curious` is folded until asked for, `note` and `care` are not."""

    kind: str
    title: str
    text: str


Part: TypeAlias = Prose | Recipe | Question | Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    language: str
    header: Header
    parts: tuple[Part, ...]

    @property
    def id(self) -> str:
        return self.header.id

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        return tuple(part for part in self.parts if isinstance(part, Recipe))

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(part for part in self.parts if isinstance(part, Question))

    def texts(self) -> Iterator[str]:
        """Everything in it that is read as Markdown, in order."""
        for part in self.parts:
            if isinstance(part, Prose | Box):
                yield part.text


@dataclass(frozen=True, slots=True)
class HelpBook:
    """All pages in one language, and the sections they belong to."""

    language: str
    sections: tuple[Section, ...] = ()
    pages: tuple[Page, ...] = ()

    def page(self, kind: Kind, page_id: str) -> Page | None:
        return next((p for p in self.pages if p.header.kind is kind and p.id == page_id), None)

    def of(self, kind: Kind, section: str = "") -> tuple[Page, ...]:
        """The pages of a kind, in the order of the contents."""
        places = {one.id: number for number, one in enumerate(self.sections)}
        found = [p for p in self.pages if p.header.kind is kind]
        found = [p for p in found if section in ("", p.header.section)]
        found.sort(key=lambda p: (places.get(p.header.section, 0), p.header.order, p.id))
        return tuple(found)
