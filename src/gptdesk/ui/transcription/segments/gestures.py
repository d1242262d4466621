"""What the person wants of a segment, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Hear:
    """Play from the beginning of it."""

    segment: int


@dataclass(frozen=True, slots=True)
class Loop:
    """Play it again and again, or stop doing so."""

    segment: int


@dataclass(frozen=True, slots=True)
class Change:
    segment: int
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """Cut before the character at `caret` of `text`."""

    segment: int
    text: str
    caret: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Join it to the one before (-1) or after (1); `text` as it stands in the editor, or None."""

    segment: int
    step: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    segment: int


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """Say who spoke; an empty key: nobody knows."""

    segment: int
    speaker: str


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """Somebody who is not in the list yet spoke it."""

    segment: int


@dataclass(frozen=True, slots=True)
class Copy:
    segment: int


@dataclass(frozen=True, slots=True)
class Toggle:
    """Play or pause."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last change back."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Make it again."""


Gesture: TypeAlias = (
    Hear
    | Loop
    | Change
    | Split
    | Merge
    | Delete
    | SetSpeaker
    | NewSpeaker
    | Copy
    | Toggle
    | Undo
    | Redo
)
