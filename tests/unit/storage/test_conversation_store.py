"""Conversations and their messages in the database, one promise of the port after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import STOPPED, ChatMessage, MessageState, Role
from gptdesk.storage.conversations import KEPT_AFTER_DELETING, Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.opening import open_database
from gptdesk.storage.rows import HEADERS

DAY = 24 * 3600.0
FULL = ChatMessage(
    "full",
    "c",
    1,
    Role.ASSISTANT,
    "你好 👋\0!",
    MessageState.INTERRUPTED,
    5.5,
    "thought",
    "model",
    "connection",
    "length",
    "connection-cut",
    1.25,
    10,
    20,
)


def message(name: str, position: int, text: str = "text", **more) -> ChatMessage:
    role = Role.ASSISTANT if position % 2 else Role.USER
    return ChatMessage(name, more.pop("conversation", "c"), position, role, text, **more)


@pytest.fixture
def chat(store: Conversations, run) -> Conversations:
    """With one empty conversation "c"."""
    run(store.create(Conversation("c", created=1.0, updated=1.0)))
    return store


def the_one(chat: Conversations, run) -> Conversation:
    found: Conversation = run(chat.conversation("c"))
    return found


# The list


def test_a_conversation_comes_back_as_it_was_created(store: Conversations, run) -> None:
    made = Conversation("x", "名字", False, True, 1.5, 2.5, "", 0, "typed", "offline", "m")
    run(store.create(made))
    assert run(store.conversation("x")) == made
    assert run(store.conversations()) == (made,)


def test_pinned_ones_come_first_then_the_newest(store: Conversations, run) -> None:
    for name, updated in (("old", 1.0), ("new", 3.0), ("middle", 2.0), ("also new", 3.0)):
        run(store.create(Conversation(name, updated=updated)))
    run(store.set_pinned("old", True))
    found = [conversation.id for conversation in run(store.conversations())]
    assert found == ["old", "also new", "new", "middle"]
    run(store.set_pinned("old", False))
    assert run(store.conversations())[-1].id == "old"


def test_renaming_pinning_model_and_draft_do_not_make_it_newer(chat: Conversations, run) -> None:
    run(chat.rename("c", "新名字", automatic=False))
    run(chat.set_pinned("c", True))
    run(chat.set_model("c", "connection", "model"))
    run(chat.save_draft("c", "未发送"))
    assert the_one(chat, run) == Conversation(
        "c",
        "新名字",
        False,
        True,
        1.0,
        1.0,
        draft="未发送",
        connection_id="connection",
        model="model",
    )


def test_messages_make_it_newer_count_and_show_in_the_list(chat: Conversations, run, clock) -> None:
    run(chat.add(message("q", 0, "# Question\n\nwith **marks**", created=10.0)))
    assert the_one(chat, run) == Conversation(
        "c", created=1.0, updated=10.0, preview="Question with marks", message_count=1
    )
    run(chat.add(message("a", 1, "", created=12.0, state=MessageState.STREAMING)))
    assert the_one(chat, run).preview == "Question with marks"
    run(chat.finish(message("a", 1, "The answer", created=12.0)))
    found = the_one(chat, run)
    assert (found.preview, found.message_count, found.updated) == ("The answer", 2, clock.now)


def test_an_old_message_does_not_make_it_older(chat: Conversations, run) -> None:
    run(chat.add(message("q", 0, created=0.5)))
    assert the_one(chat, run).updated == 1.0


@pytest.mark.parametrize("state", [MessageState.UNSENT, MessageState.INTERRUPTED])
def test_the_list_knows_what_the_last_message_waits_for(
    chat: Conversations, run, state: MessageState
) -> None:
    run(chat.add(message("q", 0)))
    run(chat.set_state("q", state, "network-down"))
    assert the_one(chat, run).trouble == "network-down"
    run(chat.set_state("q", MessageState.DONE, ""))
    assert the_one(chat, run).trouble == ""


def test_trouble_further_up_is_over(chat: Conversations, run) -> None:
    run(chat.add(message("q", 0, state=MessageState.UNSENT, problem="timed-out")))
    assert the_one(chat, run).trouble == "timed-out"
    run(chat.add(message("q2", 1)))
    assert the_one(chat, run).trouble == ""


def test_stopping_is_no_trouble(chat: Conversations, run) -> None:
    run(chat.add(message("a", 1, state=MessageState.INTERRUPTED, problem=STOPPED)))
    assert the_one(chat, run).trouble == ""


@pytest.mark.parametrize(
    "ask",
    [
        lambda s: s.conversation("?"),
        lambda s: s.rename("?", "x", automatic=True),
        lambda s: s.delete("?"),
        lambda s: s.headers("?"),
        lambda s: s.bodies("?", 0, 1),
        lambda s: s.versions("?", 0),
        lambda s: s.add(message("m", 0, conversation="?")),
        lambda s: s.set_state("?", MessageState.DONE, ""),
        lambda s: s.remove_message("?"),
        lambda s: s.choose_version("?"),
    ],
)
def test_what_is_unknown_is_a_mistake_of_the_caller(store: Conversations, run, ask) -> None:
    with pytest.raises(KeyError, match=r"\?"):
        run(ask(store))


# Messages


def test_a_message_comes_back_in_every_field(chat: Conversations, run) -> None:
    run(chat.add(FULL))
    assert run(chat.bodies("c", 0, 5)) == (FULL,)


def test_bodies_are_those_of_the_range_in_order(chat: Conversations, run) -> None:
    for position in range(6):
        run(chat.add(message(f"m{position}", position)))
    assert [m.position for m in run(chat.bodies("c", 2, 4))] == [2, 3, 4]
    assert run(chat.bodies("c", 7, 9)) == ()


def test_headers_tell_all_but_the_text(chat: Conversations, run) -> None:
    run(chat.add(message("q", 0, "four")))
    run(chat.add(message("a", 1, "", state=MessageState.STREAMING)))
    first, second = run(chat.headers("c"))
    assert (first.id, first.position, first.role, first.length) == ("q", 0, Role.USER, 4)
    assert (second.role, second.state) == (Role.ASSISTANT, MessageState.STREAMING)


def test_headers_are_read_from_the_index_alone(chat: Conversations, database, run) -> None:
    explained = f"EXPLAIN QUERY PLAN {HEADERS}"
    plan = run(database.run(lambda c: c.execute(explained, (1,)).fetchall()))
    assert [row[3] for row in plan] == [
        "SEARCH messages USING COVERING INDEX messages_headers (conversation=? AND is_active=?)"
    ]


def test_halves_of_characters_are_mended(chat: Conversations, run) -> None:
    run(chat.add(message("q", 0, "\ud83d\ude00 and \ud83d")))
    run(chat.rename("c", "\ud83d", automatic=True))
    assert run(chat.bodies("c", 0, 0))[0].text == "😀 and �"
    assert the_one(chat, run).title == "�"


# Answers that grow


def test_a_growing_answer_shows_its_last_checkpoint(chat: Conversations, run) -> None:
    run(chat.add(message("a", 1, "B", state=MessageState.STREAMING)))
    run(chat.checkpoint("a", "Beg", "th"))
    run(chat.checkpoint("a", "Begun", "thought"))
    (found,) = run(chat.bodies("c", 0, 9))
    assert (found.text, found.reasoning) == ("Begun", "thought")


def test_finishing_replaces_the_message_and_drops_its_checkpoint(
    chat: Conversations, database: Database, run
) -> None:
    run(chat.add(message("full", 1, "B", state=MessageState.STREAMING)))
    run(chat.checkpoint("full", "Begun", ""))
    run(chat.finish(FULL))
    assert run(chat.bodies("c", 0, 9)) == (FULL,)
    assert run(database.run(lambda c: c.execute("SELECT * FROM drafts").fetchall())) == []


def test_finishing_an_answer_that_was_never_stored_stores_it(chat: Conversations, run) -> None:
    run(chat.finish(FULL))
    assert run(chat.bodies("c", 0, 9)) == (FULL,)
    assert the_one(chat, run).message_count == 1


def test_a_checkpoint_of_an_unknown_answer_is_nothing(chat: Conversations, run) -> None:
    run(chat.checkpoint("?", "text", ""))
    assert run(chat.bodies("c", 0, 9)) == ()


def restarted(store: Conversations, database: Database, paths, run) -> Conversations:
    """The store after the app was closed in the middle."""
    database.close()
    return Conversations(run(open_database(paths)).database)


def test_answers_that_grew_at_the_end_are_interrupted(
    chat: Conversations, database: Database, paths, run
) -> None:
    run(chat.add(message("a", 1, "Beg", state=MessageState.STREAMING)))
    run(chat.add(message("b", 3, "Only this", state=MessageState.STREAMING)))
    run(chat.checkpoint("a", "Begun with unicorns", "thought"))
    again = restarted(chat, database, paths, run)
    first, second = run(again.bodies("c", 0, 9))
    assert (first.text, first.reasoning) == ("Begun with unicorns", "thought")
    assert first.state is second.state is MessageState.INTERRUPTED
    assert second.text == "Only this"
    assert run(again.headers("c"))[0].length == len("Begun with unicorns")
    assert [hit.message_id for hit in run(again.search("unicorns"))] == ["a"]
    again._database.close()


def test_a_continued_answer_keeps_what_was_added_before_the_crash(
    chat: Conversations, database: Database, paths, run
) -> None:
    cut = message("a", 1, "One", state=MessageState.INTERRUPTED, problem="stopped")
    run(chat.add(cut))
    run(chat.checkpoint("a", "One two", ""))
    again = restarted(chat, database, paths, run)
    longer = replace(cut, text="One two")
    assert run(again.bodies("c", 0, 9)) == (longer,)
    drafts = "SELECT * FROM drafts"
    assert run(again._database.run(lambda c: c.execute(drafts).fetchall())) == []
    again._database.close()


# Versions


def test_a_message_at_a_taken_place_becomes_the_active_version(chat: Conversations, run) -> None:
    run(chat.add(message("a1", 1, "first")))
    run(chat.add(message("a2", 1, "second")))
    (active,) = run(chat.bodies("c", 0, 9))
    assert (active.id, active.version, active.versions) == ("a2", 2, 2)
    assert the_one(chat, run).message_count == 1
    assert the_one(chat, run).preview == "second"
    assert [(m.id, m.version) for m in run(chat.versions("c", 1))] == [("a1", 1), ("a2", 2)]


def test_an_earlier_version_can_be_chosen(chat: Conversations, run) -> None:
    run(chat.add(message("a1", 1, "first")))
    run(chat.add(message("a2", 1, "second")))
    chosen = run(chat.choose_version("a1"))
    assert (chosen.id, chosen.text, chosen.version, chosen.versions) == ("a1", "first", 1, 2)
    assert run(chat.bodies("c", 0, 9)) == (chosen,)
    assert [header.id for header in run(chat.headers("c"))] == ["a1"]
    assert the_one(chat, run).preview == "first"


def test_taking_back_an_answer_brings_back_the_version_before(chat: Conversations, run) -> None:
    for name in ("a1", "a2", "a3"):
        run(chat.add(message(name, 1, name)))
    run(chat.remove_message("a3"))
    (active,) = run(chat.bodies("c", 0, 9))
    assert (active.id, active.version, active.versions) == ("a2", 2, 2)
    assert the_one(chat, run).message_count == 1


def test_taking_back_a_version_that_is_not_shown_keeps_the_one_that_is(
    chat: Conversations, run
) -> None:
    for name in ("a1", "a2", "a3"):
        run(chat.add(message(name, 1, name)))
    run(chat.remove_message("a1"))
    assert [(m.id, m.version) for m in run(chat.versions("c", 1))] == [("a2", 1), ("a3", 2)]
    assert run(chat.headers("c"))[0].id == "a3"


def test_taking_back_the_only_answer_leaves_the_question(chat: Conversations, run) -> None:
    run(chat.add(message("q", 0, "question", state=MessageState.UNSENT, problem="timed-out")))
    run(chat.add(message("a", 1, "", state=MessageState.STREAMING)))
    run(chat.checkpoint("a", "x", ""))
    run(chat.remove_message("a"))
    found = the_one(chat, run)
    assert (found.message_count, found.preview, found.trouble) == (1, "question", "timed-out")
    assert [header.id for header in run(chat.headers("c"))] == ["q"]


# Deleting


def test_a_deleted_conversation_is_hidden_until_it_is_restored(chat: Conversations, run) -> None:
    run(chat.add(message("q", 0)))
    before = the_one(chat, run)
    run(chat.delete("c"))
    assert run(chat.conversations()) == ()
    run(chat.restore("c"))
    assert run(chat.conversations()) == (before,)


def test_purging_removes_only_what_was_deleted_more_than_a_month_ago(
    chat: Conversations, database: Database, run, clock
) -> None:
    for name in ("recent", "kept"):
        run(chat.create(Conversation(name)))
    run(chat.add(message("q", 0, "unicorn")))
    run(chat.add(message("a", 1, "", state=MessageState.STREAMING)))
    run(chat.checkpoint("a", "unicorn", ""))
    run(chat.delete("c"))
    clock.now += 5 * DAY
    run(chat.delete("recent"))
    clock.now += KEPT_AFTER_DELETING - 4 * DAY
    run(chat.purge())
    with pytest.raises(KeyError):
        run(chat.conversation("c"))
    run(chat.restore("recent"))
    assert {c.id for c in run(chat.conversations())} == {"recent", "kept"}

    def left(connection) -> list:
        tables = (
            "SELECT count(*) FROM messages",
            "SELECT count(*) FROM drafts",
            "SELECT count(*) FROM message_words WHERE message_words MATCH 'unicorn'",
        )
        return [connection.execute(table).fetchone()[0] for table in tables]

    assert run(database.run(left)) == [0, 0, 0]
