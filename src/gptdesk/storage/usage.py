"""What was used and paid, in the database."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from typing import Any

from gptdesk.domain.costs import Usage
from gptdesk.domain.usage import UsageRecord, UsageSum
from gptdesk.storage.database import Database
from gptdesk.storage.rows import insert

COUNTS = tuple(field.name for field in fields(Usage) if field.name != "written_tokens")
"""What was written to a cache is not shown anywhere; its cost is in the cost of the request."""
RECORDS = f"""
SELECT at, task, connection_id, service, model, cost, is_free, is_estimate, price_as_of,
    conversation_id, message_id, {", ".join(COUNTS)}
FROM usage WHERE at >= ? AND at < ? ORDER BY at, number"""  # noqa: S608
SUMS = """
SELECT date(at, 'unixepoch', 'localtime') AS day, task, service, model, count(*),
    total(cost), sum(cost IS NULL), sum(is_estimate), total(input_tokens), total(output_tokens),
    sum(cached_tokens), sum(reasoning_tokens), min(is_free)
FROM usage WHERE at >= ? AND at < ? GROUP BY day, task, service, model ORDER BY day"""


class UsageTable:
    """Implements UsageStore."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, record: UsageRecord) -> None:
        await self._database.run(lambda c: _add(c, record))

    async def sums(self, since: float, until: float) -> tuple[UsageSum, ...]:
        return await self._database.run(lambda c: _sums(c, since, until))

    async def records(self, since: float, until: float) -> tuple[UsageRecord, ...]:
        return await self._database.run(
            lambda c: tuple(map(_record, c.execute(RECORDS, (since, until))))
        )

    async def of_conversation(self, conversation_id: str) -> UsageSum:
        return await self._database.run(lambda c: _of_conversation(c, conversation_id))

    async def recent_answers(self, model: str, service: str, count: int) -> tuple[int, ...]:
        return await self._database.run(lambda c: _recent(c, model, service, count))

    async def models(self) -> tuple[tuple[str, str], ...]:
        return await self._database.run(_models)


def _add(connection: sqlite3.Connection, record: UsageRecord) -> None:
    row = {field.name: getattr(record, field.name) for field in fields(record)}
    del row["usage"]
    insert(connection, "usage", {**row, **{name: getattr(record.usage, name) for name in COUNTS}})


def _record(row: tuple[Any, ...]) -> UsageRecord:
    at, task, connection, service, model, cost, free, estimate, as_of, chat, message, *counts = row
    usage = Usage(*counts)
    return UsageRecord(
        at, task, connection, service, model, usage, cost,
        bool(free), bool(estimate), as_of, chat, message,
    )  # fmt: skip


def _sums(connection: sqlite3.Connection, since: float, until: float) -> tuple[UsageSum, ...]:
    return tuple(_sum(row) for row in connection.execute(SUMS, (since, until)))


def _sum(row: tuple[Any, ...]) -> UsageSum:
    *rest, input_tokens, output_tokens, cached, reasoning, free = row
    counts = (int(input_tokens), int(output_tokens), cached, reasoning, bool(free))
    values: tuple[Any, ...] = (*rest, *counts)
    return UsageSum(*values)


def _of_conversation(connection: sqlite3.Connection, name: str) -> UsageSum:
    row = connection.execute(
        """SELECT count(*), total(cost), coalesce(sum(cost IS NULL), 0),
            coalesce(sum(is_estimate), 0), coalesce(min(is_free), 0)
        FROM usage WHERE conversation_id = ?""",
        (name,),
    ).fetchone()
    requests, cost, unknown, estimates, free = row
    return UsageSum("", "", "", "", requests, cost, unknown, estimates, is_free=bool(free))


def _recent(
    connection: sqlite3.Connection, model: str, service: str, count: int
) -> tuple[int, ...]:
    rows = connection.execute(
        """SELECT output_tokens FROM usage
        WHERE model = ? AND service = ? AND is_estimate = 0 AND output_tokens > 0
        ORDER BY number DESC LIMIT ?""",
        (model, service, count),
    )
    return tuple(tokens for (tokens,) in rows)


def _models(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    rows = connection.execute(
        """SELECT service, model FROM usage WHERE is_free = 0
        GROUP BY service, model ORDER BY max(number) DESC"""
    )
    return tuple(rows.fetchall())
