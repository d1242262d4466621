"""Which rows the choice of models shows, in which order, for what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.ui.widgets.modelpicker.values import Kind, ModelGroup, Row, Standing

translate = QCoreApplication.translate

SOON = timedelta(days=92)
"""A model that ends within a quarter is warned of."""


def rows_for(
    groups: Sequence[ModelGroup],
    query: str,
    task: Task,
    today: date,
    current: tuple[str, str] = ("", ""),
) -> list[Row]:
    """Recommended ones first, then each connection, those that end, and those of this computer."""
    words = query.casefold().split()
    found = [
        row
        for group in groups
        for row in _models(group, today)
        if _matches(row, words) and (words or _fits(row, task) or row.choice == current)
    ]
    lasting = [row for row in found if not row.is_local and row.standing is Standing.LASTING]
    best = [row for row in lasting if row.offer is not None and row.offer.facts.is_recommended]
    rows = _section(translate("ModelPicker", "Recommended"), best)
    for group in groups:
        if not group.is_local:
            mine = [r for r in lasting if r.connection_id == group.connection_id and r not in best]
            rows += _of_connection(group, mine, words)
    ending = [row for row in found if not row.is_local and row.standing is not Standing.LASTING]
    ending.sort(key=lambda row: (row.standing is Standing.GONE, _end(row)))
    rows += _section(translate("ModelPicker", "Switched off soon, or gone"), ending)
    for group in groups:
        if group.is_local:
            mine = [row for row in found if row.connection_id == group.connection_id]
            rows += _of_connection(group, mine, words)
    return [*rows, *_typed(groups, query.strip(), current)]


def standing_of(facts: ModelFacts, today: date) -> Standing:
    if facts.is_retired(today):
        return Standing.GONE
    if facts.shutdown is not None and facts.shutdown <= today + SOON:
        return Standing.ENDING
    return Standing.LASTING


def _models(group: ModelGroup, today: date) -> Iterator[Row]:
    for offer in group.models:
        yield Row(
            Kind.MODEL,
            group.label(offer.name),
            group.connection_id,
            group.name,
            offer,
            standing_of(offer.facts, today),
            group.is_local,
            group.is_free,
        )


def _matches(row: Row, words: Sequence[str]) -> bool:
    if not words:
        return True
    name = row.offer.name if row.offer is not None else ""
    said = f"{name} {row.text} {row.connection}".casefold()
    return all(word in said for word in words)


def _fits(row: Row, task: Task) -> bool:
    """Names that nobody knows may talk, unless a word in them says something else."""
    return row.offer is not None and row.offer.facts.task is task


def _end(row: Row) -> date:
    assert row.offer is not None
    return row.offer.facts.shutdown or date.max


def _section(title: str, rows: list[Row]) -> list[Row]:
    return [Row(Kind.HEADING, title), *rows] if rows else []


def _of_connection(group: ModelGroup, rows: list[Row], words: Sequence[str]) -> list[Row]:
    """While somebody searches, only what was found counts."""
    note = [Row(Kind.NOTE, group.note)] if group.note and not words else []
    if not rows and not note:
        return []
    mine = [replace(row, names_connection=False) for row in rows]
    return [Row(Kind.HEADING, group.name, group.connection_id), *mine, *note]


def _typed(groups: Sequence[ModelGroup], name: str, current: tuple[str, str]) -> Iterator[Row]:
    """Any name may be tried at any connection that has one to try."""
    if not name or " " in name:
        return
    order = sorted(groups, key=lambda group: group.connection_id != current[0])
    for group in order:
        is_there = any(offer.name == name for offer in group.models)
        if not group.is_local and not is_there:
            yield Row(Kind.TYPED, name, group.connection_id, group.name)
