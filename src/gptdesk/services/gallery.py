"""The gallery: every picture that was made or brought in, with its story."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from uuid import uuid4

from gptdesk.domain.attachments import Attachment, PreparedPicture
from gptdesk.domain.gallery import Collection, Lineage, PictureHeader, PicturePage, PictureQuery
from gptdesk.domain.image_ports import PictureFitting, PictureStore, Thumbnails, UserFiles
from gptdesk.domain.images import Origin, PictureRecord
from gptdesk.domain.ports import MediaStore


class Gallery:
    """What people do with pictures that are there. Everything runs in the core thread."""

    def __init__(
        self,
        store: PictureStore,
        media: MediaStore,
        fitting: PictureFitting,
        thumbnails: Thumbnails,
        files: UserFiles,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._store = store
        self._media = media
        self._fitting = fitting
        self._thumbnails = thumbnails
        self._files = files
        self._now = now

    async def count(self, query: PictureQuery) -> int:
        return await self._store.count(query)

    async def headers(self, query: PictureQuery) -> tuple[PictureHeader, ...]:
        """All that fit, the newest first; quick for ten thousand. For the wall of thumbnails."""
        return await self._store.headers(query)

    async def page(self, query: PictureQuery, after: str = "", limit: int = 100) -> PicturePage:
        return await self._store.page(query, after, limit)

    async def records(self, picture_ids: Sequence[str]) -> tuple[PictureRecord, ...]:
        return await self._store.records(picture_ids)

    async def lineage(self, picture_id: str) -> Lineage:
        return await self._store.lineage(picture_id)

    async def models(self) -> tuple[str, ...]:
        return await self._store.models()

    async def add_upload(self, picture: PreparedPicture) -> PictureRecord:
        """Bring in a file of the user's; raises DiskFull or StorageReadOnly."""
        record = PictureRecord(
            uuid4().hex,
            picture.attachment(),
            self._now(),
            Origin.UPLOAD,
            cost=0.0,
            is_free=True,
        )
        await self._store.add(record, picture.data)
        return record

    async def read(self, file: Attachment) -> bytes:
        """The whole file; raises AttachmentMissing."""
        return await self._media.read(file)

    async def thumbnail(self, file: Attachment, side: int) -> bytes:
        """A small JPEG or PNG that fits into this many pixels, kept; raises AttachmentMissing."""
        found = await self._thumbnails.find(file, side)
        if found is None:
            found = await self._fitting.shrunk(await self._media.read(file), side)
            await self._thumbnails.put(file, side, found)
        return found

    async def place(self, file: Attachment) -> str:
        """Where the file lies on this computer; raises AttachmentMissing."""
        await self._media.read(file)
        return str(self._media.path(file))

    async def save_copy(self, file: Attachment, path: str) -> None:
        """Exactly the stored bytes as a file of the user's."""
        await self._media.save_copy(file, path)

    async def write_file(self, data: bytes, path: str) -> None:
        """Bytes made by the interface (another format, notes inside), complete or not at all."""
        await self._files.write(data, path)

    async def set_favourite(self, picture_ids: Sequence[str], is_favourite: bool) -> None:
        await self._store.set_favourite(picture_ids, is_favourite)

    async def delete(self, picture_ids: Sequence[str]) -> None:
        """Hide them; `restore` undoes it for a month."""
        await self._store.delete(picture_ids)

    async def restore(self, picture_ids: Sequence[str]) -> None:
        await self._store.restore(picture_ids)

    async def purge(self) -> None:
        """Remove for good what was deleted more than a month ago, and small pictures of it."""
        await self._store.purge()
        there = await self._store.headers(PictureQuery())
        hidden = await self._store.headers(PictureQuery(is_deleted=True))
        await self._thumbnails.keep_only({one.file for one in (*there, *hidden)})

    async def collections(self) -> tuple[Collection, ...]:
        return await self._store.collections()

    async def new_collection(self, name: str) -> Collection:
        collection = Collection(uuid4().hex, " ".join(name.split()), self._now())
        await self._store.add_collection(collection)
        return collection

    async def rename_collection(self, collection_id: str, name: str) -> None:
        await self._store.rename_collection(collection_id, " ".join(name.split()))

    async def remove_collection(self, collection_id: str) -> None:
        await self._store.remove_collection(collection_id)

    async def restore_collection(self, collection_id: str) -> None:
        await self._store.restore_collection(collection_id)

    async def collect(self, picture_ids: Sequence[str], collection_id: str) -> None:
        await self._store.collect(picture_ids, collection_id)

    async def uncollect(self, picture_ids: Sequence[str], collection_id: str) -> None:
        await self._store.uncollect(picture_ids, collection_id)
