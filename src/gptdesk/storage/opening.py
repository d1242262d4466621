"""Opening the database so that the app starts whatever became of the file."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from gptdesk.domain.problems import Problem, StorageDamaged, StorageNewer
from gptdesk.storage.copying import copy_of
from gptdesk.storage.database import Database, problem_of, whole
from gptdesk.storage.files import dated, translated
from gptdesk.storage.migrating import migrate, scripts, version_of
from gptdesk.storage.paths import Paths
from gptdesk.storage.recovery import recover

MAGIC = b"SQLite format 3\0"
VERSION_AT = 60
"""Where the header of an SQLite file holds its user_version."""
COMPANIONS = ("", "-wal")
LARGEST_IN_MEMORY = 512 << 20

Notices = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The database, and what the user must be told about it.

    StorageDamaged: a new one was begun, the old file is kept at `copy`. StorageNewer,
    StorageReadOnly or DiskFull: nothing will be kept, the database is in memory only.
    """

    database: Database
    notices: Notices


async def open_database(paths: Paths, now: Callable[[], float] = time.time) -> Opened:
    """Open, check, migrate and repair. Never raises a Problem: the app must start."""
    database = Database()
    try:
        notices = await database.attach(lambda: _connect(paths, now()))
    except BaseException:
        database.close()
        raise
    return Opened(database, notices)


def _connect(paths: Paths, now: float) -> tuple[sqlite3.Connection, Path | None, Notices]:
    damage: list[Problem] = []
    try:
        with translated(paths.data):
            return _in_file(paths, now, damage)
    except Problem as problem:
        is_readable = not damage and not isinstance(problem, StorageNewer)
        connection = _in_memory(paths.database if is_readable else None)
        return connection, None, (*damage, problem)


def _in_file(
    paths: Paths, now: float, damage: list[Problem]
) -> tuple[sqlite3.Connection, Path | None, Notices]:
    paths.create()
    _refuse_newer(paths.database)
    try:
        return _opened(paths, now), paths.database, ()
    except StorageDamaged as problem:
        damage.append(problem)
    damage[:] = [StorageDamaged(_put_aside(paths, now), damage[0].detail)]
    return _opened(paths, now), paths.database, tuple(damage)


def _opened(paths: Paths, now: float) -> sqlite3.Connection:
    is_new = not paths.database.exists() or not paths.database.stat().st_size
    connection: sqlite3.Connection | None = None
    try:
        paths.database.touch(mode=0o600)
        connection = connected(paths.database)
        if is_new:
            migrate(connection, scripts())
        else:
            check(connection)
            migrate(connection, scripts(), lambda: _back_up(paths, connection, now))
        whole(connection, recover)
    except BaseException as error:
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()
        if isinstance(error, sqlite3.Error):
            # Anything unforeseen in an old file is damage too: it must not keep the app closed
            raise problem_of(error, paths.database) or StorageDamaged(detail=str(error)) from error
        raise
    return connection


def connected(path: Path | str) -> sqlite3.Connection:
    """A connection with our rules: a commit is on the disk, and references hold."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def check(connection: sqlite3.Connection) -> None:
    """Raises StorageDamaged if a quick look finds anything wrong."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise StorageDamaged(detail=found)


def _back_up(paths: Paths, connection: sqlite3.Connection, now: float) -> None:
    with translated(paths.backups):
        paths.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy_of(connection, dated(paths.backups, paths.database.name, now))


def _refuse_newer(path: Path) -> None:
    """Raises StorageNewer, having only read: neither the file nor its log may change."""
    version = max(_version_in_header(path), _version_in_log(path))
    if version > len(scripts()):
        raise StorageNewer(f"version {version}, known here {len(scripts())}")


def _version_in_header(path: Path) -> int:
    try:
        with path.open("rb") as file:
            header = file.read(VERSION_AT + 4)
    except OSError:
        return 0
    if len(header) < VERSION_AT + 4 or not header.startswith(MAGIC):
        return 0
    return int(struct.unpack_from(">i", header, VERSION_AT)[0])


def _version_in_log(path: Path) -> int:
    if not path.with_name(path.name + "-wal").exists():
        return 0
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return version_of(connection)
    except sqlite3.Error:
        return 0


def _put_aside(paths: Paths, now: float) -> str:
    """Move the damaged database with its log; where it is now."""
    with translated(paths.damaged):
        paths.damaged.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = dated(paths.damaged, paths.database.name, now)
        for companion in (*COMPANIONS, "-shm"):
            file = paths.database.with_name(paths.database.name + companion)
            if file.exists():
                file.replace(place.with_name(place.name + companion))
    return str(place)


def _in_memory(path: Path | None) -> sqlite3.Connection:
    """A database that is gone with the app; shows what is in the file if that can be read."""
    connection = connected(":memory:")
    if path is not None:
        try:
            _fill(connection, path)
        except (OSError, sqlite3.Error, Problem):
            connection.close()
            connection = connected(":memory:")
    migrate(connection, scripts())
    whole(connection, recover)
    return connection


def _fill(connection: sqlite3.Connection, path: Path) -> None:
    if not path.exists() or path.stat().st_size > LARGEST_IN_MEMORY:
        return
    with tempfile.TemporaryDirectory() as folder:
        for companion in COMPANIONS:
            file = path.with_name(path.name + companion)
            if file.exists():
                shutil.copyfile(file, Path(folder, file.name))
        with closing(sqlite3.connect(Path(folder, path.name))) as copy:
            check(copy)
            copy.backup(connection)
    migrate(connection, scripts())
    whole(connection, recover)
