"""The settings file survives crashes, hands that edit it, and other versions of the app."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from gptdesk.domain.problems import DiskFull, SettingsDamaged, StorageReadOnly
from gptdesk.domain.settings import Settings, ThemeChoice
from gptdesk.storage.paths import Paths
from gptdesk.storage.settings import SettingsFile, _converted

CHANGED = Settings(ThemeChoice.DARK, "zh_CN", 125, False, "AbC=", "settings", engine_idle_minutes=0)


@pytest.fixture
def file(paths: Paths) -> SettingsFile:
    return SettingsFile(paths.settings, paths.damaged, lambda: 0.0)


def written(paths: Paths, text: str | bytes) -> None:
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.settings.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_a_file_everything_is_as_declared(file: SettingsFile) -> None:
    assert file.load() == (Settings(), None)


def test_settings_come_back_as_they_were_saved(file: SettingsFile) -> None:
    file.save(CHANGED)
    assert file.load() == (CHANGED, None)
    assert isinstance(file.load()[0].theme, ThemeChoice)


def test_saving_leaves_nothing_but_the_file(file: SettingsFile, paths: Paths) -> None:
    file.save(CHANGED)
    assert [f.name for f in paths.config.iterdir()] == ["settings.json"]


def test_what_a_newer_app_wrote_is_ignored_and_kept(file: SettingsFile, paths: Paths) -> None:
    written(paths, '{"font_percent": 110, "from_the_future": {"a": 1}}')
    settings, problem = file.load()
    assert (settings.font_percent, problem) == (110, None)
    file.save(CHANGED)
    assert json.loads(paths.settings.read_text("utf-8"))["from_the_future"] == {"a": 1}


def test_a_mark_at_the_start_that_windows_editors_write_is_no_damage(
    file: SettingsFile, paths: Paths
) -> None:
    written(paths, b'\xef\xbb\xbf{"language": "en"}')
    assert file.load() == (Settings(language="en"), None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("theme", 7),
        ("theme", ["dark"]),
        ("font_percent", "120"),
        ("font_percent", True),
        ("font_percent", 1.5),
        ("send_with_enter", 0),
        ("language", None),
        ("language", False),
    ],
)
def test_a_value_of_the_wrong_kind_becomes_the_default(
    file: SettingsFile, paths: Paths, name: str, value: Any
) -> None:
    written(paths, json.dumps({name: value, "last_tab": "faq"}))
    assert file.load() == (Settings(last_tab="faq"), None)


def test_numbers_are_taken_in_the_type_of_their_field(file: SettingsFile, paths: Paths) -> None:
    written(paths, '{"font_percent": 120.0}')
    assert file.load()[0].font_percent == 120
    assert isinstance(file.load()[0].font_percent, int)
    assert isinstance(_converted(float, 1, 0.5), float)
    assert _converted(float, 1.25, 0.5) == 1.25
    assert _converted(float, True, 0.5) == 0.5


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '"text"', b"\xff\xfe\x00", "null", "[" * 100_000], ids=range(7)
)
def test_a_broken_file_is_moved_aside_and_reported(
    file: SettingsFile, paths: Paths, text: str | bytes
) -> None:
    written(paths, text)
    before = paths.settings.read_bytes()
    settings, problem = file.load()
    assert settings == Settings()
    assert isinstance(problem, SettingsDamaged)
    assert Path(problem.copy).read_bytes() == before
    assert Path(problem.copy).parent == paths.damaged
    assert file.load() == (Settings(), None)


def test_two_broken_files_in_one_second_are_both_kept(file: SettingsFile, paths: Paths) -> None:
    for text in ("{1", "{2"):
        written(paths, text)
        file.load()
    assert sorted(f.read_text("utf-8") for f in paths.damaged.iterdir()) == ["{1", "{2"]


def test_a_file_that_broke_meanwhile_is_moved_aside_by_saving(
    file: SettingsFile, paths: Paths
) -> None:
    written(paths, "{")
    file.save(CHANGED)
    assert file.load() == (CHANGED, None)
    assert [f.read_text("utf-8") for f in paths.damaged.iterdir()] == ["{"]


def test_a_broken_file_that_cannot_be_moved_is_still_reported(
    file: SettingsFile, paths: Paths
) -> None:
    written(paths, "{")
    paths.damaged.write_text("a file in the way", "utf-8")
    settings, problem = file.load()
    assert settings == Settings()
    assert isinstance(problem, SettingsDamaged)
    assert problem.copy == ""


def test_a_file_that_cannot_be_read_is_not_overwritten(file: SettingsFile, paths: Paths) -> None:
    paths.settings.mkdir(parents=True)
    settings, problem = file.load()
    assert settings == Settings()
    assert isinstance(problem, StorageReadOnly)
    with pytest.raises(StorageReadOnly):
        file.save(CHANGED)


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, StorageReadOnly)],
)
def test_a_save_that_fails_leaves_the_old_file_whole(
    file: SettingsFile,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: type[Exception],
) -> None:
    file.save(CHANGED)

    def fails(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(kind):
        file.save(Settings())
    assert file.load() == (CHANGED, None)
    assert [f.name for f in paths.config.iterdir()] == ["settings.json"]


def test_a_file_that_another_program_holds_stays_whole(
    file: SettingsFile, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(CHANGED)

    def held(path: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(target))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(StorageReadOnly):
            file.save(Settings())
    assert file.load() == (CHANGED, None)
    assert [f.name for f in paths.config.iterdir()] == ["settings.json"]


def test_a_folder_in_the_way_of_the_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("", "utf-8")
    file = SettingsFile(tmp_path / "config" / "settings.json", tmp_path / "damaged")
    with pytest.raises(StorageReadOnly):
        file.save(CHANGED)
