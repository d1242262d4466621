"""What is painted as files: written for the order, and read again for the canvas."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QImage

from gptdesk.domain.attachments import Attachment, PreparedPicture

if TYPE_CHECKING:
    from gptdesk.domain.mask import Mask, Snapshot
    from gptdesk.domain.picture_steps import Size
    from gptdesk.services.gallery import Gallery
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.canvas.marks import Mark

Written: TypeAlias = tuple[Attachment | None, Attachment | None, Attachment | None]
"""Picture, if it has another shape; mask, if something is painted; marks, if there are."""


class PaintedFiles:
    """Runs in the core thread, and what is heavy in one more."""

    def __init__(self, work: ImageWork, gallery: Gallery) -> None:
        self._work = work
        self._gallery = gallery

    async def written(
        self, size: Size, mask: Snapshot, marks: tuple[Mark, ...], image: QImage | None
    ) -> Written:
        """Keep what is to go along; raises DiskFull or StorageReadOnly."""
        from gptdesk.domain.mask_png import mask_png
        from gptdesk.runtime.large_pictures import as_png

        picture = await asyncio.to_thread(as_png, image) if image is not None else b""
        painted = await asyncio.to_thread(mask_png, mask) if mask.tiles else b""
        drawn = await asyncio.to_thread(_marks_alone, size, marks) if marks else b""
        return (
            await self._kept(picture, size),
            await self._kept(painted, size),
            await self._kept(drawn, size),
        )

    async def read(self, file: Attachment) -> Mask | None:
        """A mask of the last time; None if it is none."""
        from gptdesk.runtime.mask_reading import read_mask

        data = await self._gallery.read(file)
        return await asyncio.to_thread(read_mask, data, file.width, file.height)

    async def _kept(self, data: bytes, size: Size) -> Attachment | None:
        if not data:
            return None
        return await self._work.keep(PreparedPicture(data, "image/png", *size))


def _marks_alone(size: Size, marks: tuple[Mark, ...]) -> bytes:
    """Everything but the marks is transparent."""
    from gptdesk.runtime.large_pictures import as_png
    from gptdesk.ui.images.canvas.marks import with_marks

    sheet = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(0)
    return as_png(with_marks(sheet, marks))
