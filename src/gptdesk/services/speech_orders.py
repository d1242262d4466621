"""A text as pieces, and each piece as what is asked of a service."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.pronunciation import spoken_form
from gptdesk.domain.sentences import is_speakable, pieces
from gptdesk.domain.speech import (
    LIMIT,
    Piece,
    PieceState,
    SpeechJob,
    SpeechOrder,
    SpeechSettings,
    SpokenWord,
    key_of,
    title_of,
)
from gptdesk.domain.voices import speaks_live

ENCODED = {"flac": "wav", "m4a": "wav"}
"""Formats that are written here, and what is asked of the service for them: loss-free samples."""


def cut_job(
    text: str,
    settings: SpeechSettings,
    facts: ModelFacts,
    words: Sequence[SpokenWord],
    now: float,
) -> SpeechJob:
    """A new job. Its pieces have keys made of all that their sound depends on."""
    said = spoken_form(words)
    asked = replace(
        settings,
        format=ENCODED.get(settings.format, settings.format),
        instructions=_instructions(settings, facts),
    )
    spans = pieces(text, facts.longest_input or LIMIT, length=lambda part: len(said(part)))
    made = tuple(
        Piece(
            position,
            start,
            end,
            key_of(asked, said(text[start:end].strip())),
            PieceState.WAITING if is_speakable(text[start:end]) else PieceState.SILENT,
        )
        for position, (start, end) in enumerate(spans)
    )
    return SpeechJob(uuid.uuid4().hex, title_of(text), text, settings, now, made)


def order_of(
    job: SpeechJob, piece: Piece, said: Callable[[str], str], facts: ModelFacts
) -> SpeechOrder:
    """The request for one piece; `said` gives a text as it is to be pronounced."""
    settings = job.settings
    return SpeechOrder(
        said(job.text[piece.start : piece.end].strip()),
        settings.model,
        settings.voice,
        ENCODED.get(settings.format, settings.format),
        _instructions(settings, facts),
        settings.speed,
        speaks_live(facts),
        facts.longest_input or 0,
    )


def _instructions(settings: SpeechSettings, facts: ModelFacts) -> str:
    return "" if "instructions" in facts.refuses else settings.instructions.strip()
