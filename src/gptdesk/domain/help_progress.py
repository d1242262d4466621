"""How far somebody is with the lessons, and where they stopped reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where in a page somebody is: the piece at the top, and how far it is scrolled through.

    Pieces are the same in both languages, pixels are not.
    """

    piece: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """`read` are lessons that were read to their end; `places` is kept for each that was opened."""

    read: frozenset[str] = frozenset()
    places: Mapping[str, Bookmark] = field(default_factory=dict)
    last: str = ""

    def state(self, lesson: str) -> str:
        """read, half or new."""
        if lesson in self.read:
            return "read"
        return "half" if lesson in self.places else "new"

    def opened(self, lesson: str) -> Progress:
        places = {lesson: Bookmark(), **self.places}
        return replace(self, places=places, last=lesson)

    def at(self, lesson: str, place: Bookmark) -> Progress:
        return replace(self, places={**self.places, lesson: place})

    def finished(self, lesson: str) -> Progress:
        return replace(self, read=self.read | {lesson})


class ProgressStore(Protocol):
    """Keeps it between two starts."""

    def load(self) -> Progress: ...

    def save(self, progress: Progress) -> None: ...


def as_values(progress: Progress) -> dict[str, Any]:
    """For a file of JSON."""
    return {
        "read": sorted(progress.read),
        "places": {name: [at.piece, round(at.share, 4)] for name, at in progress.places.items()},
        "last": progress.last,
    }


def progress_of(values: Mapping[str, Any]) -> Progress:
    """What a file said; what does not fit in it is left out."""
    read, places = values.get("read"), values.get("places")
    return Progress(
        frozenset(one for one in read if isinstance(one, str))
        if isinstance(read, list)
        else frozenset(),
        {name: at for name, value in places.items() if (at := _bookmark(value)) is not None}
        if isinstance(places, dict)
        else {},
        str(values.get("last") or ""),
    )


def _bookmark(value: object) -> Bookmark | None:
    match value:
        case [int(piece), int(share) | float(share)]:
            return Bookmark(max(0, piece), min(1.0, max(0.0, float(share))))
    return None
