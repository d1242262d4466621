"""Conversations in the database; what a list or a search needs is kept up with every change."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.conversations import Conversation, SearchHit
from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState
from gptdesk.domain.options import ChatOptions, options_text
from gptdesk.storage import attachments, index, messages, searching
from gptdesk.storage.database import Database
from gptdesk.storage.rows import CONVERSATION, conversation_of, insert, storable

KEPT_AFTER_DELETING = 30 * 24 * 3600.0


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

    async def set_options(self, conversation_id: str, options: ChatOptions) -> None:
        await self._set(conversation_id, options=options_text(options))

    async def save_draft(self, conversation_id: str, draft: str) -> None:
        await self._set(conversation_id, draft=storable(draft))

    async def save_draft_attachments(
        self, conversation_id: str, attached: Sequence[Attachment]
    ) -> None:
        await self._database.run(lambda c: attachments.set_draft(c, conversation_id, attached))

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
        return await self._database.run(lambda c: messages.headers(c, conversation_id))

    async def bodies(self, conversation_id: str, first: int, last: int) -> tuple[ChatMessage, ...]:
        """The messages; of an answer that grows, the text of its last checkpoint."""
        return await self._database.run(lambda c: messages.bodies(c, conversation_id, first, last))

    async def add(self, message: ChatMessage) -> None:
        await self._database.run(lambda c: messages.add(c, message))

    async def checkpoint(self, message_id: str, text: str, reasoning: str) -> None:
        await self._database.run(lambda c: messages.checkpoint(c, message_id, text, reasoning))

    async def finish(self, message: ChatMessage) -> None:
        await self._database.run(lambda c: messages.finish(c, message, self._now()))

    async def set_state(self, message_id: str, state: MessageState, problem: str) -> None:
        await self._database.run(lambda c: messages.set_state(c, message_id, state, problem))

    async def remove_message(self, message_id: str) -> None:
        await self._database.run(lambda c: messages.remove_message(c, message_id))

    async def versions(self, conversation_id: str, position: int) -> tuple[ChatMessage, ...]:
        return await self._database.run(lambda c: messages.versions(c, conversation_id, position))

    async def choose_version(self, message_id: str) -> ChatMessage:
        return await self._database.run(lambda c: messages.choose_version(c, message_id))

    async def search(self, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
        """Titles first, then messages, the newest first."""
        return await searching.search(self._database, query, limit)

    async def _set(self, conversation_id: str, **columns: object) -> None:
        await self._database.run(lambda c: _set(c, conversation_id, columns))


def _conversations(connection: sqlite3.Connection) -> tuple[Conversation, ...]:
    rows = connection.execute(
        f"{CONVERSATION} WHERE deleted IS NULL ORDER BY is_pinned DESC, updated DESC, number DESC"
    )
    return attachments.with_draft(connection, map(conversation_of, rows))


def _conversation(connection: sqlite3.Connection, name: str) -> Conversation:
    row = connection.execute(f"{CONVERSATION} WHERE id = ?", (name,)).fetchone()
    if row is None:
        raise KeyError(name)
    return attachments.with_draft(connection, [conversation_of(row)])[0]


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
        "options": options_text(conversation.options),
    }
    number = insert(connection, "conversations", row)
    attachments.add(connection, number, None, conversation.draft_attachments)


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
    texts = connection.execute("SELECT number, text FROM messages WHERE conversation = ?", row)
    for number, text in texts:
        index.take_out(connection, number, text)
    connection.execute("DELETE FROM conversations WHERE number = ?", row)
    return True
