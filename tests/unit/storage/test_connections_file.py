"""The list of connections, and that no key is ever in it."""

from __future__ import annotations

import json

import pytest

from gptdesk.domain.connections import Connection, ConnectionKind, KeyPlace
from gptdesk.domain.problems import SettingsDamaged, StorageReadOnly
from gptdesk.storage.connections import ConnectionsFile
from gptdesk.storage.paths import Paths

MINE = Connection(
    "1", "我的服务", ConnectionKind.CUSTOM, "http://127.0.0.1/v1", "m", "abcd", KeyPlace.KEYRING
)
OTHER = Connection("2", "Other", ConnectionKind.CUSTOM, "http://127.0.0.1:2/v1")


@pytest.fixture
def file(paths: Paths) -> ConnectionsFile:
    return ConnectionsFile(paths.connections, paths.damaged, lambda: 0.0)


def written(paths: Paths, content: object) -> None:
    paths.config.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    paths.connections.write_text(text, "utf-8")


def test_without_a_file_there_are_none(file: ConnectionsFile, run) -> None:
    assert run(file.load()) == ()
    assert run(file.check()) is None


def test_connections_come_back_in_their_order(file: ConnectionsFile, run) -> None:
    run(file.save([OTHER, MINE]))
    assert run(file.load()) == (OTHER, MINE)
    run(file.save([MINE]))
    assert run(file.load()) == (MINE,)


def test_only_the_hint_of_a_key_is_in_the_file(file: ConnectionsFile, paths: Paths, run) -> None:
    run(file.save([MINE]))
    (entry,) = json.loads(paths.connections.read_text("utf-8"))["connections"]
    known = {"id", "name", "kind", "base_url", "model", "key_hint", "key_place", "service"}
    assert set(entry) == known


def test_what_a_newer_app_wrote_is_kept(file: ConnectionsFile, paths: Paths, run) -> None:
    run(file.save([MINE]))
    content = json.loads(paths.connections.read_text("utf-8"))
    content["connections"][0]["quirk"] = "future"
    strange = [{"id": "9", "kind": "telepathy", "name": "", "base_url": ""}, "?", {"id": 5}]
    content["connections"] += strange
    content["also"] = 1
    written(paths, content)
    assert run(file.load()) == (MINE,)
    run(file.save([OTHER, MINE]))
    kept = json.loads(paths.connections.read_text("utf-8"))
    assert kept["connections"][1]["quirk"] == "future"
    assert kept["connections"][2:] == strange
    assert kept["also"] == 1


def test_what_is_missing_or_of_the_wrong_kind_becomes_the_default(
    file: ConnectionsFile, paths: Paths, run
) -> None:
    written(
        paths,
        {
            "connections": [
                {"id": "2", "name": "Other", "kind": "custom", "model": 4}
                | {"base_url": OTHER.base_url}
            ]
        },
    )
    assert run(file.load()) == (OTHER,)


def test_a_list_that_is_none_counts_as_empty(file: ConnectionsFile, paths: Paths, run) -> None:
    written(paths, {"connections": 3})
    assert run(file.load()) == ()


def test_a_broken_file_is_moved_aside_and_reported(
    file: ConnectionsFile, paths: Paths, run
) -> None:
    written(paths, "{broken")
    problem = run(file.check())
    assert isinstance(problem, SettingsDamaged)
    assert [f.read_text("utf-8") for f in paths.damaged.iterdir()] == ["{broken"]
    assert run(file.check()) is None


def test_a_file_that_breaks_while_the_app_runs_is_moved_aside(
    file: ConnectionsFile, paths: Paths, run
) -> None:
    written(paths, "{broken")
    assert run(file.load()) == ()
    assert [f.read_text("utf-8") for f in paths.damaged.iterdir()] == ["{broken"]


def test_a_file_that_cannot_be_read_is_not_overwritten(
    file: ConnectionsFile, paths: Paths, run
) -> None:
    paths.connections.mkdir(parents=True)
    assert isinstance(run(file.check()), StorageReadOnly)
    for operation in (file.load(), file.save([MINE])):
        with pytest.raises(StorageReadOnly):
            run(operation)
