"""Which part of a conversation is sent to the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gptdesk.domain.messages import Message

CHARACTERS_PER_TOKEN = 3.0
WIDE_TOKENS = 1.0
"""Cautious: today's tokenizers need 0.6 to 1.2 tokens for a Chinese character."""


def estimate_tokens(text: str) -> int:
    """How many tokens a text may have, rather too many than too few."""
    wide = sum(1 for character in text if ord(character) >= 0x2E80)
    return round(wide * WIDE_TOKENS + (len(text) - wide) / CHARACTERS_PER_TOKEN) + 4


def joined(history: Sequence[Message]) -> tuple[Message, ...]:
    """Turns of the same speaker in a row become one: strict servers refuse them otherwise."""
    turns: list[Message] = []
    for message in history:
        if not message.text.strip():
            continue
        if turns and turns[-1].role is message.role:
            turns[-1] = replace(turns[-1], text=f"{turns[-1].text}\n\n{message.text}")
        else:
            turns.append(message)
    return tuple(turns)


def fitting(history: Sequence[Message], budget: int) -> tuple[tuple[Message, ...], int]:
    """The newest messages that fit into `budget` tokens, and how many were left out.

    The last message is always sent: if it alone is too long, the service says so.
    """
    kept: list[Message] = []
    used = 0
    for message in reversed(history):
        used += estimate_tokens(message.text)
        if kept and used > budget:
            break
        kept.append(message)
    return tuple(reversed(kept)), len(history) - len(kept)
