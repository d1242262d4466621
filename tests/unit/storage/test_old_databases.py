"""Files written by released versions open, and everything in them is found.

The files in tests/data/old were written by those versions and are never made anew.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gptdesk.domain.messages import MessageState
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths

OLD = Path(__file__).resolve().parents[2] / "data" / "old"
LARGEST = 60 * 1024


@pytest.fixture(params=["v1.db"])
def old(request: pytest.FixtureRequest, tmp_path: Path, run) -> Iterator[Conversations]:
    paths = Paths.for_profile(tmp_path / "profile")
    paths.create()
    shutil.copyfile(OLD / request.param, paths.database)
    opened = run(open_database(paths))
    assert opened.notices == ()
    yield Conversations(opened.database)
    opened.database.close()


def test_old_files_are_small() -> None:
    assert all(file.stat().st_size <= LARGEST for file in OLD.iterdir())


def test_the_list_is_that_of_its_time(old: Conversations, run) -> None:
    trip, cut = run(old.conversations())
    assert (trip.id, trip.title, trip.is_pinned) == ("trip", "周末去杭州玩两天，怎么安排？", True)
    assert trip.title_is_automatic
    assert trip.draft == "那雨天呢"
    assert (trip.message_count, trip.updated) == (2, 1.79e9 + 10)
    assert trip.preview == "第一天：西湖、灵隐寺。 第二天：西溪湿地。"
    assert (trip.connection_id, trip.model) == ("offline", "qwen2.5-coder-0.5b-instruct")
    assert (cut.id, cut.title_is_automatic, cut.message_count) == ("cut", False, 2)


def test_every_version_of_an_answer_is_there(old: Conversations, run) -> None:
    first, second = run(old.versions("trip", 1))
    assert (first.text, second.version, second.versions) == ("第一天：西湖。", 2, 2)
    assert second.reasoning == "想一想"
    assert (second.finish, second.seconds) == ("stop", 2.5)
    assert (second.input_tokens, second.output_tokens) == (12, 34)
    assert run(old.headers("trip"))[1].id == "trip-a2"


def test_the_answer_that_grew_at_the_end_is_interrupted(old: Conversations, run) -> None:
    answer = run(old.bodies("cut", 1, 1))[0]
    assert answer.state is MessageState.INTERRUPTED
    assert answer.text == "Recursion is when a function calls itself, like a café menu on the menu"


def test_what_was_deleted_can_still_be_restored(old: Conversations, run) -> None:
    run(old.restore("gone"))
    gone = run(old.conversation("gone"))
    assert (gone.title, gone.trouble) == ("Deleted by mistake", "network-down")


@pytest.mark.parametrize(
    ("query", "names"),
    [("西湖", ["trip-a2"]), ("cafe", ["cut-a"]), ("杭州", ["", "trip-q"]), ("important", [])],
)
def test_it_can_be_searched(old: Conversations, run, query: str, names: list[str]) -> None:
    assert [hit.message_id for hit in run(old.search(query))] == names
