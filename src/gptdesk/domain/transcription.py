"""A recording that is written down: how, in which pieces, and what was heard in it.

All times are seconds from the beginning of the recording.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from gptdesk.domain.events import EngineStarting, ParameterDropped, RetryScheduled


@dataclass(frozen=True, slots=True)
class TranscriptionSettings:
    """How a recording is to be written down, and by whom.

    `language` is a code as in ISO 639-1, empty for "find out". `prompt` and `keywords` tell the
    model names and words that it will hear. With `to_english` the translations endpoint is asked.
    """

    connection_id: str = ""
    model: str = ""
    language: str = ""
    prompt: str = ""
    keywords: tuple[str, ...] = ()
    to_english: bool = False
    even_loudness: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its time. `confidence` is from 0 to 1, None where the model does not say."""

    start: float
    end: float
    text: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or a part of one.

    `id` is unique in its job and stays the same through edits. `speaker` is the key of a name in
    `TranscriptionJob.speakers`, empty where nobody knows. `has_own_times` is false where the model
    gave no times and ours, from the cuts, stand in.
    """

    id: int
    start: float
    end: float
    text: str
    speaker: str = ""
    confidence: float | None = None
    words: tuple[Word, ...] = ()
    has_own_times: bool = True
    is_edited: bool = False


class PieceState(StrEnum):
    """SILENT is a piece in which nobody speaks; it is never sent."""

    WAITING = "waiting"
    SENDING = "sending"
    READY = "ready"
    FAILED = "failed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the recording, sent as one file.

    Its sound reaches from `start - overlap` to `end`: where no silence was found to cut in, the
    last seconds of the piece before are sent again, and what is heard twice is kept once.
    """

    position: int
    start: float
    end: float
    overlap: float = 0.0
    state: PieceState = PieceState.WAITING
    problem: str = ""
    """The code of the Problem that it failed with."""

    @property
    def is_settled(self) -> bool:
        return self.state in (PieceState.READY, PieceState.SILENT)


class JobState(StrEnum):
    """QUEUED waits for its turn; STOPPED and FAILED can go on without sending anything again."""

    QUEUED = "queued"
    READING = "reading"
    WORKING = "working"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Recording:
    """The file that is written down. `is_ours` is true for what was recorded in the app."""

    path: Path
    seconds: float = 0.0
    bytes: int = 0
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class TranscriptionJob:
    """A recording, its pieces and its text. `cost` is in US dollars, None where not known."""

    id: str
    title: str
    recording: Recording
    settings: TranscriptionSettings
    created: float
    state: JobState = JobState.QUEUED
    problem: str = ""
    pieces: tuple[Piece, ...] = ()
    segments: tuple[Segment, ...] = ()
    speakers: dict[str, str] = field(default_factory=dict)
    """The name of each speaker by its key; empty name: called by number."""
    language: str = ""
    """What the model heard it to be, where it says."""
    cost: float | None = None

    @property
    def is_complete(self) -> bool:
        return bool(self.pieces) and all(piece.is_settled for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class TranscriptionHeader:
    """What the history shows of a job. `beginning` is its first words."""

    id: str
    title: str
    created: float
    state: JobState
    settings: TranscriptionSettings
    seconds: float
    beginning: str = ""
    cost: float | None = None


class Way(StrEnum):
    """How sound reaches a service: as a form, as JSON in base64, or in a chat message."""

    FORM = "form"
    JSON = "json"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class TranscriptionOrder:
    """One request: a sound file within the model's limits.

    `form` is the response format asked for; `words`: with the times of words.
    """

    sound: Path
    seconds: float
    model: str
    form: str = "json"
    language: str = ""
    prompt: str = ""
    keywords: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    words: bool = False
    to_english: bool = False
    streams: bool = False
    way: Way = Way.FORM
    speaker_names: tuple[str, ...] = ()
    speaker_samples: tuple[Path, ...] = ()
    """A few seconds of each named speaker, so that the same ones get the same names."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a service wrote down of one piece. Times count from the beginning of that file."""

    text: str
    segments: tuple[Segment, ...] = ()
    language: str = ""
    seconds: float | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    audio_tokens: int = 0
    """Of the input tokens, those of sound."""


@dataclass(frozen=True, slots=True)
class TextArrived:
    """More text of a piece that is still being heard."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class JobStarted:
    job: TranscriptionJob


@dataclass(frozen=True, slots=True)
class ReadingProgressed:
    """The recording is being decoded and cut: `seconds` of it were read so far."""

    seconds: float


@dataclass(frozen=True, slots=True)
class PiecesCut:
    """All pieces, or, while the microphone is open, those so far. Comes again when it grows."""

    pieces: tuple[Piece, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class PieceChanged:
    piece: Piece


@dataclass(frozen=True, slots=True)
class SegmentsArrived:
    """What one piece turned into, in order; they belong between those of its neighbours.

    Comes again for a piece when its seam with a neighbour was stitched; it then stands in the place
    of what came before for that piece.
    """

    position: int
    segments: tuple[Segment, ...]
    speakers: dict[str, str] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True, slots=True)
class CostNoted:
    """What was used so far by this job, in US dollars."""

    cost: float | None


@dataclass(frozen=True, slots=True)
class TimeEstimate:
    """How many seconds the work will take, between `low` and `high`."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class JobSettled:
    """The job as it is stored now: done, stopped or failed."""

    job: TranscriptionJob


TranscriptionEvent: TypeAlias = (
    JobStarted
    | ReadingProgressed
    | PiecesCut
    | PieceChanged
    | TextArrived
    | SegmentsArrived
    | CostNoted
    | JobSettled
    | ParameterDropped
    | EngineStarting
    | RetryScheduled
)
