"""Which attachments belong to which message or draft; the bytes are kept by media.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage
from gptdesk.storage.rows import insert, number_of, storable

COLUMNS = "a.media, a.media_type, a.width, a.height, a.bytes, a.name, a.kind"
AT_ONCE = 500
"""So many names stand in one question; SQLite has a limit."""


def add(
    connection: sqlite3.Connection,
    conversation: int,
    message: int | None,
    attachments: Iterable[Attachment],
) -> None:
    """Put them behind a message, or behind the draft if `message` is None."""
    for place, attachment in enumerate(attachments):
        row: dict[str, object] = {
            "conversation": conversation,
            "message": message,
            "place": place,
            "media": attachment.id,
            "kind": attachment.kind,
            "media_type": attachment.media_type,
            "width": attachment.width,
            "height": attachment.height,
            "bytes": attachment.bytes,
            "name": storable(attachment.name),
        }
        insert(connection, "attachments", row)


def set_draft(connection: sqlite3.Connection, name: str, attachments: Sequence[Attachment]) -> None:
    conversation = number_of(connection, "conversations", name)
    connection.execute(
        "DELETE FROM attachments WHERE conversation = ? AND message IS NULL", (conversation,)
    )
    add(connection, conversation, None, attachments)


def with_attachments(
    connection: sqlite3.Connection, messages: Iterable[ChatMessage]
) -> tuple[ChatMessage, ...]:
    """The messages with what was sent along with them."""
    wanted = list(messages)
    found: dict[str, list[Attachment]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        _read(connection, [message.id for message in wanted[start : start + AT_ONCE]], found)
    return tuple(
        replace(message, attachments=tuple(found[message.id])) if message.id in found else message
        for message in wanted
    )


def with_draft(
    connection: sqlite3.Connection, conversations: Iterable[Conversation]
) -> tuple[Conversation, ...]:
    """The conversations with what is attached to their drafts."""
    rows = connection.execute(
        f"""SELECT c.id, {COLUMNS} FROM attachments AS a
        JOIN conversations AS c ON c.number = a.conversation
        WHERE a.message IS NULL ORDER BY a.place"""  # noqa: S608  # our own names
    )
    found: dict[str, list[Attachment]] = {}
    for name, *columns in rows:
        found.setdefault(name, []).append(attachment_of(columns))
    return tuple(
        replace(c, draft_attachments=tuple(found[c.id])) if c.id in found else c
        for c in conversations
    )


def counts(connection: sqlite3.Connection, conversation: int) -> dict[str, int]:
    """How many attachments the messages have, by their ids; only those that have any."""
    rows = connection.execute(
        """SELECT m.id, count(*) FROM attachments AS a JOIN messages AS m ON m.number = a.message
        WHERE a.conversation = ? GROUP BY m.number""",
        (conversation,),
    )
    return dict(rows)


def media_in_use(connection: sqlite3.Connection) -> set[str]:
    """What messages, pictures of the gallery, their masks and orders for pictures need."""
    rows = connection.execute(
        """SELECT media FROM attachments UNION SELECT media FROM pictures
        UNION SELECT media FROM image_files
        UNION SELECT json_extract(mask, '$.id') FROM pictures WHERE mask <> ''"""
    )
    return {media for (media,) in rows}


def attachment_of(columns: Sequence[Any]) -> Attachment:
    return Attachment(*columns)


def _read(
    connection: sqlite3.Connection, names: Sequence[str], found: dict[str, list[Attachment]]
) -> None:
    marks = ", ".join("?" * len(names))
    rows = connection.execute(
        f"""SELECT m.id, {COLUMNS} FROM messages AS m
        JOIN attachments AS a ON a.message = m.number
        WHERE m.id IN ({marks}) ORDER BY a.message, a.place""",  # noqa: S608  # only marks
        names,
    )
    for name, *columns in rows:
        found.setdefault(name, []).append(attachment_of(columns))
