"""Numbered steps: each whole or not at all, with a copy made before the first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from gptdesk.domain.problems import StorageNewer
from gptdesk.storage.migrating import migrate, roll_back, scripts, statements, version_of

TRIGGER = """
-- A step; with a semicolon in its comment
CREATE TABLE a (x TEXT DEFAULT ';');
CREATE TRIGGER t AFTER INSERT ON a BEGIN
    UPDATE a SET x = 'one;';
    UPDATE a SET x = x || 'two';
END;
INSERT INTO a VALUES ('zero');
-- The end
"""


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def steps(folder: Path, *texts: str) -> list[Path]:
    paths = [folder / f"{number:04}_step.sql" for number in range(1, len(texts) + 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_our_own_steps_are_numbered_without_a_gap() -> None:
    names = [path.name for path in scripts()]
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_a_trigger_is_one_statement(connection: sqlite3.Connection) -> None:
    found = list(statements(TRIGGER))
    assert len(found) == 3
    for statement in found:
        connection.execute(statement)
    assert connection.execute("SELECT x FROM a").fetchall() == [("one;two",)]


def test_only_missing_steps_are_taken(connection: sqlite3.Connection, tmp_path: Path) -> None:
    all_steps = steps(tmp_path, "CREATE TABLE a (x);", "CREATE TABLE b (x);")
    migrate(connection, all_steps[:1])
    migrate(connection, all_steps)
    migrate(connection, all_steps)
    assert version_of(connection) == 2


def test_a_copy_is_made_before_the_first_step_and_only_then(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    all_steps = steps(tmp_path, "CREATE TABLE a (x);", "CREATE TABLE b (x);")
    seen: list[int] = []
    for _ in range(2):
        migrate(connection, all_steps, lambda: seen.append(version_of(connection)))
    assert seen == [0]


def test_a_step_that_fails_leaves_the_steps_before_it(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    bad = "CREATE TABLE b (x); \nINSERT INTO b VALUES (1);\nSELECT nonsense;"
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, steps(tmp_path, "CREATE TABLE a (x);", bad))
    assert version_of(connection) == 1
    assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("a",)]
    assert not connection.in_transaction


def test_unknown_steps_are_a_newer_database(connection: sqlite3.Connection, tmp_path: Path) -> None:
    connection.execute("PRAGMA user_version = 3")
    with pytest.raises(StorageNewer):
        migrate(connection, steps(tmp_path, "CREATE TABLE a (x);"))


def test_rolling_back_without_a_transaction_is_fine(connection: sqlite3.Connection) -> None:
    roll_back(connection)
    assert not connection.in_transaction
