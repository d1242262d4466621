"""Reading a conversation in the order in which it is needed: what is seen first comes first."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, MessageHeader

if TYPE_CHECKING:
    from gptdesk.services.conversations import ConversationService

NEWEST = 40
EAGER_LENGTH = 2_000_000
"""A conversation of fewer characters is read whole, so that finding in it need not wait."""
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation with the headers of all messages and the texts of the newest."""

    conversation: Conversation
    headers: tuple[MessageHeader, ...]
    newest: tuple[ChatMessage, ...]

    def entries(self) -> list[MessageHeader | ChatMessage]:
        texts = {message.id: message for message in self.newest}
        return [texts.get(header.id, header) for header in self.headers]


async def load_conversation(
    service: ConversationService, conversation_id: str
) -> AsyncGenerator[Opened | tuple[ChatMessage, ...], None]:
    """Yield it as Opened, then the older texts from the end to the beginning."""
    conversation = await service.get(conversation_id)
    headers = await service.headers(conversation_id)
    newest = await _bodies(service, conversation_id, headers[-NEWEST:])
    yield Opened(conversation, headers, newest)
    if sum(header.length for header in headers) > EAGER_LENGTH:
        return
    older = headers[:-NEWEST]
    for end in range(len(older), 0, -CHUNK):
        yield await _bodies(service, conversation_id, older[max(0, end - CHUNK) : end])


async def _bodies(
    service: ConversationService, conversation_id: str, headers: Sequence[MessageHeader]
) -> tuple[ChatMessage, ...]:
    if not headers:
        return ()
    return await service.bodies(conversation_id, headers[0].position, headers[-1].position)
