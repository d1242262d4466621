"""What speaking needs from the outside world."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.speech import (
    JobState,
    Sound,
    SpeechHeader,
    SpeechJob,
    SpeechOrder,
    SpeechSettings,
    SpokenWord,
)


class SpeechProvider(Protocol):
    """Speaks one piece of text. Cancelling the iteration must close the connection at once.

    Where the order says that the model speaks live, it reads the text in a conversation over a
    WebSocket, and its samples come as a WAV file.
    """

    def speak(
        self, endpoint: Endpoint, order: SpeechOrder
    ) -> AsyncGenerator[bytes | ParameterDropped, None]:
        """Yield the bytes of one sound file as they arrive; raise a Problem otherwise.

        Also an answer that is no sound is a Problem. A parameter that the service refuses by name
        is left out and reported.
        """
        ...


class SoundDraft(Protocol):
    """A sound that is being written. It becomes visible only when it is whole."""

    async def add(self, data: bytes) -> None: ...

    async def finish(self) -> Sound:
        """Read how long it is and what it is; raises AnswerBroken if it is no sound."""
        ...


class SoundShelf(Protocol):
    """Keeps finished sounds by their key."""

    async def find(self, key: str) -> Sound | None: ...

    def draft(self, key: str) -> AbstractAsyncContextManager[SoundDraft]:
        """A new sound; what is not finished when the context ends is thrown away."""
        ...

    def path(self, sound: Sound) -> Path: ...

    async def join(self, sounds: Sequence[Sound], target: Path, kind: str) -> None:
        """One file without gaps out of many; raises a Problem and leaves no half file."""
        ...

    async def purge(self) -> None:
        """Remove the sounds that nothing on the shelf has needed for long."""
        ...

    async def write_text(self, target: Path, text: str) -> None: ...


class SpeechStore(Protocol):
    """Keeps what was spoken. Every method returns only when the change is safe on disk."""

    async def draft(self) -> tuple[str, SpeechSettings | None]: ...

    async def save_draft(self, text: str, settings: SpeechSettings) -> None: ...

    async def create(self, job: SpeechJob) -> None: ...

    async def set_state(self, job_id: str, state: JobState, problem: str = "") -> None: ...

    async def headers(self, query: str = "") -> tuple[SpeechHeader, ...]:
        """All that are not deleted, the newest first; those whose text holds what is sought."""
        ...

    async def job(self, job_id: str) -> SpeechJob: ...

    async def delete(self, job_id: str) -> None: ...

    async def restore(self, job_id: str) -> None: ...

    async def purge(self) -> None:
        """Remove what was deleted long ago."""
        ...

    async def words(self) -> tuple[SpokenWord, ...]: ...

    async def save_words(self, words: Sequence[SpokenWord]) -> None: ...
