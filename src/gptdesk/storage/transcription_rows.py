"""Jobs, pieces and segments of transcription as rows of the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from gptdesk.domain.transcription import (
    JobState,
    Piece,
    PieceState,
    Recording,
    Segment,
    TranscriptionHeader,
    TranscriptionJob,
    TranscriptionSettings,
    Word,
)
from gptdesk.storage import transcription_index as index

MOST_A_PIECE = 100_000
"""Segments of piece n have ids from n times this: none is used twice, whoever comes first."""

JOB = """
SELECT id, title, created, state, problem, recording, is_ours, bytes, seconds, language, settings,
    speakers, (SELECT count(*) FROM transcription_pieces WHERE job = number AND state = 'ready'),
    (SELECT count(cost) FROM transcription_pieces WHERE job = number AND state = 'ready'),
    (SELECT total(cost) FROM transcription_pieces WHERE job = number), beginning
FROM transcription_jobs """

SEGMENT = """
SELECT id, start, end, text, speaker, confidence, words, has_own_times, is_edited, number
FROM transcription_segments WHERE job = ? ORDER BY start, place, id"""


def number_of(connection: sqlite3.Connection, job_id: str) -> int:
    """Raises KeyError for a job unknown here."""
    row = connection.execute(
        "SELECT number FROM transcription_jobs WHERE id = ?", (job_id,)
    ).fetchone()
    if row is None:
        raise KeyError(job_id)
    return int(row[0])


def insert_job(connection: sqlite3.Connection, job: TranscriptionJob) -> int:
    recording = job.recording
    number = connection.execute(
        "INSERT INTO transcription_jobs (id, title, created, state, problem, recording, is_ours,"
        " bytes, seconds, language, settings, speakers, beginning)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        (job.id, storable(job.title), job.created, job.state, job.problem,
         storable(str(recording.path)), recording.is_ours, recording.bytes, recording.seconds,
         job.language, told(job.settings), storable(json.dumps(job.speakers))),
    ).lastrowid  # fmt: skip
    assert number is not None
    return number


def put_piece(connection: sqlite3.Connection, number: int, piece: Piece) -> None:
    """Its cost stays, which is not part of it."""
    connection.execute(
        "INSERT INTO transcription_pieces (job, position, start, end, overlap, state, problem)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job, position) DO UPDATE SET"
        " start = excluded.start, end = excluded.end, overlap = excluded.overlap,"
        " state = excluded.state, problem = excluded.problem",
        (number, piece.position, piece.start, piece.end, piece.overlap, piece.state,
         piece.problem),
    )  # fmt: skip


def put_segments(
    connection: sqlite3.Connection, number: int, segments: Sequence[Segment], places: range
) -> None:
    """Add new ones, rewrite what differs. The index follows."""
    stored = {row[0]: row for row in connection.execute(SEGMENT, (number,))}
    for place, segment in zip(places, segments, strict=True):
        row = _row(segment)
        old = stored.get(segment.id)
        if old is None:
            at = connection.execute(
                "INSERT INTO transcription_segments (job, place, id, start, end, text, speaker,"
                " confidence, words, has_own_times, is_edited)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, place, *row),
            ).lastrowid
            assert at is not None
            index.enter(connection, at, row[3])
        elif tuple(old[:9]) != row:
            connection.execute(
                "UPDATE transcription_segments SET place = ?, start = ?, end = ?, text = ?,"
                " speaker = ?, confidence = ?, words = ?, has_own_times = ?, is_edited = ?"
                " WHERE number = ?",
                (place, *row[1:], old[9]),
            )
            if old[3] != row[3]:
                index.take_out(connection, old[9], old[3])
                index.enter(connection, old[9], row[3])


def take_out_segments(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows of SEGMENT that are to go."""
    for row in rows:
        index.take_out(connection, row[9], row[3])
        connection.execute("DELETE FROM transcription_segments WHERE number = ?", (row[9],))


def note_beginning(connection: sqlite3.Connection, number: int) -> None:
    rows = connection.execute(f"{SEGMENT} LIMIT 4", (number,)).fetchall()
    beginning = " ".join(row[3] for row in rows)[:160]
    connection.execute(
        "UPDATE transcription_jobs SET beginning = ? WHERE number = ?", (beginning, number)
    )


def read_job(connection: sqlite3.Connection, job_id: str) -> TranscriptionJob:
    number = number_of(connection, job_id)
    row = connection.execute(f"{JOB} WHERE number = ?", (number,)).fetchone()
    pieces = connection.execute(
        "SELECT position, start, end, overlap, state, problem FROM transcription_pieces"
        " WHERE job = ? ORDER BY position",
        (number,),
    )
    segments = connection.execute(SEGMENT, (number,))
    return TranscriptionJob(
        row[0],
        row[1],
        Recording(Path(row[5]), row[8], row[7], bool(row[6])),
        settings_from(row[10]),
        row[2],
        _settled(row[3]),
        row[4],
        tuple(map(_piece, pieces)),
        tuple(map(segment_of, segments)),
        {str(key): str(name) for key, name in json.loads(row[11]).items()},
        row[9],
        _cost(row),
    )


def header_of(row: Sequence[Any]) -> TranscriptionHeader:
    return TranscriptionHeader(
        row[0], row[1], row[2], _settled(row[3]), settings_from(row[10]), row[8], row[15],
        _cost(row),
    )  # fmt: skip


def segment_of(row: Sequence[Any]) -> Segment:
    words = tuple(Word(*word) for word in json.loads(row[6])) if row[6] else ()
    name, start, end, text, speaker, confidence = row[:6]
    return Segment(name, start, end, text, speaker, confidence, words, bool(row[7]), bool(row[8]))


def settings_from(text: str) -> TranscriptionSettings:
    """Fields that are not known here are passed over: a newer version may have written them."""
    stored = json.loads(text)
    known = {it.name: stored[it.name] for it in fields(TranscriptionSettings) if it.name in stored}
    if "keywords" in known:
        known["keywords"] = tuple(map(str, known["keywords"]))
    return TranscriptionSettings(**known)


def told(settings: TranscriptionSettings) -> str:
    return storable(json.dumps(asdict(settings), ensure_ascii=False))


def storable(text: str) -> str:
    """Half of a surrogate pair, as some input methods leave it, cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _row(segment: Segment) -> tuple[Any, ...]:
    words = [[w.start, w.end, w.text, w.confidence] for w in segment.words]
    return (
        segment.id, segment.start, segment.end, storable(segment.text), storable(segment.speaker),
        segment.confidence, storable(json.dumps(words, ensure_ascii=False)) if words else "",
        int(segment.has_own_times), int(segment.is_edited),
    )  # fmt: skip


def _piece(row: Sequence[Any]) -> Piece:
    state = PieceState.WAITING if row[4] == PieceState.SENDING else PieceState(row[4])
    return Piece(row[0], row[1], row[2], row[3], state, row[5])


def _cost(row: Sequence[Any]) -> float | None:
    """Not known as soon as one piece has no known cost."""
    return float(row[14]) if row[12] and row[12] == row[13] else None


def _settled(state: str) -> JobState:
    """A job that was at work when the app ended waits to be gone on with."""
    is_at_work = state in (JobState.READING, JobState.WORKING)
    return JobState.STOPPED if is_at_work else JobState(state)
