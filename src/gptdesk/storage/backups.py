"""Dated copies of the database: made, listed, thinned out and put back."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from gptdesk.domain.ports import Backup
from gptdesk.domain.problems import (
    BackupUnusable,
    StorageDamaged,
    StorageNewer,
    StorageReadOnly,
)
from gptdesk.storage.copying import PART, copy_of
from gptdesk.storage.database import Database, whole
from gptdesk.storage.files import dated, translated
from gptdesk.storage.migrating import APPLICATION_ID, migrate, scripts
from gptdesk.storage.paths import Paths
from gptdesk.storage.recovery import recover

NEWEST_KEPT = 10
_NAME = re.compile(r"gptdesk-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-\d+)?\.db")


class Backups:
    """Implements BackupStore. Of old backups the last of each month stays."""

    def __init__(
        self, database: Database, paths: Paths, now: Callable[[], float] = time.time
    ) -> None:
        self._database = database
        self._paths = paths
        self._now = now

    async def backups(self) -> tuple[Backup, ...]:
        return await self._database.run(lambda _: self._listed(), in_transaction=False)

    async def create(self) -> Backup:
        """Raises StorageReadOnly also while nothing is kept: such a copy would be misleading."""
        self._refuse_temporary()
        return await self._database.run(self._create, in_transaction=False)

    async def restore(self, name: str) -> None:
        """Raises BackupUnusable, and then nothing was changed."""
        self._refuse_temporary()
        await self._database.run(lambda c: self._restore(c, name), in_transaction=False)

    def _refuse_temporary(self) -> None:
        if self._database.is_temporary:
            raise StorageReadOnly(str(self._paths.data), "the database is in memory only")

    def _listed(self) -> tuple[Backup, ...]:
        with translated(self._paths.backups):
            if not self._paths.backups.is_dir():
                return ()
            found = [f for f in self._paths.backups.iterdir() if _NAME.fullmatch(f.name)]
            all_of_them = [Backup(f.name, _moment(f.name), f.stat().st_size) for f in found]
        return tuple(sorted(all_of_them, key=lambda b: (b.created, len(b.name), b.name))[::-1])

    def _create(self, connection: sqlite3.Connection, keep: str = "") -> Backup:
        with translated(self._paths.backups):
            self._paths.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = dated(self._paths.backups, self._paths.database.name, self._now())
        copy_of(connection, path)
        self._thin_out(keep)
        return next(b for b in self._listed() if b.name == path.name)

    def _thin_out(self, keep: str) -> None:
        for leftover in self._paths.backups.glob(f"*{PART}"):
            with suppress(OSError):
                leftover.unlink()
        months: set[tuple[int, int]] = set()
        for place, backup in enumerate(self._listed()):
            day = datetime.fromtimestamp(backup.created, UTC)
            is_last_of_month = (day.year, day.month) not in months
            months.add((day.year, day.month))
            if place >= NEWEST_KEPT and not is_last_of_month and backup.name != keep:
                with suppress(OSError):  # one backup too many harms nobody
                    (self._paths.backups / backup.name).unlink()

    def _restore(self, connection: sqlite3.Connection, name: str) -> None:
        if name not in {backup.name for backup in self._listed()}:
            raise BackupUnusable("there is no such backup")
        ready = self._paths.backups / "restoring.db"
        try:
            _make_ready(self._paths.backups / name, ready)
            self._create(connection, keep=name)
            with closing(sqlite3.connect(ready)) as source:
                source.backup(connection)
        finally:
            with suppress(OSError):
                ready.unlink()


def _make_ready(backup: Path, ready: Path) -> None:
    """Copy a backup, check it and bring it up to date; the backup itself stays as it is."""
    try:
        with closing(sqlite3.connect(f"{backup.as_uri()}?mode=ro", uri=True)) as source:
            copy_of(source, ready, _check_and_update)
    except (sqlite3.Error, StorageDamaged, StorageNewer) as error:
        raise BackupUnusable(str(error)) from error


def _check_and_update(copy: sqlite3.Connection) -> None:
    (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise BackupUnusable(found)
    if copy.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise BackupUnusable("this is not a database of gptdesk")
    migrate(copy, scripts())
    whole(copy, recover)


def _moment(name: str) -> float:
    match = _NAME.fullmatch(name)
    assert match is not None
    day = datetime.strptime(match[1], "%Y-%m-%dT%H-%M-%SZ")
    return day.replace(tzinfo=UTC).timestamp()
