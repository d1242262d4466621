"""The gallery: what is looked for in it, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field

from gptdesk.domain.images import Origin, PictureRecord, Way


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """What is wanted; what is empty does not matter. Moments in seconds since the epoch.

    `text` is searched in prompts and revised prompts, word by word, also in the middle of Chinese
    sentences. `until` itself is left out.
    """

    text: str = ""
    origins: frozenset[Origin] = frozenset()
    models: frozenset[str] = frozenset()
    ways: frozenset[Way] = frozenset()
    collection: str = ""
    is_favourite: bool = False
    is_deleted: bool = False
    since: float | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """What a wall of pictures needs of each: where its file is, how large it is, and its day."""

    id: str
    file: str
    """The id of its Attachment."""
    media_type: str
    width: int
    height: int
    created: float
    is_favourite: bool = False
    origin: Origin = Origin.MODEL


@dataclass(frozen=True, slots=True)
class PicturePage:
    """Some pictures, the newest first; `next` goes into the following call, empty at the end."""

    pictures: tuple[PictureRecord, ...] = ()
    next: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """A set of pictures with a name of the user's; `pictures` counts them."""

    id: str
    name: str
    created: float
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Lineage:
    """A picture's family: all it came from and all that came from it, the oldest first.

    `pairs` are (parent, child). Of a parent that was deleted for good only the pair is left out.
    """

    pictures: tuple[PictureRecord, ...] = ()
    pairs: tuple[tuple[str, str], ...] = field(default=())
