"""Sets of pictures with names, in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gptdesk.domain.gallery import Collection
from gptdesk.storage.rows import insert, storable


def every(connection: sqlite3.Connection) -> tuple[Collection, ...]:
    """By name, with the number of pictures that can be seen in it."""
    rows = connection.execute(
        """SELECT id, name, created,
            (SELECT count(*) FROM picture_collected JOIN pictures AS p ON p.number = picture
             WHERE collection = c.number AND p.deleted IS NULL AND p.is_whole = 1)
        FROM picture_collections AS c WHERE deleted IS NULL"""
    )
    return tuple(sorted((Collection(*row) for row in rows), key=_by_name))


def _by_name(collection: Collection) -> tuple[str, float]:
    return collection.name.casefold(), collection.created


def add(connection: sqlite3.Connection, collection: Collection) -> None:
    row = {"id": collection.id, "name": storable(collection.name), "created": collection.created}
    insert(connection, "picture_collections", {**row})


def rename(connection: sqlite3.Connection, name: str, title: str) -> None:
    connection.execute(
        "UPDATE picture_collections SET name = ? WHERE id = ?", (storable(title), name)
    )


def hide(connection: sqlite3.Connection, name: str, since: float | None) -> None:
    """None shows it again, with everything that was in it."""
    connection.execute("UPDATE picture_collections SET deleted = ? WHERE id = ?", (since, name))


def purge(connection: sqlite3.Connection, until: float) -> None:
    connection.execute("DELETE FROM picture_collections WHERE deleted <= ?", (until,))


def put(connection: sqlite3.Connection, pictures: Sequence[str], name: str) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO picture_collected SELECT c.number, p.number"
        " FROM picture_collections AS c, pictures AS p WHERE c.id = ? AND p.id = ?",
        [(name, picture) for picture in pictures],
    )


def take(connection: sqlite3.Connection, pictures: Sequence[str], name: str) -> None:
    connection.executemany(
        "DELETE FROM picture_collected"
        " WHERE collection = (SELECT number FROM picture_collections WHERE id = ?)"
        " AND picture = (SELECT number FROM pictures WHERE id = ?)",
        [(name, picture) for picture in pictures],
    )
