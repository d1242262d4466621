"""A profile of its own for each test, an opened database in it, and a loop to ask it in."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.opening import Opened, open_database
from gptdesk.storage.paths import Paths

Run = Callable[[Coroutine[Any, Any, Any]], Any]
NOBODY = 65534


class Clock:
    """A time that moves only when told to."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def run() -> Iterator[Run]:
    """Runs a coroutine to its end."""
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.for_profile(tmp_path / "我的 profile")


@pytest.fixture
def opened(paths: Paths, clock: Clock, run: Run) -> Iterator[Callable[[], Opened]]:
    """Opens the database of the profile, as often as asked, and closes what is left."""
    databases: list[Database] = []

    def open_it() -> Opened:
        result: Opened = run(open_database(paths, clock))
        databases.append(result.database)
        return result

    yield open_it
    for database in databases:
        if not database._worker._shutdown:
            database.close()


@pytest.fixture
def database(opened: Callable[[], Opened]) -> Database:
    return opened().database


@pytest.fixture
def store(database: Database, clock: Clock) -> Conversations:
    return Conversations(database, clock)


@pytest.fixture
def as_nobody(monkeypatch: pytest.MonkeyPatch) -> Callable[[], AbstractContextManager[None]]:
    """For root, who may write anywhere: as a user who may not, as long as the block lasts."""
    monkeypatch.setattr("tempfile.tempdir", "/tmp")

    @contextmanager
    def switched() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return switched


@pytest.fixture
def open_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that every user can look into."""
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(dir="/tmp", prefix="gptdesk-test-"))
    folder.chmod(0o755)
    yield folder
    for inside in [folder, *folder.rglob("*")]:
        if inside.is_dir():
            inside.chmod(0o755)
    shutil.rmtree(folder)
