"""Putting right what a crash left behind."""

from __future__ import annotations

import sqlite3

from gptdesk.domain.messages import MessageState
from gptdesk.storage import index, transcription_index
from gptdesk.storage.rows import refresh, rewrite


def recover(connection: sqlite3.Connection) -> None:
    """Answers that were growing become interrupted ones, with the text of their last checkpoint.

    A database that cannot be written shows itself here, at the start: drafts are always deleted.
    """
    growing = connection.execute(
        """SELECT m.number, m.conversation, coalesce(d.text, m.text),
            coalesce(d.reasoning, m.reasoning)
        FROM messages AS m LEFT JOIN drafts AS d ON d.message = m.number
        WHERE m.state = 'streaming' OR m.number IN (SELECT message FROM drafts)"""
    ).fetchall()
    for number, conversation, text, reasoning in growing:
        row = {
            "state": MessageState.INTERRUPTED.value,
            "length": len(text),
            "text": text,
            "reasoning": reasoning,
        }
        rewrite(connection, number, row)
        refresh(connection, conversation)
    connection.execute("DELETE FROM drafts")
    index.ensure(connection)
    transcription_index.ensure(connection)
