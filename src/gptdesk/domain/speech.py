"""A text that is spoken: how, in which pieces, and what has become of each."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TypeAlias

from gptdesk.domain.events import EngineStarting, ParameterDropped, RetryScheduled

LIMIT = 4096
"""Characters that a request takes where nothing else is known of the model."""
SLOWEST, FASTEST = 0.25, 4.0
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f<>:\"/\\|?*]+")
FORMATS = ("mp3", "wav", "flac", "m4a", "opus", "aac")


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """How a text is to be spoken, and by whom."""

    connection_id: str = ""
    model: str = ""
    voice: str = ""
    instructions: str = ""
    speed: float = 1.0
    format: str = "mp3"


@dataclass(frozen=True, slots=True)
class SpeechOrder:
    """One request: a text within the model's limit. `format` is what the service delivers.

    `is_live` says that the model speaks in a conversation of its own (the Realtime API), `longest`
    how many characters it is given there at once; 0 is not known.
    """

    text: str
    model: str
    voice: str
    format: str = "mp3"
    instructions: str = ""
    speed: float = 1.0
    is_live: bool = False
    longest: int = 0


class PieceState(StrEnum):
    """SILENT is a piece in which there is nothing to say."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    SILENT = "silent"


class JobState(StrEnum):
    MAKING = "making"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Sound:
    """A finished piece on the disk.

    `peaks` are loudness from 0 to 255, PEAKS a second; empty where nobody has decoded it.
    """

    key: str
    file: str
    kind: str
    seconds: float
    peaks: bytes = b""


PEAKS = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text and its sound."""

    position: int
    start: int
    end: int
    key: str
    state: PieceState = PieceState.WAITING
    sound: Sound | None = None

    @property
    def seconds(self) -> float:
        return self.sound.seconds if self.sound is not None else 0.0

    @property
    def is_settled(self) -> bool:
        return self.state in (PieceState.READY, PieceState.SILENT)


@dataclass(frozen=True, slots=True)
class SpeechJob:
    """A text that was spoken, or is being spoken."""

    id: str
    title: str
    text: str
    settings: SpeechSettings
    created: float
    pieces: tuple[Piece, ...]
    state: JobState = JobState.MAKING
    problem: str = ""

    @property
    def is_complete(self) -> bool:
        return all(piece.is_settled for piece in self.pieces)

    @property
    def ready(self) -> tuple[Piece, ...]:
        """What can be heard without a gap: the pieces up to the first that is missing."""
        found = []
        for piece in self.pieces:
            if not piece.is_settled:
                break
            found.append(piece)
        return tuple(found)

    def starts(self) -> list[float]:
        """When each ready piece begins, and at last when they end."""
        return list(accumulate((piece.seconds for piece in self.ready), initial=0.0))


@dataclass(frozen=True, slots=True)
class SpeechHeader:
    """What the history shows of a job, without its text.

    `cost` is what was paid for it in US dollars; None where nothing was or nobody knows.
    """

    id: str
    title: str
    created: float
    state: JobState
    settings: SpeechSettings
    characters: int
    seconds: float
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word that the voice should say in another way than it is written."""

    written: str
    spoken: str


@dataclass(frozen=True, slots=True)
class JobStarted:
    job: SpeechJob


@dataclass(frozen=True, slots=True)
class PieceChanged:
    piece: Piece


@dataclass(frozen=True, slots=True)
class JobSettled:
    job: SpeechJob


@dataclass(frozen=True, slots=True)
class FileWritten:
    """One of many texts is a file now; `number` counts from 1."""

    path: str
    number: int
    count: int


SpeechEvent: TypeAlias = (
    FileWritten
    | JobStarted
    | PieceChanged
    | JobSettled
    | ParameterDropped
    | EngineStarting
    | RetryScheduled
)


def key_of(settings: SpeechSettings, text: str) -> str:
    """Names the sound of a text: the same text in the same voice is never made twice."""
    told = json.dumps([asdict(settings), text], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


def settings_from(values: Mapping[str, object]) -> SpeechSettings:
    """Read back what was stored; what is unknown or of another type is left out."""
    usual = asdict(SpeechSettings())
    known = {
        name: type(usual[name])(value)  # JSON may give a whole number for a speed
        for name, value in values.items()
        if name in usual and isinstance(value, str | float | int)
    }
    return SpeechSettings(**known)


def file_name(title: str) -> str:
    """A title as a name that every system takes."""
    return " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip(" .…")[:60].strip() or "speech"


def texts_of(text: str) -> list[str]:
    """A text as many: by its paragraphs, or by its lines where it has no empty ones."""
    parts = re.split(r"\n\s*\n", text.strip())
    if len(parts) == 1:
        parts = text.splitlines()
    return [part.strip() for part in parts if any(sign.isalnum() for sign in part)]


def title_of(text: str) -> str:
    """The first words, for the list of what was spoken."""
    words = " ".join(text[:200].split())
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
