"""The gallery in the database, its bytes in the media folder: both or nothing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence

from gptdesk.domain.gallery import (
    Collection,
    Lineage,
    PictureHeader,
    PicturePage,
    PictureQuery,
)
from gptdesk.domain.images import PictureRecord
from gptdesk.domain.ports import MediaStore
from gptdesk.domain.problems import Problem
from gptdesk.storage import picture_collections, picture_family
from gptdesk.storage.database import Database
from gptdesk.storage.picture_rows import (
    AT_ONCE,
    HEADER,
    NEWEST_FIRST,
    add,
    condition,
    header_of,
    records,
)

KEPT_AFTER_DELETING = 30 * 24 * 3600.0
AT_A_TIME = 50
"""So many are purged in one go, to keep others waiting only shortly."""


class Pictures:
    """Implements PictureStore.

    A picture is written down first, then its file is written, then it counts. Whenever the app
    ends in between, `mend` finds it again if its file is whole, and forgets it otherwise.
    """

    def __init__(
        self, database: Database, media: MediaStore, now: Callable[[], float] = time.time
    ) -> None:
        self._database = database
        self._media = media
        self._now = now

    async def mend(self) -> None:
        """Put right what the end of the app left behind. To be called before anything else."""
        halves = await self._database.run(_halves)
        for record in halves:
            try:
                await self._media.read(record.file)
            except Problem:
                await self._database.run(lambda c, r=record: _forget(c, r.id))  # type: ignore[misc]
            else:
                await self._database.run(lambda c, r=record: _count_in(c, r.id))  # type: ignore[misc]

    async def add(self, record: PictureRecord, data: bytes) -> None:
        await self._database.run(lambda c: add(c, record, is_whole=False))
        try:
            await self._media.write(data, record.file)
        except BaseException:
            await self._database.run(lambda c: _forget(c, record.id))
            raise
        await self._database.run(lambda c: _count_in(c, record.id))

    async def set_cost(self, picture_ids: Sequence[str], cost: float | None) -> None:
        await self._set(picture_ids, "cost = ?", cost)

    async def count(self, query: PictureQuery) -> int:
        where, values = condition(query)
        row = await self._database.run(
            lambda c: c.execute(f"SELECT count(*) FROM pictures WHERE {where}", values).fetchone()  # noqa: S608
        )
        return int(row[0])

    async def headers(self, query: PictureQuery) -> tuple[PictureHeader, ...]:
        where, values = condition(query)
        rows = await self._database.run(
            lambda c: c.execute(f"{HEADER} WHERE {where} {NEWEST_FIRST}", values).fetchall()
        )
        return tuple(map(header_of, rows))

    async def page(self, query: PictureQuery, after: str = "", limit: int = 100) -> PicturePage:
        return await self._database.run(lambda c: _page(c, query, after, limit))

    async def records(self, picture_ids: Sequence[str]) -> tuple[PictureRecord, ...]:
        return await self._database.run(lambda c: records(c, picture_ids))

    async def lineage(self, picture_id: str) -> Lineage:
        return await self._database.run(lambda c: picture_family.lineage(c, picture_id))

    async def models(self) -> tuple[str, ...]:
        rows = await self._database.run(
            lambda c: c.execute(
                "SELECT model FROM pictures WHERE deleted IS NULL AND is_whole = 1 AND model <> ''"
                " GROUP BY model ORDER BY count(*) DESC, model"
            ).fetchall()
        )
        return tuple(model for (model,) in rows)

    async def recent_costs(self, model: str, service: str, count: int) -> tuple[PictureRecord, ...]:
        return await self._database.run(lambda c: _recent(c, model, service, count))

    async def set_favourite(self, picture_ids: Sequence[str], is_favourite: bool) -> None:
        await self._set(picture_ids, "is_favourite = ?", is_favourite)

    async def delete(self, picture_ids: Sequence[str]) -> None:
        await self._set(picture_ids, "deleted = ?", self._now())

    async def restore(self, picture_ids: Sequence[str]) -> None:
        await self._set(picture_ids, "deleted = ?", None)

    async def purge(self) -> None:
        until = self._now() - KEPT_AFTER_DELETING
        while await self._database.run(lambda c: _purge_some(c, until)):
            pass
        await self._database.run(lambda c: picture_collections.purge(c, until))

    async def collections(self) -> tuple[Collection, ...]:
        return await self._database.run(picture_collections.every)

    async def add_collection(self, collection: Collection) -> None:
        await self._database.run(lambda c: picture_collections.add(c, collection))

    async def rename_collection(self, collection_id: str, name: str) -> None:
        await self._database.run(lambda c: picture_collections.rename(c, collection_id, name))

    async def remove_collection(self, collection_id: str) -> None:
        now = self._now()
        await self._database.run(lambda c: picture_collections.hide(c, collection_id, now))

    async def restore_collection(self, collection_id: str) -> None:
        await self._database.run(lambda c: picture_collections.hide(c, collection_id, None))

    async def collect(self, picture_ids: Sequence[str], collection_id: str) -> None:
        await self._database.run(lambda c: picture_collections.put(c, picture_ids, collection_id))

    async def uncollect(self, picture_ids: Sequence[str], collection_id: str) -> None:
        await self._database.run(lambda c: picture_collections.take(c, picture_ids, collection_id))

    async def _set(self, picture_ids: Sequence[str], change: str, value: object) -> None:
        def work(connection: sqlite3.Connection) -> None:
            connection.executemany(
                f"UPDATE pictures SET {change} WHERE id = ?",  # noqa: S608 - our own words
                [(value, one) for one in picture_ids],
            )

        await self._database.run(work)


def _page(
    connection: sqlite3.Connection, query: PictureQuery, after: str, limit: int
) -> PicturePage:
    where, values = condition(query)
    if after:
        where += (
            " AND (created, number) < (SELECT created, number FROM pictures AS last"
            " WHERE last.id = ?)"
        )
        values.append(after)
    rows = connection.execute(
        f"SELECT id FROM pictures WHERE {where} {NEWEST_FIRST} LIMIT ?",  # noqa: S608
        (*values, limit + 1),
    ).fetchall()
    ids = [name for (name,) in rows[:limit]]
    return PicturePage(records(connection, ids), ids[-1] if len(rows) > limit else "")


def _halves(connection: sqlite3.Connection) -> tuple[PictureRecord, ...]:
    ids = [name for (name,) in connection.execute("SELECT id FROM pictures WHERE is_whole = 0")]
    found: list[PictureRecord] = []
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        for one in some:  # counted in for the moment, to be read like any other
            _count_in(connection, one)
        found += records(connection, some)
        for one in some:
            connection.execute("UPDATE pictures SET is_whole = 0 WHERE id = ?", (one,))
    return tuple(found)


def _count_in(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("UPDATE pictures SET is_whole = 1 WHERE id = ?", (name,))


def _forget(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("DELETE FROM pictures WHERE id = ? AND is_whole = 0", (name,))


def _recent(
    connection: sqlite3.Connection, model: str, service: str, count: int
) -> tuple[PictureRecord, ...]:
    rows = connection.execute(
        "SELECT id FROM pictures WHERE model = ? AND service = ? AND cost IS NOT NULL"
        " AND is_unfinished = 0 AND is_whole = 1 ORDER BY created DESC, number DESC LIMIT ?",
        (model, service, count),
    )
    return records(connection, [name for (name,) in rows])


def _purge_some(connection: sqlite3.Connection, until: float) -> bool:
    """Remove some of those that were deleted before; whether there may be more.

    Children are spared their grandparents: what was made from a purged picture comes from where
    that one came from.
    """
    numbers = [
        number
        for (number,) in connection.execute(
            "SELECT number FROM pictures WHERE deleted <= ? LIMIT ?", (until, AT_A_TIME)
        )
    ]
    for number in numbers:
        picture_family.bridge(connection, number)
        connection.execute("DELETE FROM pictures WHERE number = ?", (number,))
    return len(numbers) == AT_A_TIME
