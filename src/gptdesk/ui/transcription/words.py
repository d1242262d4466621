"""Lengths, sizes, states and notes of the Transcription tab in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain.transcription import JobState, PieceState, TranscriptionJob
from gptdesk.ui.sound.clock import clock
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.languages import in_language

if TYPE_CHECKING:
    from gptdesk.domain.catalogue import ModelFacts

translate = QCoreApplication.translate

MB = 1_000_000


def size_text(size: int) -> str:
    if size < MB:
        return translate("Transcription", "{number} kB").format(number=max(1, round(size / 1000)))
    number = QLocale().toString(size / MB, "f", 1)
    return translate("Transcription", "{number} MB").format(number=number)


def recording_text(job: TranscriptionJob) -> str:
    """Length and size, as far as they are known."""
    recording = job.recording
    parts = [clock(recording.seconds)] if recording.seconds else []
    if recording.bytes:
        parts.append(size_text(recording.bytes))
    return " · ".join(parts)


def duration_text(seconds: float) -> str:
    """About how long something takes."""
    if seconds < 50:
        return translate("Transcription", "%n second(s)", None, max(5, round(seconds / 5) * 5))
    if seconds < 5400:
        return translate("Transcription", "%n minute(s)", None, max(1, round(seconds / 60)))
    number = QLocale().toString(seconds / 3600, "f", 1)
    return translate("Transcription", "{number} hours").format(number=number)


def pieces_done(job: TranscriptionJob) -> tuple[int, int]:
    return sum(piece.is_settled for piece in job.pieces), len(job.pieces)


def failed_pieces(job: TranscriptionJob) -> int:
    return sum(piece.state is PieceState.FAILED for piece in job.pieces)


def state_text(job: TranscriptionJob, read: float = 0.0) -> str:
    """How far it is, for the queue."""
    done, count = pieces_done(job)
    match job.state:
        case JobState.QUEUED:
            waits = translate("Transcription", "waits · {length}")
            return waits.format(length=recording_text(job))
        case JobState.READING if not count:
            return translate("Transcription", "being read · {time}").format(time=clock(read))
        case JobState.READING | JobState.WORKING:
            return translate("Transcription", "{done} of {count} pieces").format(
                done=done, count=count
            )
        case JobState.DONE:
            return translate("Transcription", "done · {length}").format(
                length=clock(job.recording.seconds)
            )
        case JobState.STOPPED:
            told = translate("Transcription", "stopped · {done} of {count} pieces")
            return told.format(done=done, count=count or "…")
    told = translate("Transcription", "not finished · {done} of {count} pieces")
    return told.format(done=done, count=count or "…")


def model_note(facts: ModelFacts, today: date) -> tuple[str, bool]:
    """What the model is, or more important: until when it answers."""
    if facts.shutdown is None:
        return in_language(facts.line), False
    when = day_text(facts.shutdown)
    if facts.is_retired(today):
        text = translate("Transcription", "Its service planned to end it on {day}.")
    else:
        text = translate("Transcription", "Answers until {day}; then its service ends it.")
    return text.format(day=when), True
