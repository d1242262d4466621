"""Whole copies of a database in a file that stands alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from gptdesk.storage import files
from gptdesk.storage.database import problem_of

PART = ".part"


def copy_of(
    source: sqlite3.Connection,
    path: Path,
    finish: Callable[[sqlite3.Connection], object] = lambda copy: None,
) -> None:
    """Write a copy that appears under its name only when it is complete.

    `finish` may still change it. Raises DiskFull or StorageReadOnly, and leaves no part behind.
    """
    part = path.with_name(path.name + PART)
    try:
        part.unlink(missing_ok=True)  # left by a crash
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            source.backup(copy)
            # Out of the log mode, which would need companion files to be read
            copy.execute("PRAGMA journal_mode = DELETE")
            finish(copy)
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink()
        if isinstance(error, sqlite3.Error) and (problem := problem_of(error, path)):
            raise problem from error
        if isinstance(error, OSError):
            raise files.problem_of(error, path) from error
        raise
