"""What can be done with the messages of a conversation, each within one transaction."""

from __future__ import annotations

import sqlite3

from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.storage import attachments, index
from gptdesk.storage.rows import (
    HEADERS,
    MESSAGE,
    contents,
    insert,
    message_of,
    number_of,
    refresh,
    rewrite,
    storable,
)

ROLES = {role.value: role for role in Role}
STATES = {state.value: state for state in MessageState}


def headers(connection: sqlite3.Connection, name: str) -> tuple[MessageHeader, ...]:
    conversation = number_of(connection, "conversations", name)
    rows = connection.execute(HEADERS, (conversation,))
    along = attachments.counts(connection, conversation)
    return tuple(
        MessageHeader(message, position, ROLES[role], length, STATES[state], along.get(message, 0))
        for message, position, role, length, state in rows
    )


def bodies(
    connection: sqlite3.Connection, name: str, first: int, last: int
) -> tuple[ChatMessage, ...]:
    rows = connection.execute(
        f"""{MESSAGE} WHERE m.conversation = ? AND m.is_active = 1
        AND m.position BETWEEN ? AND ? ORDER BY m.position""",
        (number_of(connection, "conversations", name), first, last),
    )
    return attachments.with_attachments(connection, map(message_of, rows))


def add(connection: sqlite3.Connection, message: ChatMessage) -> None:
    conversation = number_of(connection, "conversations", message.conversation_id)
    place = (conversation, message.position)
    (earlier,) = connection.execute(
        "SELECT max(version) FROM messages WHERE conversation = ? AND position = ?", place
    ).fetchone()
    if earlier:
        _activate(connection, *place, None)
    row = {
        "id": message.id,
        "conversation": conversation,
        "position": message.position,
        "version": (earlier or 0) + 1,
        "is_active": 1,
        **contents(message),
    }
    number = insert(connection, "messages", row)
    index.enter(connection, number, str(row["text"]))
    attachments.add(connection, conversation, number, message.attachments)
    connection.execute(
        """UPDATE conversations SET message_count = message_count + ?, updated = max(updated, ?)
        WHERE number = ?""",
        (0 if earlier else 1, message.created, conversation),
    )
    refresh(connection, conversation)


def checkpoint(connection: sqlite3.Connection, name: str, text: str, reasoning: str) -> None:
    connection.execute(
        """INSERT INTO drafts SELECT number, ?, ? FROM messages WHERE id = ?
        ON CONFLICT (message) DO UPDATE SET text = excluded.text, reasoning = excluded.reasoning""",
        (storable(text), storable(reasoning), name),
    )


def finish(connection: sqlite3.Connection, message: ChatMessage, now: float) -> None:
    row = connection.execute(
        "SELECT number, conversation FROM messages WHERE id = ?", (message.id,)
    ).fetchone()
    if row is None:
        add(connection, message)  # the answer was cancelled before its first words were stored
        return
    number, conversation = row
    rewrite(connection, number, contents(message))
    connection.execute("DELETE FROM drafts WHERE message = ?", (number,))
    connection.execute(
        "UPDATE conversations SET updated = max(updated, ?) WHERE number = ?", (now, conversation)
    )
    refresh(connection, conversation)


def set_state(connection: sqlite3.Connection, name: str, state: MessageState, problem: str) -> None:
    number = number_of(connection, "messages", name)
    connection.execute(
        "UPDATE messages SET state = ?, problem = ? WHERE number = ?",
        (state.value, problem, number),
    )
    refresh(connection, _conversation_number(connection, number))


def remove_message(connection: sqlite3.Connection, name: str) -> None:
    number = number_of(connection, "messages", name)
    conversation, position, text = connection.execute(
        "SELECT conversation, position, text FROM messages WHERE number = ?", (number,)
    ).fetchone()
    index.take_out(connection, number, text)
    connection.execute("DELETE FROM messages WHERE number = ?", (number,))
    left = connection.execute(
        """SELECT number, is_active FROM messages WHERE conversation = ? AND position = ?
        ORDER BY version""",
        (conversation, position),
    ).fetchall()
    for version, (other, _) in enumerate(left, start=1):
        connection.execute("UPDATE messages SET version = ? WHERE number = ?", (version, other))
    if not left:
        connection.execute(
            "UPDATE conversations SET message_count = message_count - 1 WHERE number = ?",
            (conversation,),
        )
    elif not any(is_active for _, is_active in left):
        _activate(connection, conversation, position, left[-1][0])
    refresh(connection, conversation)


def versions(connection: sqlite3.Connection, name: str, position: int) -> tuple[ChatMessage, ...]:
    rows = connection.execute(
        f"{MESSAGE} WHERE m.conversation = ? AND m.position = ? ORDER BY m.version",
        (number_of(connection, "conversations", name), position),
    )
    return attachments.with_attachments(connection, map(message_of, rows))


def choose_version(connection: sqlite3.Connection, name: str) -> ChatMessage:
    number = number_of(connection, "messages", name)
    conversation, position = connection.execute(
        "SELECT conversation, position FROM messages WHERE number = ?", (number,)
    ).fetchone()
    _activate(connection, conversation, position, number)
    refresh(connection, conversation)
    chosen = message_of(connection.execute(f"{MESSAGE} WHERE m.number = ?", (number,)).fetchone())
    return attachments.with_attachments(connection, [chosen])[0]


def _activate(
    connection: sqlite3.Connection, conversation: int, position: int, number: int | None
) -> None:
    """Let only this version belong to the conversation."""
    connection.execute(
        "UPDATE messages SET is_active = (number IS ?) WHERE conversation = ? AND position = ?",
        (number, conversation, position),
    )


def _conversation_number(connection: sqlite3.Connection, message: int) -> int:
    row = connection.execute("SELECT conversation FROM messages WHERE number = ?", (message,))
    return int(row.fetchone()[0])
