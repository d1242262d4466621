"""A transcript as a file or for the clipboard, and what of it is still missing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gptdesk.domain import transcript_json
from gptdesk.domain.reading import TextReader
from gptdesk.domain.subtitles import srt, vtt
from gptdesk.domain.transcript_exports import ExportChoice, ExportForm, markdown, table, txt
from gptdesk.domain.transcript_json import Transcript
from gptdesk.domain.transcript_word_file import word_file
from gptdesk.domain.transcription import TranscriptionJob


@dataclass(frozen=True, slots=True)
class Missing:
    """How many pieces are in the text, and how many are not."""

    ready: int
    missing: int


class TranscriptFiles:
    """Writes files whole or not at all; `write` raises DiskFull, StorageReadOnly."""

    def __init__(self, write: Callable[[Path, bytes], None], read: TextReader) -> None:
        self._write = write
        self._read = read

    async def save(self, job: TranscriptionJob, target: Path, choice: ExportChoice) -> Path:
        """The file's place: with the right ending, whatever was typed."""
        if target.suffix.lower() != f".{choice.form}":
            target = target.with_name(f"{target.name}.{choice.form}")
        await asyncio.to_thread(lambda: self._write(target, contents(job, choice)))
        return target

    async def read(self, path: Path) -> Transcript:
        """A transcript that was saved as JSON; raises TranscriptUnreadable."""
        text = await asyncio.to_thread(self._read, path)
        return await asyncio.to_thread(transcript_json.read, text, path.name)


def contents(job: TranscriptionJob, choice: ExportChoice) -> bytes:
    """What stands in the file."""
    segments = job.segments
    match choice.form:
        case ExportForm.TXT:
            text = txt(segments, choice)
        case ExportForm.SRT:
            text = srt(segments, choice.names)
        case ExportForm.VTT:
            text = vtt(segments, choice.names)
        case ExportForm.MARKDOWN:
            text = markdown(job.title, segments, choice)
        case ExportForm.JSON:
            text = transcript_json.write(job)
        case ExportForm.CSV:
            text = table(segments, choice)
        case ExportForm.DOCX:
            return word_file(job.title, segments, choice)
    return text.encode("utf-8", "replace")


def missing(job: TranscriptionJob) -> Missing:
    """What an export says when pieces are not finished."""
    ready = sum(piece.is_settled for piece in job.pieces)
    return Missing(ready, len(job.pieces) - ready)
