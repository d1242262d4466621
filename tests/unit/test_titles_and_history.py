from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.history import fitting, joined
from gptdesk.domain.messages import Message, Role
from gptdesk.domain.titles import LONGEST, automatic_title
from gptdesk.domain.tokens import estimate_tokens


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("What is a token? And why?", "What is a token?"),
        ("阳台上种什么好？我家朝北。", "阳台上种什么好？"),
        ("\n\n## **Plan** a trip.\nmore", "Plan a trip"),
        ("", ""),
        ("```\ncode", "code"),
        ("word " * 30, "word word word word word word word word word…"),
        ("长" * 60, "长" * LONGEST + "…"),
    ],
)
def test_a_title_is_the_first_sentence(question, title):
    assert automatic_title(question) == title


@given(st.text())
def test_a_title_is_short_and_one_line_whatever_was_asked(question):
    title = automatic_title(question)
    assert len(title) <= LONGEST + 1
    assert len(title.splitlines()) <= 1


def test_turns_in_a_row_become_one_and_empty_ones_go():
    history = [
        Message(Role.USER, "a"),
        Message(Role.USER, "b"),
        Message(Role.ASSISTANT, " "),
        Message(Role.ASSISTANT, "c"),
    ]
    assert joined(history) == (Message(Role.USER, "a\n\nb"), Message(Role.ASSISTANT, "c"))


def test_the_last_message_is_sent_even_if_it_is_too_long():
    history = [Message(Role.USER, "a"), Message(Role.USER, "long " * 100)]
    kept, left_out = fitting(history, 10)
    assert (kept, left_out) == ((history[1],), 1)


def test_everything_fits_into_a_large_window():
    history = [Message(Role.USER, "a"), Message(Role.ASSISTANT, "b")]
    assert fitting(history, 1000) == (tuple(history), 0)
    assert fitting([], 10) == ((), 0)


def test_chinese_is_counted_by_characters():
    assert estimate_tokens("汉" * 100) > 2 * estimate_tokens("a" * 100)
