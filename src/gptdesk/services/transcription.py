"""Turning recordings into text: cut at silences, in pieces, kept at once, never sent twice."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable
from pathlib import Path

from gptdesk.domain.transcription import (
    Recording,
    Segment,
    TranscriptionEvent,
    TranscriptionHeader,
    TranscriptionJob,
    TranscriptionSettings,
)


class TranscriptionService:
    """Writes down recordings. Cancelling an iteration keeps every finished piece."""

    async def add(self, path: Path, settings: TranscriptionSettings) -> TranscriptionJob:
        """Put a file into the queue; raises SoundUnreadable, SoundMissing at once."""
        raise NotImplementedError

    def run(self, job_id: str) -> AsyncGenerator[TranscriptionEvent, None]:
        """Read, cut and send what is not finished of a job: begins it, or goes on with it."""
        raise NotImplementedError

    def listen(
        self, recording: Recording, settings: TranscriptionSettings, samples: AsyncIterable[bytes]
    ) -> AsyncGenerator[TranscriptionEvent, None]:
        """Write down a recording while it is made; `samples` end when the microphone closes."""
        raise NotImplementedError

    async def history(self, search: str = "") -> tuple[TranscriptionHeader, ...]:
        raise NotImplementedError

    async def open(self, job_id: str) -> TranscriptionJob:
        raise NotImplementedError

    async def save_segments(self, job_id: str, segments: tuple[Segment, ...]) -> None:
        raise NotImplementedError
