"""The full-text index of transcripts, and how they are searched."""

from __future__ import annotations

import sqlite3

from gptdesk.domain.search import Query, words
from gptdesk.storage.index import MADE_BY

FACT = "transcription index"


def enter(connection: sqlite3.Connection, number: int, text: str) -> None:
    connection.execute(
        "INSERT INTO transcription_words (rowid, words) VALUES (?, ?)",
        (number, " ".join(words(text))),
    )


def take_out(connection: sqlite3.Connection, number: int, text: str) -> None:
    """`text` must be what was entered, to the letter."""
    connection.execute(
        "INSERT INTO transcription_words (transcription_words, rowid, words)"
        " VALUES ('delete', ?, ?)",
        (number, " ".join(words(text))),
    )


def ensure(connection: sqlite3.Connection) -> None:
    """Make the index anew if other rules made it."""
    made_by = connection.execute("SELECT value FROM facts WHERE name = ?", (FACT,)).fetchone()
    if made_by == (MADE_BY,):
        return
    connection.execute(
        "INSERT INTO transcription_words (transcription_words) VALUES ('delete-all')"
    )
    for number, text in connection.execute("SELECT number, text FROM transcription_segments"):
        enter(connection, number, text)
    connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (FACT, MADE_BY))


def jobs_with(connection: sqlite3.Connection, query: Query) -> set[int]:
    """The jobs in which every word of the query stands, in the title or in any sentence.

    Words may be just begun. If there are none like that, also the middle of words counts.
    """
    if not query.terms:
        return set()
    titles = connection.execute("SELECT number, title FROM transcription_jobs").fetchall()
    return _by_index(connection, query, titles) or _by_reading(connection, query, titles)


def _by_index(
    connection: sqlite3.Connection, query: Query, titles: list[tuple[int, str]]
) -> set[int]:
    if not query.phrases:
        return set()
    found: set[int] | None = None
    for phrase, term in zip(query.phrases, query.terms, strict=False):
        single = Query((term,), (phrase,))
        rows = connection.execute(
            "SELECT DISTINCT job FROM transcription_segments WHERE number IN"
            " (SELECT rowid FROM transcription_words WHERE transcription_words MATCH ?)",
            (_expression(phrase.words, is_prefix=phrase.is_prefix),),
        )
        jobs = {number for (number,) in rows}
        jobs |= {number for number, title in titles if single.is_in(title)}
        found = jobs if found is None else found & jobs
    return found or set()


def _by_reading(
    connection: sqlite3.Connection, query: Query, titles: list[tuple[int, str]]
) -> set[int]:
    left = {term: {n for n, title in titles if Query((term,), ()).is_in(title)}
            for term in query.terms}  # fmt: skip
    for job, text in connection.execute("SELECT job, text FROM transcription_segments"):
        for term, jobs in left.items():
            if job not in jobs and Query((term,), ()).is_in(text):
                jobs.add(job)
    return set.intersection(*left.values())


def _expression(found: tuple[str, ...], *, is_prefix: bool) -> str:
    """In the language of FTS5; words hold no quotation marks."""
    return f'"{" ".join(found)}"{" *" if is_prefix else ""}'
