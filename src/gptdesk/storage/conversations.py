"""Conversations in the database; what a list or a search needs is kept up with every change."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

from gptdesk.domain.conversations import Conversation, SearchHit
from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.storage import index, searching
from gptdesk.storage.database import Database
from gptdesk.storage.rows import (
    CONVERSATION,
    HEADERS,
    MESSAGE,
    contents,
    conversation_of,
    insert,
    message_of,
    number_of,
    refresh,
    rewrite,
    storable,
)

KEPT_AFTER_DELETING = 30 * 24 * 3600.0

ROLES = {role.value: role for role in Role}
STATES = {state.value: state for state in MessageState}


class Conversations:
    """Implements ConversationStore. Raises KeyError for a conversation or message unknown here."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def conversations(self) -> tuple[Conversation, ...]:
        return await self._database.run(_conversations)

    async def conversation(self, conversation_id: str) -> Conversation:
        return await self._database.run(lambda c: _conversation(c, conversation_id))

    async def create(self, conversation: Conversation) -> None:
        await self._database.run(lambda c: _create(c, conversation))

    async def rename(self, conversation_id: str, title: str, *, automatic: bool) -> None:
        await self._set(conversation_id, title=storable(title), title_is_automatic=automatic)

    async def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        await self._set(conversation_id, is_pinned=pinned)

    async def set_model(self, conversation_id: str, connection_id: str, model: str) -> None:
        await self._set(conversation_id, connection_id=connection_id, model=model)

    async def save_draft(self, conversation_id: str, draft: str) -> None:
        await self._set(conversation_id, draft=storable(draft))

    async def delete(self, conversation_id: str) -> None:
        await self._set(conversation_id, deleted=self._now())

    async def restore(self, conversation_id: str) -> None:
        await self._set(conversation_id, deleted=None)

    async def purge(self) -> None:
        """Remove what was deleted long ago, one conversation at a time to keep others waiting
        only shortly."""
        until = self._now() - KEPT_AFTER_DELETING
        while await self._database.run(lambda c: _purge_one(c, until)):
            pass

    async def headers(self, conversation_id: str) -> tuple[MessageHeader, ...]:
        return await self._database.run(lambda c: _headers(c, conversation_id))

    async def bodies(self, conversation_id: str, first: int, last: int) -> tuple[ChatMessage, ...]:
        """The messages; of an answer that grows, the text of its last checkpoint."""
        return await self._database.run(lambda c: _bodies(c, conversation_id, first, last))

    async def add(self, message: ChatMessage) -> None:
        await self._database.run(lambda c: _add(c, message))

    async def checkpoint(self, message_id: str, text: str, reasoning: str) -> None:
        await self._database.run(lambda c: _checkpoint(c, message_id, text, reasoning))

    async def finish(self, message: ChatMessage) -> None:
        await self._database.run(lambda c: _finish(c, message, self._now()))

    async def set_state(self, message_id: str, state: MessageState, problem: str) -> None:
        await self._database.run(lambda c: _set_state(c, message_id, state, problem))

    async def remove_message(self, message_id: str) -> None:
        await self._database.run(lambda c: _remove_message(c, message_id))

    async def versions(self, conversation_id: str, position: int) -> tuple[ChatMessage, ...]:
        return await self._database.run(lambda c: _versions(c, conversation_id, position))

    async def choose_version(self, message_id: str) -> ChatMessage:
        return await self._database.run(lambda c: _choose_version(c, message_id))

    async def search(self, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
        """Titles first, then messages, the newest first."""
        return await searching.search(self._database, query, limit)

    async def _set(self, conversation_id: str, **columns: object) -> None:
        await self._database.run(lambda c: _set(c, conversation_id, columns))


def _conversations(connection: sqlite3.Connection) -> tuple[Conversation, ...]:
    rows = connection.execute(
        f"{CONVERSATION} WHERE deleted IS NULL ORDER BY is_pinned DESC, updated DESC, number DESC"
    )
    return tuple(map(conversation_of, rows))


def _conversation(connection: sqlite3.Connection, name: str) -> Conversation:
    row = connection.execute(f"{CONVERSATION} WHERE id = ?", (name,)).fetchone()
    if row is None:
        raise KeyError(name)
    return conversation_of(row)


def _create(connection: sqlite3.Connection, conversation: Conversation) -> None:
    row: dict[str, object] = {
        "id": conversation.id,
        "title": storable(conversation.title),
        "title_is_automatic": conversation.title_is_automatic,
        "is_pinned": conversation.is_pinned,
        "created": conversation.created,
        "updated": conversation.updated,
        "preview": "",
        "message_count": 0,
        "draft": storable(conversation.draft),
        "connection_id": conversation.connection_id,
        "model": conversation.model,
        "trouble": "",
    }
    insert(connection, "conversations", row)


def _set(connection: sqlite3.Connection, name: str, columns: dict[str, object]) -> None:
    changes = ", ".join(f"{column} = ?" for column in columns)
    cursor = connection.execute(
        f"UPDATE conversations SET {changes} WHERE id = ?",  # noqa: S608  # our own names
        (*columns.values(), name),
    )
    if cursor.rowcount == 0:
        raise KeyError(name)


def _purge_one(connection: sqlite3.Connection, until: float) -> bool:
    row = connection.execute(
        "SELECT number FROM conversations WHERE deleted < ? LIMIT 1", (until,)
    ).fetchone()
    if row is None:
        return False
    messages = connection.execute("SELECT number, text FROM messages WHERE conversation = ?", row)
    for number, text in messages:
        index.take_out(connection, number, text)
    connection.execute("DELETE FROM conversations WHERE number = ?", row)
    return True


def _headers(connection: sqlite3.Connection, name: str) -> tuple[MessageHeader, ...]:
    rows = connection.execute(HEADERS, (number_of(connection, "conversations", name),))
    return tuple(
        MessageHeader(message, position, ROLES[role], length, STATES[state])
        for message, position, role, length, state in rows
    )


def _bodies(
    connection: sqlite3.Connection, name: str, first: int, last: int
) -> tuple[ChatMessage, ...]:
    rows = connection.execute(
        f"""{MESSAGE} WHERE m.conversation = ? AND m.is_active = 1
        AND m.position BETWEEN ? AND ? ORDER BY m.position""",
        (number_of(connection, "conversations", name), first, last),
    )
    return tuple(map(message_of, rows))


def _add(connection: sqlite3.Connection, message: ChatMessage) -> None:
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
    connection.execute(
        """UPDATE conversations SET message_count = message_count + ?, updated = max(updated, ?)
        WHERE number = ?""",
        (0 if earlier else 1, message.created, conversation),
    )
    refresh(connection, conversation)


def _checkpoint(connection: sqlite3.Connection, name: str, text: str, reasoning: str) -> None:
    connection.execute(
        """INSERT INTO drafts SELECT number, ?, ? FROM messages WHERE id = ?
        ON CONFLICT (message) DO UPDATE SET text = excluded.text, reasoning = excluded.reasoning""",
        (storable(text), storable(reasoning), name),
    )


def _finish(connection: sqlite3.Connection, message: ChatMessage, now: float) -> None:
    row = connection.execute(
        "SELECT number, conversation FROM messages WHERE id = ?", (message.id,)
    ).fetchone()
    if row is None:
        _add(connection, message)  # the answer was cancelled before its first words were stored
        return
    number, conversation = row
    rewrite(connection, number, contents(message))
    connection.execute("DELETE FROM drafts WHERE message = ?", (number,))
    connection.execute(
        "UPDATE conversations SET updated = max(updated, ?) WHERE number = ?", (now, conversation)
    )
    refresh(connection, conversation)


def _set_state(
    connection: sqlite3.Connection, name: str, state: MessageState, problem: str
) -> None:
    number = number_of(connection, "messages", name)
    connection.execute(
        "UPDATE messages SET state = ?, problem = ? WHERE number = ?",
        (state.value, problem, number),
    )
    refresh(connection, _conversation_number(connection, number))


def _remove_message(connection: sqlite3.Connection, name: str) -> None:
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


def _versions(connection: sqlite3.Connection, name: str, position: int) -> tuple[ChatMessage, ...]:
    rows = connection.execute(
        f"{MESSAGE} WHERE m.conversation = ? AND m.position = ? ORDER BY m.version",
        (number_of(connection, "conversations", name), position),
    )
    return tuple(map(message_of, rows))


def _choose_version(connection: sqlite3.Connection, name: str) -> ChatMessage:
    number = number_of(connection, "messages", name)
    conversation, position = connection.execute(
        "SELECT conversation, position FROM messages WHERE number = ?", (number,)
    ).fetchone()
    _activate(connection, conversation, position, number)
    refresh(connection, conversation)
    return message_of(connection.execute(f"{MESSAGE} WHERE m.number = ?", (number,)).fetchone())


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
