"""What writing down recordings needs from the outside world."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Protocol

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.transcription import (
    Heard,
    JobState,
    Piece,
    Segment,
    TextArrived,
    TranscriptionHeader,
    TranscriptionJob,
    TranscriptionOrder,
    TranscriptionSettings,
)


class TranscriptionProvider(Protocol):
    """Writes down one sound file. Cancelling the iteration must close the connection at once."""

    def listen(
        self, endpoint: Endpoint, order: TranscriptionOrder
    ) -> AsyncGenerator[TextArrived | Heard | ParameterDropped, None]:
        """Yield text as it comes, where the service streams, and at last what was heard.

        Raises a Problem, also for an answer that is no transcript.
        """
        ...


class TranscriptionStore(Protocol):
    """Keeps recordings and what was heard. Every method returns when the change is safe on disk."""

    async def draft(self) -> TranscriptionSettings | None: ...

    async def save_draft(self, settings: TranscriptionSettings) -> None: ...

    async def create(self, job: TranscriptionJob) -> None: ...

    async def set_settings(self, job_id: str, settings: TranscriptionSettings) -> None: ...

    async def set_state(self, job_id: str, state: JobState, problem: str = "") -> None: ...

    async def set_pieces(self, job_id: str, pieces: Sequence[Piece], seconds: float) -> None: ...

    async def set_piece(self, job_id: str, piece: Piece) -> None: ...

    async def keep_heard(
        self,
        job_id: str,
        piece: Piece,
        segments: Sequence[Segment],
        language: str,
        cost: float | None,
    ) -> tuple[Segment, ...]:
        """Mark the piece ready and keep its segments, both or neither; returns them with ids.

        `cost` is that of this piece.
        """
        ...

    async def amend(self, job_id: str, segments: Sequence[Segment]) -> None:
        """Rewrite some segments; one without text goes. What a person edited stays."""
        ...

    async def save_segments(self, job_id: str, segments: Sequence[Segment]) -> None:
        """Keep the edited text: all segments of the job, in order."""
        ...

    async def save_speakers(self, job_id: str, speakers: dict[str, str]) -> None: ...

    async def rename(self, job_id: str, title: str) -> None: ...

    async def headers(self, search: str = "") -> tuple[TranscriptionHeader, ...]:
        """All that are not deleted, the newest first; with `search`, those in which it stands."""
        ...

    async def job(self, job_id: str) -> TranscriptionJob: ...

    async def delete(self, job_id: str) -> None: ...

    async def restore(self, job_id: str) -> None: ...

    async def purge(self) -> tuple[Path, ...]:
        """Forget what was deleted long ago; the recordings of our own that nothing names now."""
        ...

    async def unfinished(self) -> frozenset[str]:
        """The jobs whose pieces are still of use."""
        ...


class PieceShelf(Protocol):
    """Keeps the sound of pieces until they are written down, and recordings of our own."""

    async def keep(self, job_id: str, name: str, samples: bytes, loudness: bytes = b"") -> Path:
        """Write samples of SPEECH_RATE as a WAV file that is whole or not there.

        `loudness` is as in domain/voice.py, where it is known already.
        """
        ...

    async def loudness(self, job_id: str, name: str) -> bytes:
        """How loud a piece is, frame by frame; empty where it is not there."""
        ...

    def find(self, job_id: str, name: str, kind: str = "wav") -> Path | None: ...

    async def encoded(self, job_id: str, name: str, kind: str) -> Path:
        """The piece as a file of this kind; where that cannot be made, as it is."""
        ...

    async def samples(self, job_id: str, name: str) -> bytes:
        """The samples of a piece; empty where it is not there."""
        ...

    async def forget(self, job_id: str, name: str) -> None: ...

    async def clear(self, job_id: str) -> None:
        """Nothing of the job is needed any more."""
        ...

    def jobs(self) -> frozenset[str]:
        """The jobs of which there is anything."""
        ...

    async def remove(self, recordings: Sequence[Path]) -> None:
        """Remove recordings of our own; others are left alone."""
        ...

    def new_recording(self) -> Path:
        """A free name for a recording of our own."""
        ...
