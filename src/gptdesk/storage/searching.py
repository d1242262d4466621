"""Search in titles and messages: by the index, and by reading where the index cannot help."""

from __future__ import annotations

import sqlite3
from typing import Any

from gptdesk.domain.conversations import SearchHit
from gptdesk.domain.search import Query, excerpt, parse
from gptdesk.storage.database import Database
from gptdesk.storage.index import expression

PIECE = 1000
"""How many messages are read at once, so that an answer that grows need not wait for long."""

_FOUND = """
SELECT c.id, c.title, m.id, m.position, m.text, c.updated, m.number
FROM messages AS m JOIN conversations AS c ON c.number = m.conversation
WHERE m.is_active = 1 AND c.deleted IS NULL AND """

_MATCHED = "m.number IN (SELECT rowid FROM message_words WHERE message_words MATCH ?)"


async def search(database: Database, typed: str, limit: int) -> tuple[SearchHit, ...]:
    """Titles first, then messages, the newest first.

    Every word must be in the message, the last may be just begun. If no message has them like
    that, also the middle of words counts.
    """
    query = parse(typed)
    if not query.terms:
        return ()
    titles, messages = await database.run(
        lambda c: (_in_titles(c, query, limit), _in_index(c, query, limit))
    )
    if not messages:
        messages = await _by_reading(database, query, limit)
    return (*titles, *messages)[:limit]


def _in_titles(connection: sqlite3.Connection, query: Query, limit: int) -> list[SearchHit]:
    rows = connection.execute(
        """SELECT id, title, '', 0, title, updated FROM conversations
        WHERE deleted IS NULL AND title <> '' ORDER BY updated DESC, number DESC"""
    )
    return [_hit(row, query) for row in rows if query.is_in(row[1])][:limit]


def _in_index(connection: sqlite3.Connection, query: Query, limit: int) -> list[SearchHit]:
    if not query.phrases:
        return []
    rows = connection.execute(
        f"{_FOUND} {_MATCHED} ORDER BY m.number DESC LIMIT ?",
        (expression(query), limit),
    )
    return [_hit(row, query) for row in rows]


async def _by_reading(database: Database, query: Query, limit: int) -> list[SearchHit]:
    hits: list[SearchHit] = []
    before: int | None = None
    while len(hits) < limit:
        rows = await database.run(lambda c, b=before: _piece(c, b))  # type: ignore[misc]
        if not rows:
            break
        before = rows[-1][6]
        hits.extend(await database.run(lambda _, r=rows: _matching(r, query)))  # type: ignore[misc]
    return hits[:limit]


def _piece(connection: sqlite3.Connection, before: int | None) -> list[tuple[Any, ...]]:
    return connection.execute(
        f"{_FOUND} (? IS NULL OR m.number < ?) ORDER BY m.number DESC LIMIT ?",
        (before, before, PIECE),
    ).fetchall()


def _matching(rows: list[tuple[Any, ...]], query: Query) -> list[SearchHit]:
    return [_hit(row, query) for row in rows if query.is_in(row[4])]


def _hit(row: tuple[Any, ...], query: Query) -> SearchHit:
    conversation, title, message, position, text, updated = row[:6]
    line, spans = excerpt(text, query)
    return SearchHit(conversation, title, message, position, line, spans, updated)
