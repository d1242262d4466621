"""Backups are made, thinned out, and put back without ever losing what is there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.domain.problems import BackupUnusable, DiskFull, StorageReadOnly
from gptdesk.storage import backups as module
from gptdesk.storage.backups import NEWEST_KEPT, Backups
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.opening import Opened
from gptdesk.storage.paths import Paths

DAY = 24 * 3600.0


@pytest.fixture
def backups(database: Database, paths: Paths, clock) -> Backups:
    return Backups(database, paths, clock)


def say(run, store: Conversations, text: str) -> None:
    if not run(store.conversations()):
        run(store.create(Conversation("c")))
    position = len(run(store.headers("c")))
    run(store.add(ChatMessage(text, "c", position, Role.USER, text)))


def said(run, store: Conversations) -> list[str]:
    return [m.text for m in run(store.bodies("c", 0, 99))] if run(store.conversations()) else []


def test_without_backups_there_are_none(backups: Backups, run) -> None:
    assert run(backups.backups()) == ()


def test_a_backup_is_dated_and_stands_alone(
    backups: Backups, store: Conversations, paths: Paths, run, clock
) -> None:
    say(run, store, "kept")
    backup = run(backups.create())
    assert backup.name == "gptdesk-2023-11-14T22-13-20Z.db"
    assert backup.created == clock.now
    assert backup.size == (paths.backups / backup.name).stat().st_size
    assert [f.name for f in paths.backups.iterdir()] == [backup.name]
    with closing(sqlite3.connect(paths.backups / backup.name)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT text FROM messages").fetchall() == [("kept",)]


def test_the_newest_comes_first_also_within_a_second(backups: Backups, run, clock) -> None:
    made = [run(backups.create()), run(backups.create())]
    clock.now += 60
    made.append(run(backups.create()))
    assert run(backups.backups()) == tuple(reversed(made))


def test_other_files_are_neither_listed_nor_removed(backups: Backups, paths: Paths, run) -> None:
    paths.backups.mkdir(parents=True)
    (paths.backups / "gptdesk-my own copy.db").touch()
    run(backups.create())
    assert len(run(backups.backups())) == 1
    assert len(list(paths.backups.iterdir())) == 2


def test_of_old_backups_the_last_of_each_month_stays(backups: Backups, run, clock) -> None:
    clock.now = datetime(2026, 1, 1, 12, tzinfo=UTC).timestamp()
    for _ in range(3 * 31):
        run(backups.create())
        clock.now += DAY
    days = [datetime.fromtimestamp(b.created, UTC) for b in run(backups.backups())]
    assert [(day.month, day.day) for day in days[:2]] == [(4, 3), (4, 2)]
    assert [(day.month, day.day) for day in days[NEWEST_KEPT:]] == [(2, 28), (1, 31)]


def test_a_backup_that_cannot_be_removed_harms_nobody(
    backups: Backups, run, clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.exists():
            raise PermissionError(path)

    monkeypatch.setattr(Path, "unlink", refuse)
    for _ in range(NEWEST_KEPT + 2):
        run(backups.create())
        clock.now += 60
    assert len(run(backups.backups())) == NEWEST_KEPT + 2


def test_what_a_crash_left_of_a_backup_is_cleared_away(
    backups: Backups, store: Conversations, paths: Paths, run
) -> None:
    say(run, store, "one")
    paths.backups.mkdir(parents=True)
    for name in ("gptdesk-2020-01-01T00-00-00Z.db.part", "restoring.db.part", "restoring.db"):
        garbage(paths.backups / name)
    backup = run(backups.create())
    garbage(paths.backups / "restoring.db.part")
    run(backups.restore(backup.name))
    assert said(run, store) == ["one"]
    assert len(list(paths.backups.iterdir())) == 2


# Restoring


def test_restoring_brings_back_what_was_and_can_be_undone(
    backups: Backups, store: Conversations, run, clock
) -> None:
    say(run, store, "one")
    backup = run(backups.create())
    clock.now += 60
    say(run, store, "two")
    run(backups.restore(backup.name))
    assert said(run, store) == ["one"]
    say(run, store, "works on")
    undo = run(backups.backups())[0]
    assert undo.created == clock.now
    run(backups.restore(undo.name))
    assert said(run, store) == ["one", "two"]
    assert [hit.message_id for hit in run(store.search("two"))] == ["two"]


def test_what_was_restored_is_there_tomorrow(
    backups: Backups, store: Conversations, database: Database, run, opened
) -> None:
    say(run, store, "one")
    backup = run(backups.create())
    say(run, store, "two")
    run(backups.restore(backup.name))
    database.close()
    result = opened()
    assert result.notices == ()
    assert said(run, Conversations(result.database)) == ["one"]


def test_the_backup_that_is_restored_is_not_thinned_out(
    backups: Backups, store: Conversations, run, clock
) -> None:
    for _ in range(NEWEST_KEPT):
        say(run, store, f"at {clock.now}")
        run(backups.create())
        clock.now += 60
    oldest = run(backups.backups())[-1]
    run(backups.restore(oldest.name))
    assert len(said(run, store)) == 1
    assert oldest in run(backups.backups())


def test_an_answer_that_grew_during_the_backup_is_interrupted(
    backups: Backups, store: Conversations, run
) -> None:
    say(run, store, "question")
    answer = ChatMessage("a", "c", 1, Role.ASSISTANT, "B", MessageState.STREAMING)
    run(store.add(answer))
    run(store.checkpoint("a", "Begun", ""))
    run(backups.restore(run(backups.create()).name))
    last = run(store.bodies("c", 1, 1))[0]
    assert (last.text, last.state) == ("Begun", MessageState.INTERRUPTED)


def unknown(path: Path) -> None:
    path.unlink()


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:20000] = os.urandom(20000 - 4096)
    path.write_bytes(content)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (x)")


@pytest.mark.parametrize("spoil", [unknown, garbage, torn, newer, foreign])
def test_an_unusable_backup_changes_nothing(
    backups: Backups, store: Conversations, paths: Paths, run, spoil: Callable[[Path], None]
) -> None:
    say(run, store, "one")
    backup = run(backups.create())
    spoil(paths.backups / backup.name)
    before = sorted(f.name for f in paths.backups.iterdir())
    with pytest.raises(BackupUnusable):
        run(backups.restore(backup.name))
    assert said(run, store) == ["one"]
    assert sorted(f.name for f in paths.backups.iterdir()) == before


@pytest.mark.parametrize("name", ["", "../gptdesk.db", "/etc/passwd", "no such.db"])
def test_only_a_backup_of_the_list_can_be_restored(backups: Backups, run, name: str) -> None:
    run(backups.create())
    with pytest.raises(BackupUnusable):
        run(backups.restore(name))


def test_an_older_backup_is_brought_up_to_date_and_stays_old_itself(
    backups: Backups,
    store: Conversations,
    database: Database,
    paths: Paths,
    run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say(run, store, "one")
    backup = run(backups.create())
    step = tmp_path / "0002_future.sql"
    step.write_text("ALTER TABLE conversations ADD COLUMN folder TEXT;", "utf-8")
    every = (*module.scripts(), step)
    monkeypatch.setattr(module, "scripts", lambda: every)
    run(backups.restore(backup.name))
    version = "PRAGMA user_version"
    assert run(database.run(lambda c: c.execute(version).fetchone())) == (len(every),)
    with closing(sqlite3.connect(paths.backups / backup.name)) as connection:
        assert connection.execute(version).fetchone() == (len(every) - 1,)


# Trouble


def test_a_full_disk_leaves_no_half_backup(
    backups: Backups, store: Conversations, paths: Paths, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    error.sqlite_errorname = "SQLITE_FULL"

    class Full(sqlite3.Connection):
        def execute(self, *_: object) -> sqlite3.Cursor:
            raise error

    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda path, **options: connect(path, factory=Full, **options)
    )
    with pytest.raises(DiskFull):
        run(backups.create())
    assert list(paths.backups.iterdir()) == []


def test_a_backup_that_cannot_get_its_name_is_a_problem(
    backups: Backups, paths: Paths, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StorageReadOnly):
        run(backups.create())
    assert list(paths.backups.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_problem(backups: Backups, paths: Paths, run) -> None:
    paths.backups.write_text("in the way", "utf-8")
    with pytest.raises(StorageReadOnly):
        run(backups.create())
    with pytest.raises(BackupUnusable):
        run(backups.restore("gptdesk-2023-11-14T22-13-20Z.db"))


def test_nothing_is_backed_up_or_restored_while_nothing_is_kept(
    opened: Callable[[], Opened], paths: Paths, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    backups = Backups(opened().database, paths)
    for operation in (backups.create(), backups.restore("any")):
        with pytest.raises(StorageReadOnly):
            run(operation)
    assert run(backups.backups()) == ()


def test_a_mistake_of_ours_is_not_taken_for_a_problem(
    backups: Backups, paths: Paths, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistake(*_: object) -> None:
        raise TypeError("our own mistake")

    backup = run(backups.create())
    monkeypatch.setattr(module, "_check_and_update", mistake)
    with pytest.raises(TypeError):
        run(backups.restore(backup.name))
    assert [f.name for f in paths.backups.iterdir()] == [backup.name]
