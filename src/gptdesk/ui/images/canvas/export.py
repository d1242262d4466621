"""What the canvas gives to whoever sends it: files, as a service asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from gptdesk.domain.mask import Snapshot
from gptdesk.domain.mask_png import mask_png
from gptdesk.domain.picture_steps import Size
from gptdesk.runtime.large_pictures import as_png
from gptdesk.ui.images.canvas.marks import Mark, with_marks


@dataclass(frozen=True, slots=True)
class Export:
    """Picture and mask as PNG files of the same size.

    `mask` is None where nothing is painted, `marked` where no notes are; it is the picture with
    the notes drawn into it. `painted` is the part that is painted, from 0 to 1.
    """

    size: Size
    picture: bytes
    mask: bytes | None
    marked: bytes | None
    painted: float


def exported(image: QImage, mask: Snapshot, marks: Sequence[Mark], painted: float) -> Export:
    """Written in any thread."""
    return Export(
        (image.width(), image.height()),
        as_png(image),
        mask_png(mask) if mask.tiles else None,
        as_png(with_marks(image, marks)) if marks else None,
        painted,
    )
