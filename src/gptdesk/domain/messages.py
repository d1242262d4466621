"""What is said in a conversation, and how far it got."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gptdesk.domain.attachments import Attachment

STOPPED = "stopped"
"""Stands in `problem` of a message that the user stopped."""


class Role(StrEnum):
    """Who speaks, in the words of the API."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class MessageState(StrEnum):
    """How far a stored message got.

    UNSENT is a question whose request failed before any answer came; STREAMING is an answer that
    grows now; INTERRUPTED is one that was cut short and can be continued.
    """

    DONE = "done"
    UNSENT = "unsent"
    STREAMING = "streaming"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn as a provider sees it. The bytes of `pictures` are read when they are sent."""

    role: Role
    text: str
    pictures: tuple[Attachment, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and not self.pictures


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One turn as it is kept: what was said, by which model, and what became of it.

    `created` is in seconds since the epoch, `seconds` is how long the answer took. `problem` is
    the code of the Problem that cut it short. `cost` is in US dollars, None where the price is not
    known and 0.0 where it was free. Answers that were asked for again share a
    `position`; `version` counts from 1, and only the active one belongs to the conversation.
    """

    id: str
    conversation_id: str
    position: int
    role: Role
    text: str
    state: MessageState = MessageState.DONE
    created: float = 0.0
    reasoning: str = ""
    model: str = ""
    connection_id: str = ""
    finish: str = ""
    problem: str = ""
    seconds: float | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    version: int = 1
    versions: int = 1
    cached_tokens: int | None = None
    reasoning_tokens: int | None = None
    cost: float | None = None
    attachments: tuple[Attachment, ...] = ()

    def as_message(self) -> Message:
        return Message(self.role, self.text, self.attachments)


@dataclass(frozen=True, slots=True)
class MessageHeader:
    """What a long transcript must know of a message before its body is loaded.

    `length` counts the characters of the text, `attachments` what was sent along with it.
    """

    id: str
    position: int
    role: Role
    length: int
    state: MessageState
    attachments: int = 0
