"""Pictures of the gallery as rows of the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.gallery import PictureHeader, PictureQuery
from gptdesk.domain.images import Origin, PictureRecord, Way, settings_from, told_settings
from gptdesk.storage.rows import insert, storable

AT_ONCE = 500
"""So many ids stand in one question; SQLite has a limit."""
NEWEST_FIRST = "ORDER BY created DESC, number DESC"
_ORIGINS = {origin.value: origin for origin in Origin}
"""Looked up ten thousand times at once."""
HEADER = "SELECT id, media, media_type, width, height, created, is_favourite, origin FROM pictures"
_RECORD = """
SELECT number, id, media, media_type, width, height, bytes, name, created, origin, way, prompt,
    revised_prompt, settings, service, cost, is_free, seconds, is_favourite, is_unfinished,
    (SELECT count(*) FROM picture_parents AS p JOIN pictures AS c ON c.number = p.child
     WHERE p.parent = pictures.number AND c.deleted IS NULL AND c.is_whole = 1),
    job, mask
FROM pictures"""


def add(connection: sqlite3.Connection, record: PictureRecord, *, is_whole: bool) -> None:
    """Write it down, with its parents and collections as far as they are there."""
    number = insert(connection, "pictures", {**_columns(record), "is_whole": is_whole})
    for place, parent in enumerate(dict.fromkeys(record.parents)):
        connection.execute(
            "INSERT INTO picture_parents SELECT ?, ?, number FROM pictures WHERE id = ?",
            (number, place, parent),
        )
    for collection in record.collections:
        connection.execute(
            "INSERT INTO picture_collected SELECT number, ? FROM picture_collections WHERE id = ?",
            (number, collection),
        )


def _columns(record: PictureRecord) -> dict[str, object]:
    file = record.file
    words = f"{record.prompt}\n{record.revised_prompt}\n{file.name}"
    return {
        "id": record.id,
        "media": file.id,
        "media_type": file.media_type,
        "width": file.width,
        "height": file.height,
        "bytes": file.bytes,
        "name": storable(file.name),
        "created": record.created,
        "origin": record.origin.value,
        "way": record.way.value,
        "service": record.service,
        "model": record.settings.model,
        "cost": record.cost,
        "is_free": record.is_free,
        "seconds": record.seconds,
        "is_favourite": record.is_favourite,
        "is_unfinished": record.is_unfinished,
        "deleted": None,
        "job": record.job_id,
        "mask": _file_text(record.mask),
        "settings": storable(json.dumps(told_settings(record.settings), ensure_ascii=False)),
        "words": storable(words).casefold(),
        "prompt": storable(record.prompt),
        "revised_prompt": storable(record.revised_prompt),
    }


def condition(query: PictureQuery) -> tuple[str, list[object]]:
    """What a row must be like, and the values for its marks."""
    parts = ["is_whole = 1", "deleted IS NOT NULL" if query.is_deleted else "deleted IS NULL"]
    values: list[object] = []
    for word in query.text.casefold().split():
        parts.append("instr(words, ?)")
        values.append(storable(word))
    choices = (("origin", query.origins), ("model", query.models), ("way", query.ways))
    for column, wanted in choices:
        if wanted:
            parts.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += [str(getattr(one, "value", one)) for one in wanted]
    if query.is_favourite:
        parts.append("is_favourite = 1")
    if query.collection:
        parts.append(
            "number IN (SELECT picture FROM picture_collected JOIN picture_collections AS c"
            " ON c.number = collection WHERE c.id = ?)"
        )
        values.append(query.collection)
    for sign, moment in ((">=", query.since), ("<", query.until)):
        if moment is not None:
            parts.append(f"created {sign} ?")
            values.append(moment)
    return " AND ".join(parts), values


def header_of(row: Sequence[Any]) -> PictureHeader:
    name, media, kind, width, height, created, is_favourite, origin = row
    return PictureHeader(
        name, media, kind, width, height, created, bool(is_favourite), _ORIGINS[origin]
    )


def records(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[PictureRecord, ...]:
    """In the order of the ids, deleted ones as well; what is gone is left out."""
    found: dict[str, PictureRecord] = {}
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = connection.execute(
            f"{_RECORD} WHERE is_whole = 1 AND id IN ({marks})",  # only marks
            tuple(some),
        ).fetchall()
        numbers = [row[0] for row in rows]
        parents, collections = _parents(connection, numbers), _collections(connection, numbers)
        for number, *row in rows:
            record = _record(row, parents.get(number, ()), collections.get(number, ()))
            found[record.id] = record
    return tuple(found[one] for one in ids if one in found)


def _record(
    row: Sequence[Any], parents: Iterable[str], collections: Iterable[str]
) -> PictureRecord:
    name, media, media_type, width, height, size, file_name, created, origin, way, *rest = row
    prompt, revised, settings, service, cost, is_free, seconds, *rest = rest
    is_favourite, is_unfinished, children, job, mask = rest
    return PictureRecord(
        name,
        Attachment(media, media_type, width, height, size, file_name),
        created,
        Origin(origin),
        Way(way),
        prompt,
        revised,
        settings_from(json.loads(settings)),
        service,
        cost,
        bool(is_free),
        seconds,
        bool(is_favourite),
        bool(is_unfinished),
        tuple(parents),
        children,
        tuple(collections),
        job,
        file_of(json.loads(mask)) if mask else None,
    )


def _parents(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    return _lists(
        connection,
        "SELECT child, id FROM picture_parents JOIN pictures ON number = parent"
        " WHERE child IN ({}) ORDER BY child, place",
        numbers,
    )


def _collections(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    return _lists(
        connection,
        "SELECT picture, id FROM picture_collected JOIN picture_collections ON number = collection"
        " WHERE deleted IS NULL AND picture IN ({}) ORDER BY name",
        numbers,
    )


def _lists(
    connection: sqlite3.Connection, question: str, numbers: Sequence[int]
) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    marks = ", ".join("?" * len(numbers))
    for number, name in connection.execute(question.format(marks), tuple(numbers)):
        found.setdefault(number, []).append(name)
    return found


def file_of(told: object) -> Attachment | None:
    """A file as it was written into an order or a mask."""
    if not isinstance(told, Mapping):
        return None
    try:
        return Attachment(**told)
    except TypeError:
        return None


def _file_text(file: Attachment | None) -> str:
    return storable(json.dumps(asdict(file), ensure_ascii=False)) if file is not None else ""
