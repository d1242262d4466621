"""What happens while a question is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from gptdesk.domain.messages import ChatMessage


@dataclass(frozen=True, slots=True)
class TextDelta:
    """More of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class ReasoningDelta:
    """More of what the model thinks before it answers."""

    text: str


@dataclass(frozen=True, slots=True)
class ParameterDropped:
    """The service refused a parameter by name; the request goes out again without it."""

    name: str


@dataclass(frozen=True, slots=True)
class UsageReported:
    """Tokens as the service counted them.

    Those from the cache, those written to it, and those of pictures and sound are part of
    `input_tokens`; thoughts are part of `output_tokens`.
    """

    input_tokens: int | None
    output_tokens: int | None
    cached_tokens: int = 0
    reasoning_tokens: int = 0
    picture_tokens: int = 0
    audio_input: int = 0
    audio_output: int = 0
    written_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """The service said that the answer is over, and why: stop, length or content_filter."""

    reason: str


ProviderEvent: TypeAlias = TextDelta | ReasoningDelta | ParameterDropped | UsageReported | Finished


@dataclass(frozen=True, slots=True)
class MessageAdded:
    """A message was stored: the question, or the still empty answer."""

    message: ChatMessage


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A stored message reached a new state; it replaces the one with the same id."""

    message: ChatMessage


@dataclass(frozen=True, slots=True)
class MessageRemoved:
    """An answer of which nothing arrived was taken back."""

    message_id: str


@dataclass(frozen=True, slots=True)
class TitleChanged:
    """The conversation got its automatic title."""

    conversation_id: str
    title: str


@dataclass(frozen=True, slots=True)
class HistoryTrimmed:
    """The first `left_out` messages did not fit into what the model can read."""

    left_out: int


@dataclass(frozen=True, slots=True)
class PicturesLeftOut:
    """So many pictures of the conversation were not sent: the model cannot see."""

    count: int


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """This model answers; comes with every try."""

    model: str


@dataclass(frozen=True, slots=True)
class EngineStarting:
    """The offline pack is being loaded; the first words take a little longer."""


@dataclass(frozen=True, slots=True)
class RetryScheduled:
    """The request failed in a way that passes; it is sent again after `seconds`.

    `attempt` counts the coming try from 2; `problem` is the code of what went wrong.
    """

    seconds: float
    attempt: int
    problem: str


ChatEvent: TypeAlias = (
    ProviderEvent
    | MessageAdded
    | MessageChanged
    | MessageRemoved
    | TitleChanged
    | HistoryTrimmed
    | PicturesLeftOut
    | ModelUsed
    | EngineStarting
    | RetryScheduled
)
