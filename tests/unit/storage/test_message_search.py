"""Search finds what a person would expect, in Chinese and in English."""

from __future__ import annotations

import sqlite3

import pytest

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, Role
from gptdesk.storage import searching
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.database import Database
from gptdesk.storage.index import MADE_BY
from gptdesk.storage.opening import open_database

TEXTS = {
    "zh": "人工智能可以用GPT回答问题。",
    "en": "A paragraph about Café culture, C++ and gpt-4o.",
    "both": "请用 Python 写一个 hello world 程序",
    "other": "nothing of interest",
}


@pytest.fixture
def chat(store: Conversations, run) -> Conversations:
    run(store.create(Conversation("c", "旅行计划 Travel plans", updated=5.0)))
    for position, (name, text) in enumerate(TEXTS.items()):
        run(store.add(ChatMessage(name, "c", position, Role.USER, text)))
    return store


def found(chat: Conversations, run, query: str, limit: int = 50) -> list[str]:
    return [hit.message_id for hit in run(chat.search(query, limit))]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("智能", ["zh"]),
        ("人工智能", ["zh"]),
        ("智", ["zh"]),
        ("题", ["zh"]),
        ("用", ["both", "zh"]),
        ("GPT回", ["zh"]),
        ("能可以 问题", ["zh"]),
        ("智人", []),
        ("gpt", ["en", "zh"]),
        ("ＧＰＴ", ["en", "zh"]),
        ("gpt-4", ["en"]),
        ("CAFE", ["en"]),
        ("café cult", ["en"]),
        ("cult café", ["en"]),
        ("para cafe", ["en"]),
        ("c++", ["en"]),
        ("c#", []),
        ("程序 hello", ["both"]),
        ("hello 旅行", []),
        ("graph", ["en"]),
        ("agra ultu", ["en"]),
        ("4o.", ["en"]),
        ("。", ["zh"]),
        ("interest", ["other"]),
        ('"', []),
        ("NOT OR AND *", []),
        ("", []),
        ("   ", []),
    ],
)
def test_a_search_finds(chat: Conversations, run, query: str, names: list[str]) -> None:
    assert found(chat, run, query) == names


def test_a_title_is_found_before_messages(chat: Conversations, run) -> None:
    run(chat.create(Conversation("t", "Hello there", updated=1.0)))
    title, message = run(chat.search("hello"))
    assert (title.conversation_id, title.message_id, title.excerpt) == ("t", "", "Hello there")
    assert (message.message_id, message.position, message.title) == (
        "both",
        2,
        "旅行计划 Travel plans",
    )
    assert message.updated == 5.0


def test_a_title_is_found_by_any_part_of_it(chat: Conversations, run) -> None:
    (hit,) = run(chat.search("计划 rave"))
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["计划", "rave"]


def test_a_hit_shows_its_surroundings_and_marks_the_words(chat: Conversations, run) -> None:
    (hit,) = run(chat.search("写一个 hello"))
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["写一个", "hello"]


def test_no_more_than_the_limit_is_found_and_the_newest_first(chat: Conversations, run) -> None:
    for number in range(5):
        run(chat.add(ChatMessage(f"n{number}", "c", 10 + number, Role.USER, "same interesting")))
    assert found(chat, run, "same", 2) == ["n4", "n3"]
    assert found(chat, run, "teresting", 2) == ["n4", "n3"]


def test_reading_goes_through_all_messages_piece_by_piece(
    chat: Conversations, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PIECE", 2)
    assert found(chat, run, "ragraph") == ["en"]
    assert found(chat, run, "ntelligenz") == []


def test_deleted_conversations_and_their_titles_are_not_found(chat: Conversations, run) -> None:
    run(chat.delete("c"))
    for query in ("智能", "travel", "graph"):
        assert found(chat, run, query) == []
    run(chat.restore("c"))
    assert found(chat, run, "智能") == ["zh"]


def test_only_the_version_that_is_shown_is_found(chat: Conversations, run) -> None:
    run(chat.add(ChatMessage("zh2", "c", 0, Role.USER, "replaced")))
    assert found(chat, run, "智能") == []
    run(chat.choose_version("zh"))
    assert found(chat, run, "智能") == ["zh"]
    assert found(chat, run, "replaced") == []


def test_a_message_is_found_by_its_final_text_only(chat: Conversations, run) -> None:
    run(chat.finish(ChatMessage("other", "c", 3, Role.USER, "changed")))
    assert found(chat, run, "changed") == ["other"]
    assert found(chat, run, "nothing") == []


def test_a_removed_message_is_not_found(chat: Conversations, run) -> None:
    run(chat.remove_message("other"))
    assert found(chat, run, "interest") == []


def test_a_message_in_the_row_of_a_removed_one_is_not_found_by_its_words(
    chat: Conversations, run
) -> None:
    run(chat.remove_message("other"))
    run(chat.add(ChatMessage("next", "c", 3, Role.USER, "fresh")))
    assert found(chat, run, "interest") == []
    assert found(chat, run, "fresh") == ["next"]


def test_an_index_made_by_other_rules_is_made_anew(
    chat: Conversations, database: Database, paths, run
) -> None:
    def spoil(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE facts SET value = '0/other' WHERE name = 'index'")
        connection.execute("INSERT INTO message_words (message_words) VALUES ('delete-all')")

    run(database.run(spoil))
    database.close()
    again = run(open_database(paths)).database
    try:
        assert found(Conversations(again), run, "智能") == ["zh"]
        fact = "SELECT value FROM facts WHERE name = 'index'"
        assert run(again.run(lambda c: c.execute(fact).fetchone())) == (MADE_BY,)
    finally:
        again.close()
