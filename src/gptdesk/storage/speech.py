"""What was spoken, the text in the editor, and the list of words."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from gptdesk.domain.sentences import is_speakable
from gptdesk.domain.speech import (
    JobState,
    Piece,
    PieceState,
    Sound,
    SpeechHeader,
    SpeechJob,
    SpeechSettings,
    SpokenWord,
    settings_from,
)
from gptdesk.storage.conversations import KEPT_AFTER_DELETING
from gptdesk.storage.database import Database


class Speeches:
    """A SpeechStore in the database."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def draft(self) -> tuple[str, SpeechSettings | None]:
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT text, settings FROM speech_draft"
            ).fetchone()
        )
        return (row[0], settings_from(json.loads(row[1]))) if row is not None else ("", None)

    async def save_draft(self, text: str, settings: SpeechSettings) -> None:
        values = (_storable(text), _told(settings))
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO speech_draft (one, text, settings) VALUES (1, ?, ?)",
                values,
            )
        )

    async def create(self, job: SpeechJob) -> None:
        def work(connection: sqlite3.Connection) -> None:
            number = connection.execute(
                "INSERT INTO speech_jobs (id, title, created, state, problem, settings,"
                " characters, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (job.id, _storable(job.title), job.created, job.state, job.problem,
                 _told(job.settings), len(job.text), _storable(job.text)),
            ).lastrowid  # fmt: skip
            connection.executemany(
                "INSERT INTO speech_pieces (job, position, start, end, key) VALUES (?, ?, ?, ?, ?)",
                ((number, p.position, p.start, p.end, p.key) for p in job.pieces),
            )

        await self._database.run(work)

    async def set_state(self, job_id: str, state: JobState, problem: str = "") -> None:
        await self._change("state = ?, problem = ?", job_id, state, problem)

    async def headers(self, query: str = "") -> tuple[SpeechHeader, ...]:
        sought = f"%{_literal(query.strip())}%"
        rows = await self._database.run(
            lambda connection: connection.execute(
                "SELECT id, title, created, state, settings, characters,"
                " (SELECT total(s.seconds) FROM speech_pieces p JOIN speech_sounds s"
                "  ON s.key = p.key WHERE p.job = j.number),"
                " (SELECT sum(u.cost) FROM usage u WHERE u.conversation_id = j.id)"
                " FROM speech_jobs j WHERE deleted IS NULL"
                " AND (? = '%%' OR text LIKE ? ESCAPE '!')"
                " ORDER BY created DESC, number DESC",
                (sought, sought),
            ).fetchall()
        )
        return tuple(
            SpeechHeader(
                job_id, title, created, _settled(state), settings_from(json.loads(told)),
                characters, seconds, cost,
            )
            for job_id, title, created, state, told, characters, seconds, cost in rows
        )  # fmt: skip

    async def job(self, job_id: str) -> SpeechJob:
        def work(connection: sqlite3.Connection) -> SpeechJob:
            number, *values = connection.execute(
                "SELECT number, title, created, state, problem, settings, text"
                " FROM speech_jobs WHERE id = ?",
                (job_id,),
            ).fetchone()
            rows = connection.execute(
                "SELECT position, start, end, p.key, s.key, file, kind, seconds, peaks"
                " FROM speech_pieces p LEFT JOIN speech_sounds s ON s.key = p.key"
                " WHERE job = ? ORDER BY position",
                (number,),
            ).fetchall()
            return _job(job_id, values, rows)

        return await self._database.run(work)

    async def delete(self, job_id: str) -> None:
        await self._change("deleted = ?", job_id, self._now())

    async def restore(self, job_id: str) -> None:
        await self._change("deleted = ?", job_id, None)

    async def purge(self) -> None:
        until = self._now() - KEPT_AFTER_DELETING
        await self._database.run(
            lambda connection: connection.execute(
                "DELETE FROM speech_jobs WHERE deleted < ?", (until,)
            )
        )

    async def words(self) -> tuple[SpokenWord, ...]:
        rows = await self._database.run(
            lambda connection: connection.execute(
                "SELECT written, spoken FROM speech_words ORDER BY position"
            ).fetchall()
        )
        return tuple(SpokenWord(written, spoken) for written, spoken in rows)

    async def save_words(self, words: Sequence[SpokenWord]) -> None:
        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM speech_words")
            connection.executemany(
                "INSERT INTO speech_words (written, spoken) VALUES (?, ?)",
                [(_storable(word.written), _storable(word.spoken)) for word in words],
            )

        await self._database.run(work)

    async def _change(self, what: str, job_id: str, *values: object) -> None:
        await self._database.run(
            lambda connection: connection.execute(
                f"UPDATE speech_jobs SET {what} WHERE id = ?",  # noqa: S608 - our own words
                (*values, job_id),
            )
        )


def _job(job_id: str, values: Sequence[object], rows: Sequence[Any]) -> SpeechJob:
    title, created, state, problem, told, text = values
    assert isinstance(text, str)
    assert isinstance(created, float)
    return SpeechJob(
        job_id,
        str(title),
        text,
        settings_from(json.loads(str(told))),
        created,
        tuple(_piece(text, *row) for row in rows),
        _settled(str(state)),
        str(problem),
    )


def _piece(text: str, position: int, start: int, end: int, key: str, *sound: Any) -> Piece:
    state = PieceState.WAITING
    if sound[0] is not None:
        state = PieceState.READY
    elif not is_speakable(text[start:end]):
        state = PieceState.SILENT
    found = Sound(*sound) if sound[0] is not None else None
    return Piece(position, start, end, key, state, found)


def _settled(state: str) -> JobState:
    """A job that was being made when the app ended waits to be gone on with."""
    return JobState.STOPPED if state == JobState.MAKING else JobState(state)


def _told(settings: SpeechSettings) -> str:
    return _storable(json.dumps(asdict(settings), ensure_ascii=False))


def _literal(text: str) -> str:
    """As LIKE takes it: its own signs are only signs."""
    return _storable(re.sub(r"([!%_])", r"!\1", text))


def _storable(text: str) -> str:
    """Half of a surrogate pair, as some input methods leave it, cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
