"""A piece of a recording as what is asked of a service, and its answer as ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from gptdesk.domain.ears import Ears
from gptdesk.domain.segment_times import parted, snapped
from gptdesk.domain.sentence_times import timed
from gptdesk.domain.transcription import (
    Heard,
    Piece,
    Segment,
    TranscriptionOrder,
    TranscriptionSettings,
    Word,
)


def order_of(
    piece: Piece,
    sound: Path,
    settings: TranscriptionSettings,
    ears: Ears,
    speakers: Mapping[str, Path] | None = None,
) -> TranscriptionOrder:
    """What the model does not take is left out."""
    known = dict(speakers or {})
    to_english = settings.to_english and ears.can_translate
    return TranscriptionOrder(
        sound,
        piece.end - piece.start + piece.overlap,
        settings.model,
        _form(ears, to_english=to_english),
        language="" if to_english else settings.language,
        prompt=settings.prompt if ears.has_prompt else "",
        keywords=settings.keywords if ears.has_keywords else (),
        words=ears.has_words and not to_english,
        to_english=to_english,
        streams=ears.streams and not to_english,
        way=ears.way,
        speaker_names=tuple(known),
        speaker_samples=tuple(known.values()),
    )


def _form(ears: Ears, *, to_english: bool) -> str:
    """Translations know no speakers."""
    return "json" if to_english and ears.form == "diarized_json" else ears.form


def segments_of(heard: Heard, piece: Piece, loudness: bytes) -> tuple[Segment, ...]:
    """What was heard, counted from the beginning of the recording.

    Without times of the model the sentences get them from the pauses in `loudness`; those of
    the model are made exact by them.
    """
    begin = piece.start - piece.overlap
    if heard.segments:
        found = snapped(parted(heard.segments, loudness), loudness)
    else:
        found = timed(heard.text, loudness)
    return tuple(_moved(segment, begin, piece) for segment in found if segment.text)


def _moved(segment: Segment, begin: float, piece: Piece) -> Segment:
    """Models sometimes hear beyond the end."""
    latest = piece.end
    start = min(begin + segment.start, latest)
    end = min(max(start, begin + segment.end), latest)
    words = tuple(
        Word(min(begin + w.start, latest), min(begin + w.end, latest), w.text, w.confidence)
        for w in segment.words
    )
    return replace(segment, start=round(start, 3), end=round(end, 3), words=words)
