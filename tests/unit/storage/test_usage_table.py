"""What was used, in the database; and the way there for older files."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from gptdesk.domain.catalogue import Price
from gptdesk.domain.costs import Usage
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.domain.problems import StorageReadOnly
from gptdesk.domain.usage import UsageRecord, total
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.prices import PricesFile
from gptdesk.storage.usage import UsageTable

OLD = Path(__file__).resolve().parents[2] / "data" / "old"
NOON = datetime(2026, 11, 24, 12).timestamp()
DAY = 86_400.0


def record(at: float = NOON, cost: float | None = 0.5, **fields: object) -> UsageRecord:
    usage = fields.pop("usage", Usage(100, 20, 30, 5))
    known = {"task": "chat", "connection_id": "c", "service": "s", "model": "m"} | fields
    return UsageRecord(at=at, usage=usage, cost=cost, **known)  # type: ignore[arg-type]


@pytest.fixture
def table(opened) -> UsageTable:
    return UsageTable(opened().database)


def test_a_record_comes_back_as_it_was(table: UsageTable, run) -> None:
    usage = Usage(1, 2, 3, 4, 5, 6, 7, 8, 9.5, 10, 11, "1024x1024/high")
    whole = record(
        usage=usage, is_free=False, is_estimate=True, price_as_of="2026-10-13",
        conversation_id="chat", message_id="a",
    )  # fmt: skip
    unknown = record(NOON + 1, None, usage=Usage(None, None, characters=5))
    run(table.add(whole))
    run(table.add(unknown))
    assert run(table.records(0, NOON + 2)) == (whole, unknown)
    assert run(table.records(NOON + 1, NOON + 2)) == (unknown,)
    assert run(table.records(0, NOON)) == ()


def test_sums_are_by_the_day_of_this_computer(table: UsageTable, run) -> None:
    midnight = datetime(2026, 11, 24).timestamp()
    for at in (midnight - 1, midnight, midnight + 1):
        run(table.add(record(at)))
    days = [(one.day, one.requests) for one in run(table.sums(0, NOON))]
    assert days == [("2026-11-23", 1), ("2026-11-24", 2)]


def test_an_unknown_cost_is_counted_apart_from_the_sum(table: UsageTable, run) -> None:
    run(table.add(record(cost=0.25)))
    run(table.add(record(cost=None)))
    run(table.add(record(cost=0.0, is_free=True, model="local")))
    together = total(run(table.sums(0, NOON + 1)))
    assert (together.cost, together.unknown, together.requests) == (0.25, 1, 3)
    assert together.input_tokens == 300
    assert [one.is_free for one in run(table.sums(0, NOON + 1))] == [True, False]


def test_a_conversation_knows_what_it_cost_also_when_it_is_gone(table: UsageTable, run) -> None:
    run(table.add(record(cost=0.25, conversation_id="chat")))
    run(table.add(record(cost=0.5, conversation_id="other")))
    assert run(table.of_conversation("chat")).cost == 0.25
    assert run(table.of_conversation("never")).requests == 0


def test_only_reported_answers_of_the_same_model_teach(table: UsageTable, run) -> None:
    for number in (10, 20, 30):
        run(table.add(record(usage=Usage(1, number))))
    run(table.add(record(usage=Usage(1, 99), is_estimate=True)))
    run(table.add(record(usage=Usage(1, 98), service="elsewhere")))
    run(table.add(record(usage=Usage(1, None))))
    assert run(table.recent_answers("m", "s", 2)) == (30, 20)


def test_models_that_were_paid_for_are_listed_last_used_first(table: UsageTable, run) -> None:
    for model, free in (("a", False), ("b", False), ("a", False), ("local", True)):
        run(table.add(record(model=model, is_free=free)))
    assert run(table.models()) == (("s", "a"), ("s", "b"))


def test_a_message_keeps_its_cost(opened, run) -> None:
    from gptdesk.domain.conversations import Conversation

    store = Conversations(opened().database)
    run(store.create(Conversation("chat")))
    answer = ChatMessage(
        "a", "chat", 0, Role.ASSISTANT, "Hi", MessageState.DONE, input_tokens=9, output_tokens=2,
        cached_tokens=4, reasoning_tokens=1, cost=0.0004,
    )  # fmt: skip
    run(store.add(answer))
    assert run(store.bodies("chat", 0, 0)) == (answer,)
    run(store.finish(ChatMessage("a", "chat", 0, Role.ASSISTANT, "Hi", cost=None)))
    assert run(store.bodies("chat", 0, 0))[0].cost is None


def test_an_old_database_gets_the_table_and_keeps_its_answers(tmp_path: Path, run) -> None:
    paths = Paths.for_profile(tmp_path / "profile")
    paths.create()
    shutil.copyfile(OLD / "v1.db", paths.database)
    opened = run(open_database(paths))
    table, store = UsageTable(opened.database), Conversations(opened.database)
    answer = run(store.bodies("trip", 1, 1))[0]
    assert (answer.output_tokens, answer.cost, answer.cached_tokens) == (34, None, None)
    assert run(table.sums(0, NOON * 2)) == ()
    run(table.add(record(conversation_id="trip")))
    opened.database.close()
    (backup,) = paths.backups.iterdir()
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


# Prices of one's own


def prices(tmp_path: Path) -> PricesFile:
    return PricesFile(tmp_path / "prices.json", tmp_path / "damaged")


def test_own_prices_come_back_with_their_date(tmp_path: Path, run) -> None:
    own = {
        ("s", "模型"): Price(
            input=1.5, cached=0.1, output=3.0, long_from=272_000, long_input=2.0,
            pictures={"1024x1024/high": 0.2}, as_of=date(2026, 11, 24),
        ),
        ("", "m"): Price(minute=0.006),
    }  # fmt: skip
    run(prices(tmp_path).save(own))
    assert run(prices(tmp_path).load()) == own


def test_a_broken_file_of_prices_is_moved_aside(tmp_path: Path, run) -> None:
    (tmp_path / "prices.json").write_text("{oops", "utf-8")
    assert run(prices(tmp_path).load()) == {}
    assert [file.read_text("utf-8") for file in (tmp_path / "damaged").iterdir()] == ["{oops"]


def test_nonsense_in_the_file_is_passed_over_and_kept(tmp_path: Path, run) -> None:
    text = '{"prices": [{"model": 5}, "x", {"service": "s", "model": "m", "input": -1}], "new": 1}'
    (tmp_path / "prices.json").write_text(text, "utf-8")
    assert run(prices(tmp_path).load()) == {("s", "m"): Price()}
    run(prices(tmp_path).save({}))
    kept = (tmp_path / "prices.json").read_text("utf-8")
    assert '"new": 1' in kept
    assert '"model": 5' in kept


def test_a_file_of_prices_that_cannot_be_read_is_a_problem_in_words(tmp_path: Path, run) -> None:
    (tmp_path / "prices.json").mkdir()
    with pytest.raises(StorageReadOnly):
        run(prices(tmp_path).load())


def test_a_price_without_a_day_or_with_a_strange_one_has_none(tmp_path: Path, run) -> None:
    entry = '{"service": "s", "model": "m", "output": 2, "as_of": "soon", "long_from": "x"}'
    text = '{"prices": [' + entry + "]}"
    (tmp_path / "prices.json").write_text(text, "utf-8")
    assert run(prices(tmp_path).load()) == {("s", "m"): Price(output=2.0)}
