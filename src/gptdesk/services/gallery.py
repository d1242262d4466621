"""The gallery: every picture that was made or brought in, with its story."""

from __future__ import annotations

from collections.abc import Sequence

from gptdesk.domain.attachments import Attachment, PreparedPicture
from gptdesk.domain.gallery import Collection, Lineage, PictureHeader, PicturePage, PictureQuery
from gptdesk.domain.images import PictureRecord


class Gallery:
    """What people do with pictures that are there. Everything runs in the core thread."""

    async def count(self, query: PictureQuery) -> int:
        raise NotImplementedError

    async def headers(self, query: PictureQuery) -> tuple[PictureHeader, ...]:
        """All that fit, the newest first; quick for ten thousand. For the wall of thumbnails."""
        raise NotImplementedError

    async def page(self, query: PictureQuery, after: str = "", limit: int = 100) -> PicturePage:
        raise NotImplementedError

    async def records(self, picture_ids: Sequence[str]) -> tuple[PictureRecord, ...]:
        raise NotImplementedError

    async def lineage(self, picture_id: str) -> Lineage:
        raise NotImplementedError

    async def models(self) -> tuple[str, ...]:
        raise NotImplementedError

    async def add_upload(self, picture: PreparedPicture) -> PictureRecord:
        """Bring in a file of the user's; raises DiskFull or StorageReadOnly."""
        raise NotImplementedError

    async def read(self, file: Attachment) -> bytes:
        """The whole file; raises AttachmentMissing."""
        raise NotImplementedError

    async def thumbnail(self, file: Attachment, side: int) -> bytes:
        """A small JPEG, WebP or PNG of at most this many pixels, kept; raises AttachmentMissing."""
        raise NotImplementedError

    async def save_copy(self, file: Attachment, path: str) -> None:
        """Exactly the stored bytes as a file of the user's."""
        raise NotImplementedError

    async def write_file(self, data: bytes, path: str) -> None:
        """Bytes made by the interface (another format, notes inside), complete or not at all."""
        raise NotImplementedError

    async def set_favourite(self, picture_ids: Sequence[str], is_favourite: bool) -> None:
        raise NotImplementedError

    async def delete(self, picture_ids: Sequence[str]) -> None:
        """Hide them; `restore` undoes it for a month."""
        raise NotImplementedError

    async def restore(self, picture_ids: Sequence[str]) -> None:
        raise NotImplementedError

    async def purge(self) -> None:
        """Remove for good what was deleted more than a month ago."""
        raise NotImplementedError

    async def collections(self) -> tuple[Collection, ...]:
        raise NotImplementedError

    async def new_collection(self, name: str) -> Collection:
        raise NotImplementedError

    async def rename_collection(self, collection_id: str, name: str) -> None:
        raise NotImplementedError

    async def remove_collection(self, collection_id: str) -> None:
        raise NotImplementedError

    async def restore_collection(self, collection_id: str) -> None:
        raise NotImplementedError

    async def collect(self, picture_ids: Sequence[str], collection_id: str) -> None:
        raise NotImplementedError

    async def uncollect(self, picture_ids: Sequence[str], collection_id: str) -> None:
        raise NotImplementedError
