"""Pictures that are made, changed or varied: what is asked for, what happens, what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TypeAlias

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.events import ParameterDropped, RetryScheduled
from gptdesk.domain.problems import Problem

PRACTICE_ID = "practice"
"""Stands for a connection where pictures are drawn by the app itself."""


class Way(StrEnum):
    """What is done: a new picture, a change to one, or more like it."""

    MAKE = "make"
    EDIT = "edit"
    VARY = "vary"


class Origin(StrEnum):
    """Where a picture comes from. PRACTICE was drawn by the app, UPLOAD is a file of the user."""

    MODEL = "model"
    PRACTICE = "practice"
    UPLOAD = "upload"


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """How a picture is to be made; an empty value leaves the choice to the model.

    `size` is "1536x1024", "auto" or a word like "2K"; `format` is png, jpeg, webp, gif or svg;
    `partials` is how many unfinished pictures are shown on the way; `frames` and `frame_time` (in
    milliseconds) are of a moving picture.
    """

    connection_id: str = ""
    model: str = ""
    size: str = ""
    quality: str = ""
    background: str = ""
    format: str = ""
    compression: int | None = None
    count: int = 1
    moderation: str = ""
    style: str = ""
    fidelity: str = ""
    complexity: str = ""
    partials: int = 0
    frames: int | None = None
    frame_time: int | None = None

    @property
    def is_practice(self) -> bool:
        return self.connection_id == PRACTICE_ID


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture that goes along. `picture` is its id in the gallery, empty for a file from outside.

    The bytes lie in the media folder: `ImageWork.keep` puts them there.
    """

    file: Attachment
    picture: str = ""


@dataclass(frozen=True, slots=True)
class ImageOrder:
    """All that is asked for. `id` names its job; it is empty while the order is being written.

    `mask` and `markup` are PNGs as large as the first reference. In the mask, what is fully
    transparent is to be changed; in the markup, everything but the marks is transparent.
    """

    way: Way = Way.MAKE
    prompt: str = ""
    settings: PictureSettings = PictureSettings()
    references: tuple[Reference, ...] = ()
    mask: Attachment | None = None
    markup: Attachment | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """A picture in the gallery, and how it came to be. Moments in seconds since the epoch.

    `cost` is in US dollars, None where nobody knows it. `parents` are the ids of the pictures it
    was made from, the first one is the one that was changed. `is_unfinished` marks what had
    arrived when a job was stopped or failed. `width` and `height` of the file may be 0 where it is
    no raster picture.
    """

    id: str
    file: Attachment
    created: float
    origin: Origin = Origin.MODEL
    way: Way = Way.MAKE
    prompt: str = ""
    revised_prompt: str = ""
    settings: PictureSettings = PictureSettings()
    service: str = ""
    cost: float | None = None
    is_free: bool = False
    seconds: float = 0.0
    is_favourite: bool = False
    is_unfinished: bool = False
    parents: tuple[str, ...] = ()
    children: int = 0
    collections: tuple[str, ...] = ()
    job_id: str = ""
    mask: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Partial:
    """An unfinished picture, only in memory. `number` counts from 1 and is at most `of`."""

    number: int
    of: int
    data: bytes


@dataclass(frozen=True, slots=True)
class ImageJob:
    """An order on its way. `problem` is there when it FAILED; `pictures` are kept whatever happens.

    `before` counts the jobs that are served first while it is QUEUED. A job that the end of the
    app cut off is STOPPED after the next start. Of a job that was read from the disk only the
    `problem_code` is known.
    """

    order: ImageOrder
    created: float
    state: JobState = JobState.QUEUED
    pictures: tuple[PictureRecord, ...] = ()
    problem: Problem | None = None
    problem_code: str = ""
    before: int = 0
    started: float = 0.0

    @property
    def id(self) -> str:
        return self.order.id

    @property
    def is_over(self) -> bool:
        return self.state in (JobState.DONE, JobState.FAILED, JobState.STOPPED)


@dataclass(frozen=True, slots=True)
class JobQueued:
    """It is kept and waits for its turn; comes again whenever `job.before` changes."""

    job: ImageJob


@dataclass(frozen=True, slots=True)
class JobStarted:
    job: ImageJob


@dataclass(frozen=True, slots=True)
class PartialShown:
    job_id: str
    partial: Partial


@dataclass(frozen=True, slots=True)
class PictureFinished:
    """A picture is whole, on the disk and in the gallery."""

    job_id: str
    picture: PictureRecord


@dataclass(frozen=True, slots=True)
class JobSettled:
    """The last event of every job: DONE, FAILED with its Problem, or STOPPED."""

    job: ImageJob


ImageEvent: TypeAlias = (
    JobQueued
    | JobStarted
    | PartialShown
    | PictureFinished
    | JobSettled
    | ParameterDropped
    | RetryScheduled
)


def settings_from(values: Mapping[str, object]) -> PictureSettings:
    """Read back what was stored; what is unknown or of another type is left out."""
    wanted = {field.name: field.type for field in fields(PictureSettings)}
    kept = {
        name: value
        for name, value in values.items()
        if name in wanted and _fits(str(wanted[name]), value)
    }
    return PictureSettings(**kept)  # type: ignore[arg-type]  # each was held against its type


def told_settings(settings: PictureSettings) -> dict[str, object]:
    """What is worth keeping: only what is not as usual."""
    usual = asdict(PictureSettings())
    return {name: value for name, value in asdict(settings).items() if value != usual[name]}


def _fits(kind: str, value: object) -> bool:
    if kind == "str":
        return isinstance(value, str)
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return is_whole or (value is None and "None" in kind)
