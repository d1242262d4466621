"""Pictures that belong to messages and drafts: kept on the disk, read again, cleared away."""

from __future__ import annotations

from collections.abc import Sequence

from gptdesk.domain.attachments import Attachment, PreparedPicture
from gptdesk.domain.ports import ConversationStore, MediaStore


class PictureService:
    """What the user does with pictures, apart from sending them."""

    def __init__(self, store: ConversationStore, media: MediaStore) -> None:
        self._store = store
        self._media = media

    async def keep(self, picture: PreparedPicture) -> Attachment:
        """Store the bytes; raises DiskFull or StorageReadOnly, and then nothing was stored."""
        attachment = picture.attachment()
        await self._media.write(picture.data, attachment)
        return attachment

    async def attach(self, conversation_id: str, attachments: Sequence[Attachment]) -> None:
        """These, in this order, wait with the draft of the conversation."""
        await self._store.save_draft_attachments(conversation_id, attachments)

    async def read(self, attachment: Attachment) -> bytes:
        """Raises AttachmentMissing."""
        return await self._media.read(attachment)

    async def save_copy(self, attachment: Attachment, path: str) -> None:
        """Exactly what was sent, as a file of the user's; raises DiskFull or StorageReadOnly."""
        await self._media.save_copy(attachment, path)

    async def purge(self) -> None:
        """Remove conversations deleted long ago, then files that nothing has needed for months."""
        await self._store.purge()
        await self._media.purge()
