"""Keeping conversations: make, name, pin, delete and bring back, find, copy."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Sequence

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.conversations import Conversation, SearchHit
from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.domain.options import ChatOptions
from gptdesk.domain.ports import ConversationStore

LONGEST_TITLE = 200


class ConversationService:
    """Every gesture on a conversation that does not ask a model."""

    def __init__(self, store: ConversationStore, now: Callable[[], float] = time.time) -> None:
        self._store = store
        self._now = now

    async def all(self) -> tuple[Conversation, ...]:
        return await self._store.conversations()

    async def get(self, conversation_id: str) -> Conversation:
        return await self._store.conversation(conversation_id)

    async def new(self, connection_id: str = "", model: str = "") -> Conversation:
        now = self._now()
        conversation = Conversation(
            uuid.uuid4().hex, created=now, updated=now, connection_id=connection_id, model=model
        )
        await self._store.create(conversation)
        return conversation

    async def rename(self, conversation_id: str, title: str) -> Conversation:
        """Give it a title by hand; an empty one brings back the automatic title."""
        one_line = " ".join(title.split())[:LONGEST_TITLE]
        await self._store.rename(conversation_id, one_line, automatic=not one_line)
        return await self._store.conversation(conversation_id)

    async def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        await self._store.set_pinned(conversation_id, pinned)

    async def set_model(self, conversation_id: str, connection_id: str, model: str) -> None:
        await self._store.set_model(conversation_id, connection_id, model)

    async def set_options(self, conversation_id: str, options: ChatOptions) -> None:
        await self._store.set_options(conversation_id, options)

    async def save_draft(self, conversation_id: str, draft: str) -> None:
        await self._store.save_draft(conversation_id, draft)

    async def delete(self, conversation_id: str) -> None:
        await self._store.delete(conversation_id)

    async def restore(self, conversation_id: str) -> None:
        await self._store.restore(conversation_id)

    async def purge(self) -> None:
        await self._store.purge()

    async def headers(self, conversation_id: str) -> tuple[MessageHeader, ...]:
        return await self._store.headers(conversation_id)

    async def bodies(self, conversation_id: str, first: int, last: int) -> tuple[ChatMessage, ...]:
        return await self._store.bodies(conversation_id, first, last)

    async def set_aside(self, message_id: str) -> None:
        """The user saw the trouble of this message and does not want to be asked again."""
        await self._store.set_state(message_id, MessageState.DONE, "")

    async def step_version(
        self, conversation_id: str, position: int, message_id: str, step: int
    ) -> ChatMessage:
        """Show the version `step` further on, staying at the ends."""
        versions = await self._store.versions(conversation_id, position)
        here = next(i for i, version in enumerate(versions) if version.id == message_id)
        there = min(max(here + step, 0), len(versions) - 1)
        return await self._store.choose_version(versions[there].id)

    async def search(self, query: str) -> tuple[SearchHit, ...]:
        return await self._store.search(query)

    async def as_markdown(self, conversation_id: str, names: Sequence[str]) -> str:
        """The whole conversation for the clipboard.

        `names` are for the user, the model, and for a picture: a text with {name} and {size}.
        """
        conversation = await self._store.conversation(conversation_id)
        last = max(0, (await self._count(conversation_id)) - 1)
        parts = [f"# {conversation.title}"] if conversation.title else []
        for message in await self._store.bodies(conversation_id, 0, last):
            name = names[0] if message.role is Role.USER else message.model or names[1]
            said = [_picture_line(names, one) for one in message.attachments]
            said.extend([message.text] if message.text or not said else [])
            parts.append("\n\n".join([f"**{name}**", *said]))
        return "\n\n".join(parts) + "\n"

    async def _count(self, conversation_id: str) -> int:
        headers = await self._store.headers(conversation_id)
        return headers[-1].position + 1 if headers else 0


def _picture_line(names: Sequence[str], picture: Attachment) -> str:
    line = names[2] if len(names) > 2 else "Picture: {name} ({size})"
    size = f"{picture.width} × {picture.height}"
    return f"*{line.format(name=picture.name or picture.format, size=size)}*"
