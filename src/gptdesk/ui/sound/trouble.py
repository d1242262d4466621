"""What the disk says about a sound file, as a person understands it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gptdesk.domain.problems import DiskFull, Problem, SoundMissing, StorageReadOnly

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NO_SPACE_WINDOWS = frozenset({39, 112})


def problem_of(error: OSError, path: Path) -> Problem:
    if error.errno in NO_SPACE or getattr(error, "winerror", None) in NO_SPACE_WINDOWS:
        return DiskFull(str(error))
    if isinstance(error, FileNotFoundError):
        return SoundMissing(path.name, str(error))
    return StorageReadOnly(str(path.parent), str(error))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn every OSError inside into a Problem."""
    try:
        yield
    except OSError as error:
        raise problem_of(error, path) from error
