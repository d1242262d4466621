"""Bringing a database up to date, one numbered script after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gptdesk.domain.problems import StorageNewer

APPLICATION_ID = 0x67707464


def scripts() -> tuple[Path, ...]:
    """The steps in their order; the first one makes an empty file into version 1."""
    return tuple(sorted(Path(__file__).with_name("migrations").glob("[0-9]*.sql")))


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection,
    steps: Sequence[Path],
    before: Callable[[], object] = lambda: None,
) -> None:
    """Apply the steps that are missing, each whole or not at all; call `before` ahead of them.

    Raises StorageNewer for a database that has taken steps unknown here.
    """
    version = version_of(connection)
    if version > len(steps):
        raise StorageNewer(f"version {version}, known here {len(steps)}")
    if version < len(steps):
        before()
    for number, step in enumerate(steps[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements(step.read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            roll_back(connection)
            raise


def roll_back(connection: sqlite3.Connection) -> None:
    """Undo the open transaction, which SQLite may have undone itself by now."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def statements(script: str) -> Iterator[str]:
    """Split where a statement ends, which within a trigger is not at each semicolon."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
