"""What a table of the explorer holds: columns, rows and cells, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gptdesk.domain.search import fold

Order = float | str | None
"""What a cell is sorted by; None comes last, in whichever direction."""


class Look(StrEnum):
    """How a cell is drawn."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    GONE = "gone"
    """Struck through: it does not answer any more."""
    OK = "ok"
    WARN = "warn"
    ERROR = "error"


BADGES = frozenset({Look.OK, Look.WARN, Look.ERROR})


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon at its fixed place; pale where the ability is absent."""

    icon: str
    name: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """`tip` tells where a figure comes from and of when it is; `badge` stands behind the text."""

    text: str
    order: Order = None
    tip: str = ""
    look: Look = Look.PLAIN
    signs: tuple[Sign, ...] = ()
    badge: str = ""

    @property
    def spoken(self) -> str:
        """For screen readers, and for a copy of the table."""
        if self.signs:
            return ", ".join(sign.name for sign in self.signs if sign.is_there)
        return f"{self.text} ({self.badge})" if self.badge else self.text


@dataclass(frozen=True, slots=True)
class Column:
    """`is_number`: right-aligned, with figures of one width. `widest` limits it, in pixels."""

    title: str
    tip: str = ""
    is_number: bool = False
    widest: int = 260


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. `tags` are what the filters ask for; `use` is what Chat can take over."""

    cells: tuple[Cell, ...]
    tags: frozenset[str] = frozenset()
    use: tuple[str, str] | None = None
    words: str = field(default="", compare=False)
    """What the search looks through, folded."""


@dataclass(frozen=True, slots=True)
class Table:
    """One of the explorer's tables. `filters` are the tags that can be asked for, with names."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    filters: Mapping[str, str] = field(default_factory=dict)
    services: Mapping[str, str] = field(default_factory=dict)
    """Ids and names, where the rows belong to services (tag "service:ID")."""
    sorted_by: int | None = None


def row(
    cells: Sequence[Cell],
    tags: Sequence[str] = (),
    use: tuple[str, str] | None = None,
    also: str = "",
) -> Row:
    """With the words that the search finds it by; `also` are more than what is shown."""
    words = " ".join([*(cell.spoken for cell in cells), also])
    return Row(tuple(cells), frozenset(tags), use, fold(words))


def found(rows: Sequence[Row], query: str, tags: Sequence[str]) -> list[Row]:
    """Those that have every word of the query and every tag."""
    terms = fold(query).split()
    wanted = frozenset(tags)
    return [one for one in rows if wanted <= one.tags and all(term in one.words for term in terms)]


def in_order(rows: Sequence[Row], column: int, *, is_falling: bool) -> list[Row]:
    """Sorted by a column; what has no value there comes last, equals keep their order."""
    known = [one for one in rows if one.cells[column].order is not None]
    unknown = [one for one in rows if one.cells[column].order is None]
    known.sort(key=lambda one: _key(one.cells[column].order), reverse=is_falling)
    return known + unknown


def _key(order: Order) -> tuple[bool, float, str]:
    if isinstance(order, str):
        return True, 0.0, fold(order)
    return False, order or 0.0, ""


def as_lines(table: Table, rows: Sequence[Row]) -> list[list[str]]:
    """The table for a spreadsheet, with its head."""
    head = [column.title for column in table.columns]
    return [head, *([cell.spoken for cell in one.cells] for one in rows)]
