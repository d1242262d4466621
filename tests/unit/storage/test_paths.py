"""Where files go, with and without a profile."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import fields
from pathlib import Path

import pytest

from gptdesk.domain.problems import StorageReadOnly
from gptdesk.storage.paths import Paths

PLACES = ("database", "backups", "damaged", "packs", "settings", "connections")


def every_place(paths: Paths) -> list[Path]:
    names = [*(field.name for field in fields(Paths)), *PLACES]
    return [getattr(paths, name) for name in names]


def test_a_profile_holds_everything(tmp_path: Path) -> None:
    root = tmp_path / "数据 folder"
    assert all(path.is_relative_to(root) for path in every_place(Paths.for_profile(root)))


def test_the_environment_names_a_profile_too(tmp_path: Path) -> None:
    paths = Paths.for_profile(None, {"GPTDESK_PROFILE": str(tmp_path / "p")})
    assert paths == Paths.for_profile(tmp_path / "p", {})


def test_the_option_wins_over_the_environment(tmp_path: Path) -> None:
    paths = Paths.for_profile(tmp_path / "option", {"GPTDESK_PROFILE": str(tmp_path / "other")})
    assert paths.data == tmp_path / "option"


def test_without_a_profile_the_system_decides(tmp_path: Path) -> None:
    paths = Paths.for_profile(None, {})
    home = Path(os.environ["HOME"])
    assert all(path.is_relative_to(home) for path in every_place(paths))
    assert all("gptdesk" in str(path) for path in every_place(paths))


def test_a_relative_profile_stays_where_it_was_when_the_program_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.for_profile("mine", {}).data == tmp_path / "mine"


def test_a_tilde_is_the_home_folder() -> None:
    assert Paths.for_profile("~/mine", {}).data == Path(os.environ["HOME"]) / "mine"


def test_asking_for_paths_creates_nothing(paths: Paths) -> None:
    every_place(paths)
    assert not paths.data.exists()


def test_folders_are_created_when_told_and_only_for_the_user(paths: Paths) -> None:
    paths.create()
    paths.create()
    assert all(folder.is_dir() for folder in (paths.data, paths.config, paths.cache, paths.logs))
    if os.name == "posix":
        assert paths.data.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(StorageReadOnly) as caught:
        Paths.for_profile(tmp_path / "file" / "profile").create()
    assert caught.value.path.startswith(str(tmp_path / "file"))


def test_a_folder_that_cannot_be_written_is_a_problem(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(StorageReadOnly):
        paths.create()


def test_a_folder_of_someone_else_is_a_problem(
    open_folder: Path, as_nobody: Callable[[], AbstractContextManager[None]]
) -> None:
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(StorageReadOnly):
        Paths.for_profile(open_folder / "profile").create()


def test_paths_and_settings_load_nothing_that_delays_the_first_paint() -> None:
    code = (
        "import sys; import gptdesk.storage.paths, gptdesk.storage.settings;"
        "print([m for m in ('asyncio', 'sqlite3', 'keyring') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert found.stdout.strip() == "[]"
