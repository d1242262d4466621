"""The turns of a conversation in the shape of `POST /chat/completions`, pictures included."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Sequence
from typing import Any

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.messages import Message
from gptdesk.domain.ports import MediaStore
from gptdesk.domain.problems import AttachmentMissing

MISSING = "[A picture that belonged here is no longer available.]"


async def turns(history: Sequence[Message], media: MediaStore | None) -> list[dict[str, Any]]:
    """All turns. Only one with pictures gets a list of parts: strict servers know only text."""
    return [
        await _with_pictures(message, media)
        if message.pictures
        else {"role": message.role.value, "content": _sendable(message.text)}
        for message in history
    ]


async def _with_pictures(message: Message, media: MediaStore | None) -> dict[str, Any]:
    parts = [await _picture(picture, media) for picture in message.pictures]
    if message.text.strip():
        parts.append(_text(message.text))
    return {"role": message.role.value, "content": parts}


async def _picture(picture: Attachment, media: MediaStore | None) -> dict[str, Any]:
    """What was stored, byte for byte. One that is gone is named: the chat can still go on."""
    try:
        if media is None:
            raise AttachmentMissing
        data = await media.read(picture)
    except AttachmentMissing:
        return _text(MISSING)
    # Twenty megabytes take a tenth of a second
    url = await asyncio.to_thread(_data_url, picture.media_type, data)
    return {"type": "image_url", "image_url": {"url": url}}


def _data_url(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


def _text(text: str) -> dict[str, Any]:
    return {"type": "text", "text": _sendable(text)}


def _sendable(text: str) -> str:
    """Half of a surrogate pair, as some input methods leave it, cannot be sent at all."""
    return text.encode("utf-8", "replace").decode("utf-8")
