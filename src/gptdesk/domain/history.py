"""Which part of a conversation is sent to the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gptdesk.domain.messages import Message
from gptdesk.domain.tokens import estimate_tokens, picture_tokens, sizes

UNSEEN = "[A picture that you cannot see: {name}]"
"""What a model without eyes reads in the place of a picture."""


def message_tokens(message: Message) -> int:
    """How many tokens a turn may have, its pictures included."""
    return estimate_tokens(message.text) + sum(
        picture_tokens(size).high for size in sizes(message.pictures)
    )


def joined(history: Sequence[Message]) -> tuple[Message, ...]:
    """Turns of the same speaker in a row become one: strict servers refuse them otherwise."""
    turns: list[Message] = []
    for message in history:
        if message.is_empty:
            continue
        if turns and turns[-1].role is message.role:
            turns[-1] = _one_turn(turns[-1], message)
        else:
            turns.append(message)
    return tuple(turns)


def without_pictures(history: Sequence[Message]) -> tuple[tuple[Message, ...], int]:
    """For a model that cannot see: words in the place of pictures, and how many there were."""
    count = sum(len(message.pictures) for message in history)
    return tuple(map(_in_words, history)) if count else tuple(history), count


def _in_words(message: Message) -> Message:
    if not message.pictures:
        return message
    notes = [UNSEEN.format(name=picture.name or "?") for picture in message.pictures]
    texts = [*notes, *([message.text] if message.text.strip() else [])]
    return replace(message, text="\n\n".join(texts), pictures=())


def _one_turn(first: Message, second: Message) -> Message:
    texts = [text for text in (first.text, second.text) if text.strip()]
    return replace(first, text="\n\n".join(texts), pictures=(*first.pictures, *second.pictures))


def fitting(history: Sequence[Message], budget: int) -> tuple[tuple[Message, ...], int]:
    """The newest messages that fit into `budget` tokens, and how many were left out.

    The last message is always sent: if it alone is too long, the service says so.
    """
    kept: list[Message] = []
    used = 0
    for message in reversed(history):
        used += message_tokens(message)
        if kept and used > budget:
            break
        kept.append(message)
    return tuple(reversed(kept)), len(history) - len(kept)
