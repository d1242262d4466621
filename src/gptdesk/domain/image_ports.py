"""What pictures need from the outside world."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from collections.abc import Collection as Some
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from gptdesk.domain.attachments import Attachment, PreparedPicture
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.costs import Usage
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.gallery import (
    Collection,
    Lineage,
    PictureHeader,
    PicturePage,
    PictureQuery,
)
from gptdesk.domain.image_options import FileRules
from gptdesk.domain.images import ImageJob, ImageOrder, JobState, PictureRecord, Way


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it goes out."""

    name: str
    data: bytes = field(repr=False)
    media_type: str = "image/png"


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One request. `parameters` are in the API's names, without prompt and model."""

    way: Way
    model: str
    prompt: str
    parameters: Mapping[str, object]
    images: tuple[Upload, ...] = ()
    mask: Upload | None = None
    markup: Upload | None = None


@dataclass(frozen=True, slots=True)
class PartialArrived:
    """`index` counts from 0."""

    index: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PictureArrived:
    data: bytes = field(repr=False)
    revised_prompt: str = ""


@dataclass(frozen=True, slots=True)
class ImagesPaid:
    """What the service says that it used. `beside` is what other models used for it, by name."""

    usage: Usage
    quality: str = ""
    size: str = ""
    beside: tuple[tuple[str, Usage], ...] = ()


ImageArrival: TypeAlias = PartialArrived | PictureArrived | ImagesPaid | ParameterDropped


class ImageProvider(Protocol):
    """Makes pictures. Cancelling the iteration must close the connection at once."""

    def pictures(
        self, endpoint: Endpoint, request: ImageRequest
    ) -> AsyncGenerator[ImageArrival, None]:
        """Yield what comes; raise a Problem otherwise, also if no picture came at all."""
        ...


class PictureFitting(Protocol):
    """Makes files fit the rules of a model, and looks into those that came."""

    async def fitted(self, data: bytes, rules: FileRules, name: str = "") -> PreparedPicture:
        """The picture as it may be sent, unchanged where it fits; raises a PictureProblem."""
        ...

    async def fitted_mask(
        self, data: bytes, width: int, height: int, rules: FileRules
    ) -> PreparedPicture:
        """A PNG with alpha of this size; raises MaskUnusable if nothing or all of it is open."""
        ...

    async def looked_at(self, data: bytes) -> PreparedPicture:
        """What arrived, with its true type and size; raises AnswerBroken if it is no picture."""
        ...

    async def shrunk(self, data: bytes, side: int) -> bytes:
        """A small picture that fits into a square of this many pixels; raises AttachmentMissing."""
        ...


class PictureStore(Protocol):
    """Keeps the gallery. Every method returns only when the change is safe on disk."""

    async def mend(self) -> None:
        """Put right what the end of the app left behind. To be called before anything else."""
        ...

    async def add(self, record: PictureRecord, data: bytes) -> None:
        """The record and its file, both or nothing. Raises DiskFull or StorageReadOnly."""
        ...

    async def set_cost(self, picture_ids: Sequence[str], cost: float | None) -> None:
        """What each of them cost, once the service has told."""
        ...

    async def count(self, query: PictureQuery) -> int: ...

    async def headers(self, query: PictureQuery) -> tuple[PictureHeader, ...]:
        """All that fit, the newest first, with just enough to lay out and draw a wall of them."""
        ...

    async def page(self, query: PictureQuery, after: str = "", limit: int = 100) -> PicturePage:
        """The pictures behind the one with this id, the newest first; from the top if empty."""
        ...

    async def records(self, picture_ids: Sequence[str]) -> tuple[PictureRecord, ...]:
        """In this order; what is not there any more is left out."""
        ...

    async def lineage(self, picture_id: str) -> Lineage: ...

    async def models(self) -> tuple[str, ...]:
        """The models that made what is there, the most frequent first, for the filter."""
        ...

    async def recent_costs(self, model: str, service: str, count: int) -> tuple[PictureRecord, ...]:
        """Pictures of this model whose cost is known, the newest first: to learn prices from."""
        ...

    async def set_favourite(self, picture_ids: Sequence[str], is_favourite: bool) -> None: ...

    async def delete(self, picture_ids: Sequence[str]) -> None:
        """Hide them; `restore` brings them back until `purge` was called."""
        ...

    async def restore(self, picture_ids: Sequence[str]) -> None: ...

    async def purge(self) -> None:
        """Remove for good what was deleted more than a month ago."""
        ...

    async def collections(self) -> tuple[Collection, ...]:
        """By name."""
        ...

    async def add_collection(self, collection: Collection) -> None: ...

    async def rename_collection(self, collection_id: str, name: str) -> None: ...

    async def remove_collection(self, collection_id: str) -> None:
        """Hide it; its pictures stay. `restore_collection` brings it back."""
        ...

    async def restore_collection(self, collection_id: str) -> None: ...

    async def collect(self, picture_ids: Sequence[str], collection_id: str) -> None: ...

    async def uncollect(self, picture_ids: Sequence[str], collection_id: str) -> None: ...


class ImageJobStore(Protocol):
    """Keeps orders, so that no prompt and no mask is ever lost."""

    async def create(self, job: ImageJob) -> None: ...

    async def set_state(self, job_id: str, state: JobState, problem: str = "") -> None: ...

    async def open_jobs(self) -> tuple[ImageJob, ...]:
        """Those that FAILED or were STOPPED and were not dismissed, the newest first."""
        ...

    async def dismiss(self, job_id: str) -> None: ...

    async def purge(self) -> None:
        """Forget what is over for a month, unless one of its pictures is still there."""
        ...

    async def draft(self, way: Way) -> ImageOrder | None: ...

    async def save_draft(self, order: ImageOrder) -> None:
        """One for each way."""
        ...


class Thumbnails(Protocol):
    """Small pictures that can be made again at any time."""

    async def find(self, file: Attachment, side: int) -> bytes | None: ...

    async def put(self, file: Attachment, side: int, data: bytes) -> None:
        """A disk that refuses is passed over."""
        ...

    async def keep_only(self, file_ids: Some[str]) -> None:
        """Remove those of other files."""
        ...


class UserFiles(Protocol):
    """Files where the user wants them."""

    async def write(self, data: bytes, path: str) -> None:
        """Complete or not at all, in place of what is there; raises DiskFull or
        StorageReadOnly."""
        ...
