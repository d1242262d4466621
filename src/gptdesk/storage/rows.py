"""Messages and conversations as rows of the database."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import STOPPED, ChatMessage, MessageState, Role
from gptdesk.domain.options import options_of
from gptdesk.domain.search import plain_line
from gptdesk.storage import index

PREVIEW = 160

CONVERSATION = """
SELECT id, title, title_is_automatic, is_pinned, created, updated, preview, message_count, draft,
    connection_id, model, trouble, preview_pictures, options
FROM conversations"""

MESSAGE = """
SELECT m.id, c.id, m.position, m.role, coalesce(d.text, m.text), m.state, m.created,
    coalesce(d.reasoning, m.reasoning), m.model, m.connection_id, m.finish, m.problem, m.seconds,
    m.input_tokens, m.output_tokens, m.version,
    (SELECT count(*) FROM messages AS v
     WHERE v.conversation = m.conversation AND v.position = m.position),
    m.cached_tokens, m.reasoning_tokens, m.cost
FROM messages AS m
JOIN conversations AS c ON c.number = m.conversation
LEFT JOIN drafts AS d ON d.message = m.number"""

HEADERS = """
SELECT id, position, role, length, state FROM messages
WHERE conversation = ? AND is_active = 1 ORDER BY position"""


def conversation_of(row: tuple[Any, ...]) -> Conversation:
    name, title, automatic, pinned, *rest, options = row
    known = Conversation(name, title, bool(automatic), bool(pinned), *rest)
    return replace(known, options=options_of(options)) if options else known


def message_of(row: tuple[Any, ...]) -> ChatMessage:
    name, conversation, position, role, text, state, *rest = row
    return ChatMessage(name, conversation, position, Role(role), text, MessageState(state), *rest)


def storable(text: str) -> str:
    """Text that SQLite takes: halves of characters, as broken services send them, are mended."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def contents(message: ChatMessage) -> dict[str, object]:
    """The columns of a message that its writer decides on."""
    text = storable(message.text)
    return {
        "role": message.role.value,
        "state": message.state.value,
        "created": message.created,
        "model": message.model,
        "connection_id": message.connection_id,
        "finish": message.finish,
        "problem": message.problem,
        "seconds": message.seconds,
        "input_tokens": message.input_tokens,
        "output_tokens": message.output_tokens,
        "cached_tokens": message.cached_tokens,
        "reasoning_tokens": message.reasoning_tokens,
        "cost": message.cost,
        "length": len(text),
        "text": text,
        "reasoning": storable(message.reasoning),
    }


def insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> int:
    """Add a row; its number. Names of tables and columns are our own constants."""
    marks = ", ".join("?" * len(row))
    cursor = connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})",  # noqa: S608
        tuple(row.values()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def rewrite(connection: sqlite3.Connection, number: int, row: dict[str, object]) -> None:
    """Give a message new contents, in the index as well."""
    (old,) = connection.execute("SELECT text FROM messages WHERE number = ?", (number,)).fetchone()
    columns = ", ".join(f"{name} = ?" for name in row)
    connection.execute(
        f"UPDATE messages SET {columns} WHERE number = ?",  # noqa: S608
        (*row.values(), number),
    )
    if row["text"] != old:
        index.take_out(connection, number, old)
        index.enter(connection, number, str(row["text"]))


def number_of(connection: sqlite3.Connection, table: str, name: str) -> int:
    """The row of an id. Raises KeyError."""
    row = connection.execute(
        f"SELECT number FROM {table} WHERE id = ?",  # noqa: S608
        (name,),
    ).fetchone()
    if row is None:
        raise KeyError(name)
    return int(row[0])


def refresh(connection: sqlite3.Connection, conversation: int) -> None:
    """Write down again what the list shows of the last message."""
    last = connection.execute(
        """SELECT state, problem FROM messages
        WHERE conversation = ? AND is_active = 1 ORDER BY position DESC LIMIT 1""",
        (conversation,),
    ).fetchone()
    said = connection.execute(
        """SELECT substr(text, 1, 2000),
            (SELECT count(*) FROM attachments AS a WHERE a.message = messages.number)
        FROM messages
        WHERE conversation = ? AND is_active = 1
            AND (length > 0 OR EXISTS (SELECT 1 FROM attachments AS a WHERE a.message = number))
        ORDER BY position DESC LIMIT 1""",
        (conversation,),
    ).fetchone() or ("", 0)
    connection.execute(
        "UPDATE conversations SET preview = ?, preview_pictures = ?, trouble = ? WHERE number = ?",
        (plain_line(said[0], PREVIEW), said[1], _trouble(last), conversation),
    )


def _trouble(last: tuple[str, str] | None) -> str:
    waits = last is not None and last[0] in (MessageState.UNSENT, MessageState.INTERRUPTED)
    return last[1] if waits and last is not None and last[1] != STOPPED else ""
