"""What can be chosen for a picture: of each option what the model takes, and why not the rest.

Everything follows from the catalogue's facts and the quirks of the service; what is not known of
a model is allowed where trying it does no harm. Texts are the interface's: reasons are kinds here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gptdesk.domain.image_sizes import SizeRules
from gptdesk.domain.images import Way


class OptionName(StrEnum):
    """The options, by the names of the fields of PictureSettings."""

    SIZE = "size"
    QUALITY = "quality"
    BACKGROUND = "background"
    FORMAT = "format"
    COMPRESSION = "compression"
    COUNT = "count"
    MODERATION = "moderation"
    STYLE = "style"
    FIDELITY = "fidelity"
    COMPLEXITY = "complexity"
    PARTIALS = "partials"
    FRAMES = "frames"
    FRAME_TIME = "frame_time"


class Why(StrEnum):
    """Why something cannot be had.

    MODEL: this model does not take it. SERVICE: this service has no such thing. WAY: not with this
    way of making pictures. NO_ALPHA: this file type cannot be transparent. NOT_COMPRESSED: this
    file type is not compressed. ONE_FILE: this file type comes one at a time. MOVING: only of
    moving pictures. NOT_MOVING: not of moving pictures. NO_STREAM: this file type cannot be shown
    while it forms. ONE_AT_A_TIME: only a single picture can be watched while it forms. NO_MASK:
    not together with a mask. NO_MARKUP: not together with marks. LEARNED: the service refused it
    before.
    """

    MODEL = "model"
    SERVICE = "service"
    WAY = "way"
    NO_ALPHA = "no-alpha"
    NOT_COMPRESSED = "not-compressed"
    ONE_FILE = "one-file"
    MOVING = "moving"
    NOT_MOVING = "not-moving"
    NO_STREAM = "no-stream"
    ONE_AT_A_TIME = "one-at-a-time"
    NO_MASK = "no-mask"
    NO_MARKUP = "no-markup"
    LEARNED = "learned"


class Fault(StrEnum):
    """What is still missing or wrong before an order can go out.

    WAY: this model cannot go this way. NOT_SQUARE: the picture must be cropped to a square. The
    fitting of mask and marks is to the first picture.
    """

    WAY = "way"
    NO_MODEL = "no-model"
    NO_PROMPT = "no-prompt"
    PROMPT_TOO_LONG = "prompt-too-long"
    SIZE = "size"
    NO_PICTURE = "no-picture"
    TOO_MANY_PICTURES = "too-many-pictures"
    NOT_SQUARE = "not-square"
    MASK_REFUSED = "mask-refused"
    MASK_SIZE = "mask-size"
    MARKUP_REFUSED = "markup-refused"
    MARKUP_SIZE = "markup-size"


class Note(StrEnum):
    """What is to be said of something that can be had.

    ON_TRIAL: its maker calls it a preview. ON_REQUEST: its maker must allow it for the account.
    UNTRIED: nothing is known, the service may refuse. AS_EDIT: variations are made by an edit.
    """

    ON_TRIAL = "on-trial"
    ON_REQUEST = "on-request"
    UNTRIED = "untried"
    AS_EDIT = "as-edit"


@dataclass(frozen=True, slots=True)
class Fix:
    """What would make it possible: this option set to this value. Apply with `fixed`."""

    option: OptionName
    value: str | int


@dataclass(frozen=True, slots=True)
class Refused:
    """Something cannot be had: why, and the change that would help, if there is one."""

    why: Why
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of an option; greyed with its reason if `refused`."""

    value: str
    refused: Refused | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One option now, with the other settings as they are.

    Words have `choices`; numbers lie between `least` and `most`. `usual` is what the model takes
    where nothing is chosen (empty or None: not known). `refused` greys all of it.
    """

    name: OptionName
    choices: tuple[Choice, ...] = ()
    least: int = 0
    most: int = 0
    usual: str | int | None = None
    refused: Refused | None = None
    note: Note | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The words that can be had now."""
        if self.refused is not None:
            return ()
        return tuple(choice.value for choice in self.choices if choice.refused is None)


@dataclass(frozen=True, slots=True)
class FileRules:
    """What pictures may be sent along, and how they are prepared. Sizes in bytes.

    `must_be_square` pictures are not cut by the app: the user crops them. `formats` are png, jpeg,
    webp; others are rewritten when the order goes out.
    """

    most: int = 1
    formats: tuple[str, ...] = ("png", "jpeg", "webp")
    bytes_max: int = 50_000_000
    must_be_square: bool = False
    mask: Refused | None = None
    """Why no mask can go along; None: it can."""
    mask_bytes_max: int = 4_000_000
    markup: Refused | None = Refused(Why.MODEL)


@dataclass(frozen=True, slots=True)
class ImageOptions:
    """All that can be chosen for one way at one model, given the settings so far."""

    way: Way
    options: Mapping[OptionName, Option]
    sizes: SizeRules
    files: FileRules
    prompt_max: int | None = None
    """Characters; None: not known."""
    ways: Mapping[Way, Refused | None] = field(default_factory=dict)
    """Which ways the model can go."""
    notes: Mapping[Way, Note] = field(default_factory=dict)

    def option(self, name: OptionName) -> Option:
        return self.options[name]
