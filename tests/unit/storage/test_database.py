"""The one connection: whole transactions, failures in our words, no thread left."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from gptdesk.domain.problems import DiskFull, StorageDamaged, StorageReadOnly
from gptdesk.storage import database as module
from gptdesk.storage.database import Database, problem_of
from gptdesk.storage.opening import Opened


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def fact(connection: sqlite3.Connection) -> object:
    row = connection.execute("SELECT value FROM facts WHERE name = 'mine'").fetchone()
    return row[0] if row else None


def set_fact(value: str) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT OR REPLACE INTO facts VALUES ('mine', ?)", (value,))

    return work


def test_a_commit_is_on_the_disk_and_references_hold(database: Database, run) -> None:
    for name, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        assert run(database.run(lambda c, n=name: pragma(c, n))) == value


def test_all_work_is_done_in_one_named_thread(database: Database, run) -> None:
    names = {run(database.run(lambda c: threading.current_thread().name)) for _ in range(3)}
    assert len(names) == 1
    assert names.pop().startswith("gptdesk-database")


def test_work_that_fails_changes_nothing(database: Database, run) -> None:
    def fails(connection: sqlite3.Connection) -> None:
        set_fact("half")(connection)
        raise ValueError("our own mistake")

    with pytest.raises(ValueError, match="our own mistake"):
        run(database.run(fails))
    assert run(database.run(fact)) is None


def test_a_mistake_in_a_statement_is_no_problem_of_the_user(database: Database, run) -> None:
    with pytest.raises(sqlite3.OperationalError):
        run(database.run(lambda c: c.execute("SELECT nonsense")))


def test_work_is_done_though_nobody_waits_for_it_any_more(database: Database, run) -> None:
    async def cancelled() -> None:
        gate = threading.Event()
        first = asyncio.ensure_future(database.run(lambda c: gate.wait()))
        second = asyncio.ensure_future(database.run(set_fact("done")))
        await asyncio.sleep(0)
        first.cancel()
        second.cancel()
        await asyncio.gather(first, second, return_exceptions=True)
        gate.set()

    run(cancelled())
    assert run(database.run(fact)) == "done"


def test_closing_does_first_what_was_asked_for(opened: Callable[[], Opened], run) -> None:
    database = opened().database

    async def asked() -> None:
        task = asyncio.ensure_future(database.run(set_fact("last")))
        await asyncio.sleep(0)
        database.close()
        await task

    run(asked())
    assert run(opened().database.run(fact)) == "last"


def test_work_that_ends_after_the_loop_disturbs_nobody(database: Database) -> None:
    gate, begun = threading.Event(), threading.Event()

    def waits(connection: sqlite3.Connection) -> None:
        begun.set()
        gate.wait()

    async def asked() -> None:
        task = asyncio.ensure_future(database.run(waits))
        await asyncio.sleep(0)
        begun.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(asked())
    ended: Future[None] = database._worker.submit(lambda: None)
    gate.set()
    ended.result()
    assert asyncio.run(database.run(fact)) is None


def test_closing_leaves_no_thread_and_only_the_file(
    opened: Callable[[], Opened], paths, run
) -> None:
    opened().database.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("gptdesk-database")]
    assert [f.name for f in paths.data.iterdir() if f.is_file()] == ["gptdesk.db"]


def test_closing_what_was_never_opened_is_fine(run) -> None:
    database = Database()
    database.close()
    with pytest.raises(RuntimeError):
        run(database.run(fact))


def test_a_full_disk_is_a_problem_and_passes(database: Database, run) -> None:
    run(database.run(set_fact("before")))
    pages = run(database.run(lambda c: pragma(c, "page_count")))
    run(database.run(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchone()))
    with pytest.raises(DiskFull):
        run(database.run(set_fact("x" * 100_000)))
    assert run(database.run(fact)) == "before"
    run(database.run(lambda c: c.execute("PRAGMA max_page_count = 100000").fetchone()))
    run(database.run(set_fact("x" * 100_000)))
    assert run(database.run(fact)) == "x" * 100_000


def test_a_database_that_cannot_be_written_is_a_problem(database: Database, run) -> None:
    run(database.run(lambda c: c.execute("PRAGMA query_only = ON")))
    with pytest.raises(StorageReadOnly) as caught:
        run(database.run(set_fact("no")))
    assert caught.value.path == str(database.path)


def failure(code: int, name: str = "SQLITE_X") -> sqlite3.Error:
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = code
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_CORRUPT, StorageDamaged),
        (sqlite3.SQLITE_CORRUPT_VTAB, StorageDamaged),
        (sqlite3.SQLITE_NOTADB, StorageDamaged),
        (sqlite3.SQLITE_READONLY_DBMOVED, StorageReadOnly),
        (sqlite3.SQLITE_CANTOPEN, StorageReadOnly),
        (sqlite3.SQLITE_BUSY, StorageReadOnly),
        (sqlite3.SQLITE_IOERR_WRITE, StorageReadOnly),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, type(None)),
        (sqlite3.SQLITE_ERROR, type(None)),
    ],
)
def test_each_code_of_sqlite_has_its_kind(code: int, kind: type, tmp_path: Path) -> None:
    problem = problem_of(failure(code, "SQLITE_NAME"), tmp_path / "file")
    assert type(problem) is kind
    assert problem is None or problem.detail == "it failed (SQLITE_NAME)"


def test_an_error_without_a_code_is_our_own_mistake() -> None:
    assert problem_of(sqlite3.ProgrammingError("closed"), None) is None


@pytest.mark.parametrize(("free", "kind"), [(0, DiskFull), (1 << 30, StorageReadOnly)])
def test_a_write_that_fails_on_a_full_disk_is_told_apart(
    free: int, kind: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": free})
    monkeypatch.setattr(module.shutil, "disk_usage", lambda folder: usage)
    assert type(problem_of(failure(sqlite3.SQLITE_IOERR_SHMSIZE), tmp_path / "f")) is kind


def test_a_folder_that_is_gone_is_not_taken_for_full(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "file"
    assert type(problem_of(failure(sqlite3.SQLITE_IOERR_READ), gone)) is StorageReadOnly
    assert type(problem_of(failure(sqlite3.SQLITE_IOERR_READ), None)) is StorageReadOnly
