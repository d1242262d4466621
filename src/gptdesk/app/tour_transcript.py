"""A made-up meeting for the tour: five of its eight pieces are written down."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from itertools import pairwise

from gptdesk.domain.resources import resource_root
from gptdesk.domain.transcription import (
    JobState,
    Piece,
    PieceState,
    Recording,
    Segment,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.storage.database import Database
from gptdesk.storage.transcription import Transcriptions

MEETING = "tour-meeting"


async def write_down_meeting(database: Database, language: str) -> None:
    """Store it as if somebody had stopped it after the fifth piece."""
    story = json.loads((resource_root() / "tour" / f"{language}.json").read_text("utf-8"))
    told = story["transcript"]
    whole, count = float(told["seconds"]), int(told["pieces"])
    sound = resource_root() / "samples" / f"{language}.flac"
    recording = Recording(sound, whole, told["bytes"])
    settings = TranscriptionSettings("tour", told["model"])
    store = Transcriptions(database)
    job = TranscriptionJob(MEETING, told["title"], recording, settings, time.time() - 3600)
    await store.create(job)
    cut = [Piece(n, n * whole / count, (n + 1) * whole / count) for n in range(count)]
    await store.set_pieces(MEETING, cut, whole)
    for piece in cut[: told["ready"]]:
        ready = replace(piece, state=PieceState.READY)
        found = _said(told, piece) if piece.position == told["shown"] else ()
        await store.keep_heard(MEETING, ready, found, language[:2], 0.037)
    await store.save_speakers(MEETING, dict(told["speakers"]))
    await store.set_state(MEETING, JobState.STOPPED)


def _said(told: dict[str, list[list[str]]], piece: Piece) -> tuple[Segment, ...]:
    """The sentences one after the other, as long as they are."""
    lines = told["said"]
    letters = sum(len(text) for _, text in lines)
    ends = [piece.start]
    for _, text in lines:
        ends.append(ends[-1] + (piece.end - piece.start) * len(text) / letters)
    times = pairwise(ends)
    return tuple(
        Segment(n, begin, end - 0.4, text, speaker)
        for n, ((speaker, text), (begin, end)) in enumerate(zip(lines, times, strict=True))
    )
