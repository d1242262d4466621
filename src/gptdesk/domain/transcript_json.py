"""A transcript as JSON that can be read back, also by later versions.

Version 1. Readers ignore what they do not know; what they need in another way gets a new number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from gptdesk.domain.problems import TranscriptUnreadable
from gptdesk.domain.transcription import Segment, TranscriptionJob, Word

FORMAT = "gptdesk-transcript"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Transcript:
    """What can be read back: the text with its times, not the recording."""

    title: str
    segments: tuple[Segment, ...]
    speakers: Mapping[str, str]
    language: str = ""
    seconds: float = 0.0
    created: float = 0.0
    model: str = ""


def write(job: TranscriptionJob) -> str:
    """The whole job. Of the recording only the name of its file: a path tells of the person."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "title": job.title,
        "created": job.created,
        "language": job.language,
        "model": job.settings.model,
        "is_complete": job.is_complete,
        "recording": {"name": job.recording.path.name, "seconds": job.recording.seconds},
        "speakers": dict(job.speakers),
        "segments": [_told(segment) for segment in job.segments],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read(text: str, name: str = "") -> Transcript:
    """Raises TranscriptUnreadable for what is none, or of a later version."""
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise TranscriptUnreadable(name)
        if told["version"] > VERSION:
            raise TranscriptUnreadable(name, is_newer=True)
        segments = [_segment(number, one) for number, one in enumerate(told["segments"], 1)]
        return Transcript(
            str(told.get("title", "")),
            tuple(sorted(segments, key=lambda one: one.start)),
            {str(key): str(value) for key, value in told.get("speakers", {}).items()},
            str(told.get("language", "")),
            _number(told.get("recording", {}).get("seconds", 0)),
            _number(told.get("created", 0)),
            str(told.get("model", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise TranscriptUnreadable(name, detail=str(error)) from error


def _told(segment: Segment) -> dict[str, Any]:
    told: dict[str, Any] = {"start": segment.start, "end": segment.end, "text": segment.text}
    if segment.speaker:
        told["speaker"] = segment.speaker
    if segment.confidence is not None:
        told["confidence"] = segment.confidence
    if not segment.has_own_times:
        told["has_own_times"] = False
    if segment.is_edited:
        told["is_edited"] = True
    if segment.words:
        told["words"] = [_told_word(word) for word in segment.words]
    return told


def _told_word(word: Word) -> dict[str, Any]:
    told: dict[str, Any] = {"start": word.start, "end": word.end, "text": word.text}
    return told if word.confidence is None else {**told, "confidence": word.confidence}


def _segment(number: int, told: Mapping[str, Any]) -> Segment:
    start = _number(told["start"])
    return Segment(
        number,
        start,
        max(start, _number(told["end"])),
        str(told["text"]),
        str(told.get("speaker", "")),
        _sure(told),
        tuple(_word(word) for word in told.get("words", ())),
        bool(told.get("has_own_times", True)),
        bool(told.get("is_edited", False)),
    )


def _word(told: Mapping[str, Any]) -> Word:
    return Word(_number(told["start"]), _number(told["end"]), str(told["text"]), _sure(told))


def _sure(told: Mapping[str, Any]) -> float | None:
    sure = told.get("confidence")
    return None if sure is None else _number(sure)


def _number(value: object) -> float:
    number = float(value)  # type: ignore[arg-type]
    if not isfinite(number) or number < 0:
        raise ValueError("not a time")
    return number
