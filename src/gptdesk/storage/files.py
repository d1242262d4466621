"""Small files written whole, broken ones moved aside, and what the disk says in our words."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gptdesk.domain.problems import DiskFull, Problem, StorageReadOnly

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
NO_SPACE_WINDOWS = frozenset({39, 112})


def problem_of(error: OSError, path: Path) -> Problem:
    """The failure of a file as a user understands it: no space, or not writable."""
    if error.errno in NO_SPACE or getattr(error, "winerror", None) in NO_SPACE_WINDOWS:
        return DiskFull(str(error))
    return StorageReadOnly(str(path), str(error))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn every OSError inside into a Problem."""
    try:
        yield
    except OSError as error:
        raise problem_of(error, path) from error


def write_whole(path: Path, text: str) -> None:
    """Replace the file at once: a crash leaves the old or the new text, never a part."""
    write_whole_bytes(path, text.encode("utf-8"))


def write_whole_bytes(path: Path, data: bytes) -> None:
    """The same for what is no text."""
    draft = path.with_name(path.name + ".tmp")
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            raise


def stamp(now: float) -> str:
    """A moment as a part of a file name, in UTC so that names sort by time."""
    return time.strftime("%Y-%m-%dT%H-%M-%SZ", time.gmtime(now))


def dated(folder: Path, name: str, now: float) -> Path:
    """A free name in `folder`: `name` with the date in it."""
    stem, suffix = Path(name).stem, Path(name).suffix
    path = folder / f"{stem}-{stamp(now)}{suffix}"
    count = 2
    while path.exists():
        path = folder / f"{stem}-{stamp(now)}-{count}{suffix}"
        count += 1
    return path


def move_aside(path: Path, folder: Path, now: float) -> str:
    """Put a broken file where it can be looked at; the new place, or "" if that failed."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = dated(folder, path.name, now)
        path.replace(place)
    except OSError:
        return ""
    return str(place)
