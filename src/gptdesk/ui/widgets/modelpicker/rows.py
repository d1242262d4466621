"""Which rows the choice of models shows, in which order, for what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.ui.widgets.modelpicker.values import Kind, ModelGroup, Row, Standing

translate = QCoreApplication.translate

SOON = timedelta(days=92)
"""A model that ends within a quarter is warned of."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All rows with what is searched in them, made once and not for every key."""

    groups: tuple[ModelGroup, ...]
    rows: tuple[tuple[Row, str], ...]


def shelf_of(groups: Sequence[ModelGroup], today: date) -> Shelf:
    rows = [row for group in groups for row in _models(group, today)]
    return Shelf(tuple(groups), tuple((row, _searched(row)) for row in rows))


def rows_for(
    shelf: Shelf, query: str, task: Task, current: tuple[str, str] = ("", "")
) -> list[Row]:
    """Recommended ones first, then each connection, those that end, and those of this computer."""
    words = query.casefold().split()
    found = [
        row
        for row, said in shelf.rows
        if (all(word in said for word in words) if words else _fits(row, task, current))
    ]
    lasting = [row for row in found if not row.is_local and row.standing is Standing.LASTING]
    best = [row for row in lasting if row.names_connection]
    rows = _section(translate("ModelPicker", "Recommended"), best)
    rest = [row for row in lasting if not row.names_connection]
    for group in shelf.groups:
        if not group.is_local:
            rows += _of_connection(group, rest, words)
    ending = [row for row in found if not row.is_local and row.standing is not Standing.LASTING]
    ending.sort(key=lambda row: (row.standing is Standing.GONE, _end(row)))
    rows += _section(translate("ModelPicker", "Switched off soon, or gone"), ending)
    for group in shelf.groups:
        if group.is_local:
            rows += _of_connection(group, found, words)
    return [*rows, *_typed(shelf.groups, query.strip(), current)]


def standing_of(facts: ModelFacts, today: date) -> Standing:
    if facts.is_retired(today):
        return Standing.GONE
    if facts.shutdown is not None and facts.shutdown <= today + SOON:
        return Standing.ENDING
    return Standing.LASTING


def _models(group: ModelGroup, today: date) -> Iterator[Row]:
    for offer in group.models:
        standing = standing_of(offer.facts, today)
        stands_apart = offer.facts.is_recommended or standing is not Standing.LASTING
        yield Row(
            Kind.MODEL,
            group.label(offer.name),
            group.connection_id,
            group.name,
            offer,
            standing,
            group.is_local,
            group.is_free,
            names_connection=stands_apart and not group.is_local,
        )


def _searched(row: Row) -> str:
    name = row.offer.name if row.offer is not None else ""
    return f"{name} {row.text} {row.connection}".casefold()


def _fits(row: Row, task: Task, current: tuple[str, str]) -> bool:
    """Names that nobody knows may talk, unless a word in them says something else."""
    assert row.offer is not None
    return row.offer.facts.task is task or row.choice == current


def _end(row: Row) -> date:
    assert row.offer is not None
    return row.offer.facts.shutdown or date.max


def _section(title: str, rows: list[Row]) -> list[Row]:
    return [Row(Kind.HEADING, title), *rows] if rows else []


def _of_connection(group: ModelGroup, rows: list[Row], words: Sequence[str]) -> list[Row]:
    """While somebody searches, only what was found counts."""
    note = [Row(Kind.NOTE, group.note)] if group.note and not words else []
    mine = [row for row in rows if row.connection_id == group.connection_id]
    if not mine and not note:
        return []
    return [Row(Kind.HEADING, group.name, group.connection_id), *mine, *note]


def _typed(groups: Sequence[ModelGroup], name: str, current: tuple[str, str]) -> Iterator[Row]:
    """Any name may be tried at any connection that has one to try."""
    if not name or " " in name:
        return
    order = sorted(groups, key=lambda group: group.connection_id != current[0])
    for group in order:
        is_there = any(offer.name == name for offer in group.models)
        if not group.is_free and not is_there:
            yield Row(Kind.TYPED, name, group.connection_id, group.name)
