"""What is sent along with a message, and the limits it is prepared for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

PICTURE = "picture"

SUFFIXES = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/svg+xml": "svg",
}
"""The kinds of pictures that services take or make, and how their files end."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture as it is kept and sent; the bytes lie in the media folder under `id`.

    `id` is the SHA-256 of the stored bytes, `bytes` their number, `name` what people called the
    file it was made from (empty for a picture from the clipboard or the screen).
    """

    id: str
    media_type: str
    width: int
    height: int
    bytes: int
    name: str = ""
    kind: str = PICTURE

    @property
    def suffix(self) -> str:
        return SUFFIXES.get(self.media_type, "bin")

    @property
    def format(self) -> str:
        """The name of its format as people know it."""
        return self.media_type.rpartition("/")[2].removesuffix("+xml").upper()


def content_id(data: bytes) -> str:
    """The name under which these bytes are kept."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A picture ready to be sent, not stored yet.

    `is_first_frame` says that the rest of an animation was left out.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    name: str = ""
    is_first_frame: bool = False

    def attachment(self) -> Attachment:
        return Attachment(
            content_id(self.data),
            self.media_type,
            self.width,
            self.height,
            len(self.data),
            self.name,
        )
