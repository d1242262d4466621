"""A picture's family as rows of a tree."""

from __future__ import annotations

from dataclasses import dataclass

from gptdesk.domain.gallery import Lineage
from gptdesk.domain.images import PictureRecord

MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """`depth` counts from the oldest; `is_last` for each depth says whether a line ends there."""

    record: PictureRecord
    depth: int
    is_last: tuple[bool, ...] = ()
    is_current: bool = False


def family_rows(lineage: Lineage, current: str) -> tuple[FamilyRow, ...]:
    """Each picture once, under the first one that it was made from."""
    records = {record.id: record for record in lineage.pictures}
    under: dict[str, str] = {}
    for parent, child in lineage.pairs:
        if parent in records and child in records:
            under.setdefault(child, parent)
    children: dict[str, list[str]] = {}
    for record in lineage.pictures:
        children.setdefault(under.get(record.id, ""), []).append(record.id)
    rows: list[FamilyRow] = []
    waiting = [(one, 0, ()) for one in reversed(children.get("", []))]
    stack: list[tuple[str, int, tuple[bool, ...]]] = list(waiting)
    while stack and len(rows) < MOST_ROWS:
        picture, depth, ends = stack.pop()
        rows.append(FamilyRow(records[picture], depth, ends, picture == current))
        below = children.get(picture, [])
        for number, child in reversed(list(enumerate(below))):
            stack.append((child, depth + 1, (*ends, number == len(below) - 1)))
    return tuple(rows)
