"""Orders for pictures: those that were given, and those that are being written."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from gptdesk.domain.images import (
    ImageJob,
    ImageOrder,
    JobState,
    Reference,
    Way,
    settings_from,
    told_settings,
)
from gptdesk.storage.database import Database
from gptdesk.storage.picture_rows import file_of, records
from gptdesk.storage.rows import insert, storable

MOST_OPEN = 50
KEPT = 30 * 24 * 3600.0
"""Orders that are over are needed as long as one of their pictures is there, and this long."""


class ImageJobs:
    """Implements ImageJobStore."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def create(self, job: ImageJob) -> None:
        await self._database.run(lambda c: _create(c, job))

    async def set_state(self, job_id: str, state: JobState, problem: str = "") -> None:
        await self._database.run(
            lambda c: c.execute(
                "UPDATE image_jobs SET state = ?, problem = ? WHERE id = ?",
                (state.value, problem, job_id),
            )
        )

    async def open_jobs(self) -> tuple[ImageJob, ...]:
        return await self._database.run(_open_jobs)

    async def dismiss(self, job_id: str) -> None:
        await self._database.run(
            lambda c: c.execute("UPDATE image_jobs SET is_dismissed = 1 WHERE id = ?", (job_id,))
        )

    async def purge(self) -> None:
        until = self._now() - KEPT
        await self._database.run(lambda c: _purge(c, until))

    async def draft(self, way: Way) -> ImageOrder | None:
        row = await self._database.run(
            lambda c: c.execute(
                "SELECT ordered FROM image_drafts WHERE way = ?", (way.value,)
            ).fetchone()
        )
        return _order(row[0]) if row is not None else None

    async def save_draft(self, order: ImageOrder) -> None:
        await self._database.run(lambda c: _save_draft(c, order))


def _create(connection: sqlite3.Connection, job: ImageJob) -> None:
    row: dict[str, object] = {
        "id": job.id,
        "created": job.created,
        "state": job.state.value,
        "problem": job.problem_code,
        "ordered": _told(job.order),
    }
    insert(connection, "image_jobs", row)
    _need(connection, f"job {job.id}", job.order)


def _save_draft(connection: sqlite3.Connection, order: ImageOrder) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO image_drafts VALUES (?, ?)", (order.way.value, _told(order))
    )
    _need(connection, f"draft {order.way.value}", order)


def _need(connection: sqlite3.Connection, owner: str, order: ImageOrder) -> None:
    """The files of the order stay on the disk as long as it does."""
    connection.execute("DELETE FROM image_files WHERE owner = ?", (owner,))
    connection.executemany(
        "INSERT INTO image_files VALUES (?, ?)", [(owner, one) for one in set(_files(order))]
    )


def _purge(connection: sqlite3.Connection, until: float) -> None:
    connection.execute(
        "DELETE FROM image_jobs WHERE created <= ? AND (state = 'done' OR is_dismissed = 1)"
        " AND NOT EXISTS (SELECT 1 FROM pictures WHERE job = image_jobs.id)",
        (until,),
    )
    connection.execute(
        "DELETE FROM image_files WHERE owner LIKE 'job %'"
        " AND substr(owner, 5) NOT IN (SELECT id FROM image_jobs)"
    )


def _files(order: ImageOrder) -> Iterator[str]:
    for reference in order.references:
        yield reference.file.id
    for above in (order.mask, order.markup):
        if above is not None:
            yield above.id


def _open_jobs(connection: sqlite3.Connection) -> tuple[ImageJob, ...]:
    """One that waited or ran when the app ended was stopped by that."""
    rows = connection.execute(
        "SELECT id, created, state, problem, ordered FROM image_jobs"
        " WHERE is_dismissed = 0 AND state <> 'done' ORDER BY created DESC, number DESC LIMIT ?",
        (MOST_OPEN,),
    ).fetchall()
    return tuple(job for row in rows if (job := _job(connection, row)) is not None)


def _job(connection: sqlite3.Connection, row: Sequence[Any]) -> ImageJob | None:
    name, created, state, problem, ordered = row
    order = _order(ordered)
    if order is None:
        return None
    ids = connection.execute(
        "SELECT id FROM pictures WHERE job = ? AND deleted IS NULL ORDER BY number", (name,)
    ).fetchall()
    pictures = records(connection, [one for (one,) in ids])
    is_failed = state == JobState.FAILED.value
    settled = JobState.FAILED if is_failed else JobState.STOPPED
    return ImageJob(order, created, settled, pictures, problem_code=problem)


def _told(order: ImageOrder) -> str:
    told = {
        "id": order.id,
        "way": order.way.value,
        "prompt": order.prompt,
        "settings": told_settings(order.settings),
        "references": [asdict(one) for one in order.references],
        "mask": asdict(order.mask) if order.mask is not None else None,
        "markup": asdict(order.markup) if order.markup is not None else None,
    }
    return storable(json.dumps(told, ensure_ascii=False))


def _order(text: str) -> ImageOrder | None:
    """None for what cannot be read: a newer version may have written it."""
    try:
        told = json.loads(text)
        return ImageOrder(
            Way(told["way"]),
            str(told["prompt"]),
            settings_from(told["settings"]),
            tuple(_references(told["references"])),
            file_of(told.get("mask")),
            file_of(told.get("markup")),
            str(told.get("id", "")),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _references(told: Sequence[Mapping[str, Any]]) -> Iterator[Reference]:
    for one in told:
        if (file := file_of(one.get("file"))) is not None:
            yield Reference(file, str(one.get("picture", "")))
