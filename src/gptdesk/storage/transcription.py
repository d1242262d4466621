"""Recordings that were written down, their pieces and their text."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from gptdesk.domain.search import parse
from gptdesk.domain.transcription import (
    JobState,
    Piece,
    Segment,
    TranscriptionHeader,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.storage import transcription_rows as rows
from gptdesk.storage.database import Database
from gptdesk.storage.transcription_index import jobs_with

T = TypeVar("T")
KEPT_AFTER_DELETING = 30 * 24 * 3600.0


class Transcriptions:
    """A TranscriptionStore in the database. Raises KeyError for a job unknown here."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def draft(self) -> TranscriptionSettings | None:
        row = await self._database.run(
            lambda c: c.execute("SELECT settings FROM transcription_draft").fetchone()
        )
        return rows.settings_from(row[0]) if row is not None else None

    async def save_draft(self, settings: TranscriptionSettings) -> None:
        values = (rows.told(settings),)
        await self._database.run(
            lambda c: c.execute(
                "INSERT OR REPLACE INTO transcription_draft (one, settings) VALUES (1, ?)", values
            )
        )

    async def create(self, job: TranscriptionJob) -> None:
        def work(connection: sqlite3.Connection) -> None:
            number = rows.insert_job(connection, job)
            for piece in job.pieces:
                rows.put_piece(connection, number, piece)
            rows.put_segments(connection, number, job.segments, range(len(job.segments)))
            rows.note_beginning(connection, number)

        await self._database.run(work)

    async def set_state(self, job_id: str, state: JobState, problem: str = "") -> None:
        await self._set(job_id, state=state.value, problem=problem)

    async def set_settings(self, job_id: str, settings: TranscriptionSettings) -> None:
        await self._set(job_id, settings=rows.told(settings))

    async def set_pieces(self, job_id: str, pieces: Sequence[Piece], seconds: float) -> None:
        """Those that are there already stay as they are: one of them may just be ready."""

        def work(connection: sqlite3.Connection, number: int) -> None:
            known = {
                position
                for (position,) in connection.execute(
                    "SELECT position FROM transcription_pieces WHERE job = ?", (number,)
                )
            }
            for piece in pieces:
                if piece.position not in known:
                    rows.put_piece(connection, number, piece)
            connection.execute(
                "DELETE FROM transcription_pieces WHERE job = ? AND position >= ?",
                (number, len(pieces)),
            )
            connection.execute(
                "UPDATE transcription_jobs SET seconds = ? WHERE number = ?", (seconds, number)
            )

        await self._with(job_id, work)

    async def set_piece(self, job_id: str, piece: Piece) -> None:
        await self._with(job_id, lambda c, number: rows.put_piece(c, number, piece))

    async def keep_heard(
        self,
        job_id: str,
        piece: Piece,
        segments: Sequence[Segment],
        language: str,
        cost: float | None,
    ) -> tuple[Segment, ...]:
        """`cost` is that of this piece. Segments get ids by the piece and their order in it."""

        def work(connection: sqlite3.Connection, number: int) -> tuple[Segment, ...]:
            first = piece.position * rows.MOST_A_PIECE
            kept = tuple(_numbered(first + n, segment) for n, segment in enumerate(segments))
            old = [
                row
                for row in connection.execute(rows.SEGMENT, (number,))
                if first <= row[0] < first + rows.MOST_A_PIECE
            ]
            rows.take_out_segments(connection, old)
            rows.put_segments(connection, number, kept, range(first, first + len(kept)))
            rows.put_piece(connection, number, piece)
            connection.execute(
                "UPDATE transcription_pieces SET cost = ? WHERE job = ? AND position = ?",
                (cost, number, piece.position),
            )
            connection.execute(
                "UPDATE transcription_jobs SET language = ? WHERE number = ? AND language = ''",
                (language, number),
            )
            rows.note_beginning(connection, number)
            return kept

        return await self._with(job_id, work)

    async def amend(self, job_id: str, segments: Sequence[Segment]) -> None:
        """Rewrite some segments; one without text goes. What a person edited stays."""

        def work(connection: sqlite3.Connection, number: int) -> None:
            stored = {row[0]: row for row in connection.execute(rows.SEGMENT, (number,))}
            mine = [s for s in segments if s.id in stored and not stored[s.id][8]]
            rows.take_out_segments(connection, [stored[s.id] for s in mine if not s.text])
            for segment in mine:
                if segment.text:
                    places = range(segment.id, segment.id + 1)
                    rows.put_segments(connection, number, [segment], places)
            rows.note_beginning(connection, number)

        await self._with(job_id, work)

    async def save_segments(self, job_id: str, segments: Sequence[Segment]) -> None:
        def work(connection: sqlite3.Connection, number: int) -> None:
            wanted = {segment.id for segment in segments}
            stored = connection.execute(rows.SEGMENT, (number,)).fetchall()
            gone = [row for row in stored if row[0] not in wanted]
            (state,) = connection.execute(
                "SELECT state FROM transcription_jobs WHERE number = ?", (number,)
            ).fetchone()
            if state in (JobState.READING, JobState.WORKING):
                # A piece may have arrived that whoever edits has not seen yet
                seen = {segment.id // rows.MOST_A_PIECE for segment in segments}
                gone = [row for row in gone if row[0] // rows.MOST_A_PIECE in seen]
            rows.take_out_segments(connection, gone)
            rows.put_segments(connection, number, segments, range(len(segments)))
            rows.note_beginning(connection, number)

        await self._with(job_id, work)

    async def save_speakers(self, job_id: str, speakers: dict[str, str]) -> None:
        await self._set(job_id, speakers=rows.storable(json.dumps(speakers, ensure_ascii=False)))

    async def rename(self, job_id: str, title: str) -> None:
        await self._set(job_id, title=rows.storable(title))

    async def headers(self, search: str = "") -> tuple[TranscriptionHeader, ...]:
        def work(connection: sqlite3.Connection) -> tuple[TranscriptionHeader, ...]:
            found = connection.execute(
                f"{rows.JOB} WHERE deleted IS NULL ORDER BY created DESC, number DESC"
            ).fetchall()
            if search.strip():
                wanted = jobs_with(connection, parse(search))
                names = {
                    row[0]
                    for row in connection.execute("SELECT id, number FROM transcription_jobs")
                    if row[1] in wanted
                }
                found = [row for row in found if row[0] in names]
            return tuple(map(rows.header_of, found))

        return await self._database.run(work)

    async def job(self, job_id: str) -> TranscriptionJob:
        return await self._database.run(lambda c: rows.read_job(c, job_id))

    async def delete(self, job_id: str) -> None:
        await self._set(job_id, deleted=self._now())

    async def restore(self, job_id: str) -> None:
        await self._set(job_id, deleted=None)

    async def purge(self) -> tuple[Path, ...]:
        """Forget what was deleted long ago; the recordings of our own that nothing names now."""
        until = self._now() - KEPT_AFTER_DELETING

        def work(connection: sqlite3.Connection) -> tuple[Path, ...]:
            old = connection.execute(
                "SELECT number, recording, is_ours FROM transcription_jobs WHERE deleted < ?",
                (until,),
            ).fetchall()
            for number, _path, _is_ours in old:
                segments = connection.execute(rows.SEGMENT, (number,)).fetchall()
                rows.take_out_segments(connection, segments)
                connection.execute("DELETE FROM transcription_jobs WHERE number = ?", (number,))
            named = {
                path for (path,) in connection.execute("SELECT recording FROM transcription_jobs")
            }
            return tuple(Path(path) for _, path, ours in old if ours and path not in named)

        return await self._database.run(work)

    async def unfinished(self) -> frozenset[str]:
        """The jobs whose pieces are still of use."""
        found = await self._database.run(
            lambda c: c.execute(
                "SELECT id FROM transcription_jobs WHERE deleted IS NULL AND state <> 'done'"
            ).fetchall()
        )
        return frozenset(name for (name,) in found)

    async def _with(self, job_id: str, work: Callable[[sqlite3.Connection, int], T]) -> T:
        return await self._database.run(lambda c: work(c, rows.number_of(c, job_id)))

    async def _set(self, job_id: str, **columns: object) -> None:
        changes = ", ".join(f"{column} = ?" for column in columns)
        await self._with(
            job_id,
            lambda c, number: c.execute(
                f"UPDATE transcription_jobs SET {changes} WHERE number = ?",  # noqa: S608
                (*columns.values(), number),
            ),
        )


def _numbered(number: int, segment: Segment) -> Segment:
    return replace(segment, id=number)
