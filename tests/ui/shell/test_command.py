"""How the command palette finds."""

from __future__ import annotations

import pytest

from gptdesk.ui.shell.command import Command, find, merged

COMMANDS = [
    Command("speech", "go", "Speech", keywords="朗读 langdu"),
    Command("aloud", "do", "Read this answer aloud, spoken by marin"),
    Command("split", "do", "Split the view and compare two models"),
    Command("limit", "do", "Set a monthly spending limit"),
    Command("lunch", "chats", "Splitting the lunch bill"),
    Command("garden", "chats", "阳台上种什么好"),
]


def ids(typed: str) -> list[str]:
    return [hit.command.id for hit in find(COMMANDS, typed)]


def test_nothing_typed_shows_everything_in_groups() -> None:
    assert ids("") == ["speech", "aloud", "split", "limit", "lunch", "garden"]


def test_beginnings_come_before_the_middle_of_words() -> None:
    assert ids("sp") == ["speech", "split", "aloud", "limit", "lunch"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("阳台", ["garden"]), ("朗读", ["speech"]), ("LUNCH", ["lunch"]), ("bill lunch", ["lunch"])],
)
def test_words_are_found_in_any_order_case_and_language(typed: str, expected: list[str]) -> None:
    assert ids(typed) == expected


def test_first_letters_are_enough() -> None:
    assert "limit" in ids("smsl")


def test_what_fits_nothing_finds_nothing() -> None:
    assert ids("zzz") == []


def test_the_hit_says_where() -> None:
    hit = next(hit for hit in find(COMMANDS, "lunch spl") if hit.command.id == "lunch")
    assert [hit.command.title[a:b] for a, b in hit.spans] == ["Spl", "lunch"]


def test_a_hit_in_the_hidden_words_marks_nothing() -> None:
    assert find(COMMANDS, "langdu")[0].spans == ()


def test_spans_that_touch_become_one() -> None:
    assert merged([(3, 5), (0, 2), (5, 7), (1, 2)]) == ((0, 2), (3, 7))


def test_letters_that_grow_when_folded_do_not_shift_the_marks() -> None:
    assert find([Command("1", "do", "Straße öffnen")], "öffnen")[0].spans == ()


def test_no_more_are_shown_than_can_be_read() -> None:
    many = [Command(str(number), "chats", f"Chat {number}") for number in range(200)]
    assert len(find(many, "chat", limit=60)) == 60
