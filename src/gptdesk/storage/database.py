"""The one database connection, and the one thread that uses it."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from gptdesk.domain.problems import DiskFull, Problem, StorageDamaged, StorageReadOnly
from gptdesk.storage.migrating import roll_back

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
NOT_WRITABLE = frozenset(
    {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
    }
)
HARDLY_ANY_SPACE = 1 << 20


class Database:
    """Runs work on the database in its own thread, in the order in which it was asked for.

    `path` is None if nothing is kept: the database then lives in memory until the app ends.
    """

    def __init__(self) -> None:
        self.path: Path | None = None
        self._connection: sqlite3.Connection | None = None
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="gptdesk-database")

    @property
    def is_temporary(self) -> bool:
        return self.path is None

    async def run(self, work: Work[T], *, in_transaction: bool = True) -> T:
        """Do all of `work` or nothing of it; raises a Problem if the disk does not let us.

        Work that was asked for is done also if the one who asked was cancelled meanwhile.
        """
        return await self._in_worker(lambda: self._do(work, in_transaction))

    async def attach(self, connect: Callable[[], tuple[sqlite3.Connection, Path | None, T]]) -> T:
        """Let `connect` open the connection in the thread that will use it."""

        def take() -> T:
            self._connection, self.path, rest = connect()
            return rest

        return await self._in_worker(take)

    def close(self) -> None:
        """Finish what was asked for, close the file and end the thread."""
        self._worker.submit(self._disconnect)
        self._worker.shutdown(wait=True)

    async def _in_worker(self, job: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: BaseException | None) -> None:
            if answer.cancelled():
                return
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(result)  # type: ignore[arg-type]  # T may itself be Optional

        def work() -> None:
            result, error = None, None
            try:
                result = job()
            except Exception as failure:
                error = failure
            with suppress(RuntimeError):  # the loop was closed meanwhile: nobody waits
                loop.call_soon_threadsafe(settle, result, error)

        self._worker.submit(work)
        return await answer

    def _do(self, work: Work[T], in_transaction: bool) -> T:
        assert self._connection is not None, "the database is not open"
        try:
            if not in_transaction:
                return work(self._connection)
            return whole(self._connection, work)
        except sqlite3.Error as error:
            if problem := problem_of(error, self.path):
                raise problem from error
            raise

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):  # a full disk: the next start reads the log file
                self._connection.close()
            self._connection = None


def whole(connection: sqlite3.Connection, work: Work[T]) -> T:
    """Do `work` in one transaction."""
    connection.execute("BEGIN")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            roll_back(connection)
        raise
    return result


def problem_of(error: sqlite3.Error, path: Path | None) -> Problem | None:
    """What SQLite complains about, as a user understands it; None if it is our own mistake."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    detail = f"{error} ({getattr(error, 'sqlite_errorname', type(error).__name__)})"
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(detail)
    if code in DAMAGED:
        return StorageDamaged(detail=detail)
    if code not in NOT_WRITABLE:
        return None
    if code == sqlite3.SQLITE_IOERR and path is not None and _is_full(path.parent):
        return DiskFull(detail)
    return StorageReadOnly(str(path or ""), detail)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < HARDLY_ANY_SPACE
    except OSError:
        return False
