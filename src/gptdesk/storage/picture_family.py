"""Parents and children of pictures in the database."""

from __future__ import annotations

import sqlite3

from gptdesk.domain.gallery import Lineage
from gptdesk.storage.picture_rows import records

_FAMILY = """
WITH RECURSIVE
up (number) AS (
    SELECT number FROM pictures WHERE id = ?
    UNION SELECT parent FROM picture_parents JOIN up ON child = up.number
),
down (number) AS (
    SELECT number FROM pictures WHERE id = ?
    UNION SELECT child FROM picture_parents JOIN down ON parent = down.number
)
SELECT id, number FROM pictures
WHERE is_whole = 1 AND (number IN up OR number IN down) ORDER BY created, number LIMIT ?"""
MOST = 1000


def lineage(connection: sqlite3.Connection, name: str) -> Lineage:
    """All it came from and all that came from it, deleted ones as well, the oldest first."""
    rows = connection.execute(_FAMILY, (name, name, MOST)).fetchall()
    names = {number: one for one, number in rows}
    pairs = []
    for number in names:
        for (parent,) in connection.execute(
            "SELECT parent FROM picture_parents WHERE child = ? ORDER BY place", (number,)
        ):
            if parent in names:
                pairs.append((names[parent], names[number]))
    return Lineage(records(connection, [one for one, _ in rows]), tuple(pairs))


def bridge(connection: sqlite3.Connection, number: int) -> None:
    """Let the children of a picture that goes have its parents instead."""
    parents = connection.execute(
        "SELECT parent FROM picture_parents WHERE child = ? ORDER BY place", (number,)
    ).fetchall()
    children = connection.execute(
        "SELECT child FROM picture_parents WHERE parent = ?", (number,)
    ).fetchall()
    for (child,) in children:
        for (parent,) in parents:
            connection.execute(
                "INSERT INTO picture_parents SELECT ?, 1 + max(place), ? FROM picture_parents"
                " WHERE child = ?"
                " HAVING NOT EXISTS (SELECT 1 FROM picture_parents WHERE child = ? AND parent = ?)",
                (child, parent, child, child, parent),
            )
