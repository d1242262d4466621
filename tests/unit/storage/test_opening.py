"""Whatever became of the file, the app starts, and nothing of the user's is lost."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.domain.problems import DiskFull, StorageDamaged, StorageNewer, StorageReadOnly
from gptdesk.storage import opening
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.migrating import scripts
from gptdesk.storage.opening import Opened, open_database
from gptdesk.storage.paths import Paths

Open = Callable[[], Opened]


def fill(run, database: Database) -> None:
    store = Conversations(database)
    run(store.create(Conversation("c", "标题")))
    run(store.add(ChatMessage("m", "c", 0, Role.USER, "Kept text")))


def texts(run, database: Database) -> list[str]:
    return [message.text for message in run(Conversations(database).bodies("c", 0, 9))]


def filled(run, opened: Open) -> None:
    database = opened().database
    fill(run, database)
    database.close()


def hashes(folder: Path) -> dict[str, str]:
    files = (f for f in folder.rglob("*") if f.is_file() and not f.name.endswith("-shm"))
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def works_in_memory(run, result: Opened, problem: type) -> None:
    assert [type(notice) for notice in result.notices] == [problem]
    assert result.database.is_temporary
    run(Conversations(result.database).create(Conversation("new")))


def test_a_first_start_has_nothing_to_tell(opened: Open, paths: Paths) -> None:
    result = opened()
    assert result.notices == ()
    assert result.database.path == paths.database
    assert not result.database.is_temporary
    assert not paths.backups.exists()


def test_what_was_kept_is_there_tomorrow(opened: Open, run) -> None:
    filled(run, opened)
    result = opened()
    assert result.notices == ()
    assert texts(run, result.database) == ["Kept text"]


def test_an_empty_file_is_a_new_database(opened: Open, paths: Paths) -> None:
    paths.data.mkdir()
    paths.database.touch()
    assert opened().notices == ()


# A newer gptdesk


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_newer_file_is_refused_and_untouched(opened: Open, paths: Paths, run, mode: str) -> None:
    filled(run, opened)
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA user_version = 99")
    before = hashes(paths.data)
    works_in_memory(run, opened(), StorageNewer)
    assert hashes(paths.data) == before


def test_a_newer_version_that_is_still_in_the_log_is_seen(opened: Open, paths: Paths, run) -> None:
    filled(run, opened)
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("PRAGMA user_version = 99")
        crashed = paths.data.with_name("crashed")
        shutil.copytree(paths.data, crashed)
    shutil.rmtree(paths.data)
    crashed.rename(paths.data)
    assert (paths.data / "gptdesk.db-wal").stat().st_size
    before = hashes(paths.data)
    result = opened()
    works_in_memory(run, result, StorageNewer)
    result.database.close()
    assert hashes(paths.data) == before


def test_a_log_that_cannot_be_read_is_no_newer_version(paths: Paths) -> None:
    paths.data.mkdir()
    paths.database.write_bytes(b"no database at all, but long enough to have a header" * 9)
    (paths.data / "gptdesk.db-wal").write_bytes(b"x")
    assert opening._version_in_log(paths.database) == 0


# An older gptdesk


@pytest.fixture
def second_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A step that this version does not have yet; applied once `text` is written into it."""
    step = tmp_path / "0002_future.sql"
    step.write_text("ALTER TABLE conversations ADD COLUMN folder TEXT;", "utf-8")
    return step


def with_step(monkeypatch: pytest.MonkeyPatch, step: Path) -> None:
    every = (*scripts(), step)
    monkeypatch.setattr(opening, "scripts", lambda: every)


def test_a_backup_is_made_before_an_older_file_is_changed(
    opened: Open, paths: Paths, run, second_step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(run, opened)
    with_step(monkeypatch, second_step)
    assert opened().notices == ()
    (backup,) = paths.backups.iterdir()
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(scripts()),)
        assert connection.execute("SELECT text FROM messages").fetchall() == [("Kept text",)]


def test_a_step_that_fails_does_not_keep_the_app_closed(
    opened: Open, paths: Paths, run, second_step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(run, opened)
    bad = second_step.with_name("0002_bad.sql")
    fails_with_data = (
        "CREATE TABLE other (x CHECK (x = 1)); INSERT INTO other SELECT id FROM messages;"
    )
    bad.write_text(fails_with_data.replace("; ", ";\n"), "utf-8")
    with_step(monkeypatch, bad)
    result = opened()
    assert [type(notice) for notice in result.notices] == [StorageDamaged]
    fill(run, result.database)
    copies = [*paths.backups.iterdir(), *paths.damaged.glob("*.db")]
    assert len(copies) == 2
    for copy in copies:
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("SELECT text FROM messages").fetchall() == [("Kept text",)]


def test_without_room_for_the_backup_the_old_file_stays_as_it_is(
    opened: Open, paths: Paths, run, second_step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(run, opened)
    with_step(monkeypatch, second_step)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(opening, "copy_of", full)
    before = hashes(paths.data)["gptdesk.db"]
    result = opened()
    works_in_memory(run, result, DiskFull)
    assert texts(run, result.database) == ["Kept text"]
    assert hashes(paths.data)["gptdesk.db"] == before


# Damage


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def torn_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 3 * 4096] = os.urandom(2 * 4096)
    path.write_bytes(content)


def missing_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE drafts")


def missing_table_in_log(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE drafts")
    # Another reader keeps the log from being folded into the file
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM messages").fetchone()
        connection.close()


@pytest.mark.parametrize("damage", [garbage, header_only, torn_page, missing_table])
def test_a_damaged_file_is_kept_and_a_new_one_begun(
    opened: Open, paths: Paths, run, damage: Callable[[Path], None]
) -> None:
    filled(run, opened)
    damage(paths.database)
    before = paths.database.read_bytes()
    result = opened()
    (notice,) = result.notices
    assert isinstance(notice, StorageDamaged)
    assert Path(notice.copy).read_bytes() == before
    assert Path(notice.copy).parent == paths.damaged
    assert notice.detail
    assert not result.database.is_temporary
    fill(run, result.database)
    result.database.close()
    assert opened().notices == ()


def test_a_damaged_file_takes_its_log_along(paths: Paths) -> None:
    paths.create()
    for companion in ("", "-wal", "-shm"):
        Path(f"{paths.database}{companion}").write_text(companion, "utf-8")
    copy = opening._put_aside(paths, 0.0)
    assert [Path(copy + c).read_text("utf-8") for c in ("", "-wal", "-shm")] == ["", "-wal", "-shm"]
    assert not list(paths.data.glob("gptdesk.db*"))


def test_what_a_crash_left_in_the_log_is_part_of_the_damaged_copy(
    opened: Open, paths: Paths, run
) -> None:
    filled(run, opened)
    database = opened().database
    run(Conversations(database).add(ChatMessage("late", "c", 1, Role.USER, "In the log")))
    crashed = paths.data.with_name("crashed")
    shutil.copytree(paths.data, crashed)
    database.close()
    shutil.rmtree(paths.data)
    crashed.rename(paths.data)
    missing_table_in_log(paths.database)
    (notice,) = opened().notices
    assert isinstance(notice, StorageDamaged)
    with closing(sqlite3.connect(notice.copy)) as connection:
        found = connection.execute("SELECT text FROM messages").fetchall()
    assert found == [("Kept text",), ("In the log",)]


def test_damage_that_cannot_be_moved_is_told_and_stays(opened: Open, paths: Paths, run) -> None:
    filled(run, opened)
    garbage(paths.database)
    paths.damaged.write_text("a file in the way", "utf-8")
    before = paths.database.read_bytes()
    result = opened()
    assert [type(notice) for notice in result.notices] == [StorageDamaged, StorageReadOnly]
    assert result.database.is_temporary
    assert paths.database.read_bytes() == before


# A folder that cannot be written


def test_in_a_read_only_folder_everything_can_still_be_read(
    open_folder: Path, as_nobody: Callable[[], AbstractContextManager[None]], run
) -> None:
    paths = Paths.for_profile(open_folder / "profile")
    first = run(open_database(paths)).database
    fill(run, first)
    first.close()
    for folder in (paths.data, paths.cache, paths.logs):
        folder.chmod(0o555)
    paths.database.chmod(0o444)
    before = hashes(paths.data)
    with as_nobody():
        result = run(open_database(paths))
        works_in_memory(run, result, StorageReadOnly)
        assert texts(run, result.database) == ["Kept text"]
        result.database.close()
    assert hashes(paths.data) == before


def test_a_file_that_cannot_be_written_is_noticed_at_the_start(
    open_folder: Path, as_nobody: Callable[[], AbstractContextManager[None]], run
) -> None:
    paths = Paths.for_profile(open_folder / "profile")
    first = run(open_database(paths)).database
    fill(run, first)
    first.close()
    for folder in (paths.data, paths.cache, paths.logs):
        folder.chmod(0o777)
    paths.database.chmod(0o444)
    with as_nobody():
        result = run(open_database(paths))
        works_in_memory(run, result, StorageReadOnly)
        assert texts(run, result.database) == ["Kept text"]
        result.database.close()


def test_a_folder_that_may_not_even_be_looked_into_is_a_problem(
    open_folder: Path, as_nobody: Callable[[], AbstractContextManager[None]], run
) -> None:
    paths = Paths.for_profile(open_folder / "profile")
    run(open_database(paths)).database.close()
    paths.data.chmod(0o000)
    with as_nobody():
        result = run(open_database(paths))
        works_in_memory(run, result, StorageReadOnly)
        result.database.close()


def test_a_place_that_is_no_folder_is_a_problem(tmp_path: Path, run) -> None:
    (tmp_path / "file").touch()
    result = run(open_database(Paths.for_profile(tmp_path / "file")))
    works_in_memory(run, result, StorageReadOnly)
    result.database.close()


def test_an_answer_that_grew_is_interrupted_also_in_memory(
    opened: Open, paths: Paths, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = opened().database
    fill(run, database)
    store = Conversations(database)
    streaming = ChatMessage("a", "c", 1, Role.ASSISTANT, "B", MessageState.STREAMING)
    run(store.add(streaming))
    run(store.checkpoint("a", "Begun", ""))
    database.close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    result = opened()
    works_in_memory(run, result, StorageReadOnly)
    assert texts(run, result.database) == ["Kept text", "Begun"]


def test_a_file_too_large_for_memory_is_left_out(
    opened: Open, paths: Paths, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(run, opened)
    monkeypatch.setattr(opening, "LARGEST_IN_MEMORY", 10)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    result = opened()
    works_in_memory(run, result, StorageReadOnly)
    assert [c.id for c in run(Conversations(result.database).conversations())] == ["new"]


def test_a_mistake_of_ours_leaves_no_thread(
    paths: Paths, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistake(connection: object) -> None:
        raise TypeError("our own mistake")

    monkeypatch.setattr(opening, "recover", mistake)
    with pytest.raises(TypeError):
        run(open_database(paths))


# A disk that is full


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "none", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_says_so_and_goes_on_when_there_is_room(small_disk: Path, run) -> None:
    database = run(open_database(Paths.for_profile(small_disk))).database
    fill(run, database)
    ballast = small_disk / "ballast"
    store = Conversations(database)
    try:
        with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
            while True:
                file.write(bytes(4096))
        with pytest.raises(DiskFull):
            run(store.add(ChatMessage("big", "c", 1, Role.USER, "x" * 500_000)))
        assert texts(run, database) == ["Kept text"]
        ballast.unlink()
        run(store.add(ChatMessage("small", "c", 1, Role.USER, "x" * 10_000)))
        assert len(texts(run, database)) == 2
    finally:
        database.close()


def test_the_app_starts_on_a_full_disk(small_disk: Path, run) -> None:
    paths = Paths.for_profile(small_disk)
    first = run(open_database(paths)).database
    fill(run, first)
    first.close()
    with (small_disk / "ballast").open("wb", buffering=0) as file, pytest.raises(OSError):
        while True:
            file.write(bytes(4096))
    result = run(open_database(paths))
    try:
        assert [type(notice) for notice in result.notices] in ([], [DiskFull])
        assert texts(run, result.database) == ["Kept text"]
    finally:
        result.database.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_nobody_else_can_read_the_conversations(opened: Open, paths: Paths) -> None:
    paths.data.mkdir(mode=0o755)
    opened()
    files = [file for file in paths.data.iterdir() if file.is_file()]
    assert len(files) == 3
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
