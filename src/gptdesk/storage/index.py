"""The full-text index of the messages, kept in step within the transaction that changes them."""

from __future__ import annotations

import sqlite3
import unicodedata

from gptdesk.domain.search import RULES, Query, words

MADE_BY = f"{RULES}/{unicodedata.unidata_version}"
"""An index row can only be taken out by the rules that put it in."""


def enter(connection: sqlite3.Connection, number: int, text: str) -> None:
    connection.execute(
        "INSERT INTO message_words (rowid, words) VALUES (?, ?)", (number, " ".join(words(text)))
    )


def take_out(connection: sqlite3.Connection, number: int, text: str) -> None:
    """`text` must be what was entered, to the letter."""
    connection.execute(
        "INSERT INTO message_words (message_words, rowid, words) VALUES ('delete', ?, ?)",
        (number, " ".join(words(text))),
    )


def ensure(connection: sqlite3.Connection) -> None:
    """Make the index anew if other rules made it: ours changed, or those of Unicode did."""
    made_by = connection.execute("SELECT value FROM facts WHERE name = 'index'").fetchone()
    if made_by == (MADE_BY,):
        return
    connection.execute("INSERT INTO message_words (message_words) VALUES ('delete-all')")
    for number, text in connection.execute("SELECT number, text FROM messages"):
        enter(connection, number, text)
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('index', ?)", (MADE_BY,))


def expression(query: Query) -> str:
    """The query in the language of FTS5; words hold no quotation marks."""
    phrases = ((" ".join(p.words), " *" if p.is_prefix else "") for p in query.phrases)
    return " AND ".join(f'"{text}"{star}' for text, star in phrases)
