"""A text cut into the pieces that a model reads, so that they can be shown."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole characters, and the numbers of the tokens that they are made of.

    Mostly one. A character that the vocabulary does not know is cut into several.
    """

    text: str
    ids: tuple[int, ...]


class TokenSplitter(Protocol):
    """Cuts texts as the models do. May load a vocabulary first: not for the UI thread."""

    def split(self, text: str, tokenizer: str) -> tuple[Piece, ...] | None:
        """None where it cannot be done on this computer."""
        ...


def whole_characters(tokens: Iterable[tuple[int, bytes]]) -> tuple[Piece, ...]:
    """Pieces that end where characters end; tokens may end within one."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    pieces: list[Piece] = []
    text, ids = "", []
    for number, raw in tokens:
        text += decoder.decode(raw)
        ids.append(number)
        if not decoder.getstate()[0]:
            pieces.append(Piece(text, tuple(ids)))
            text, ids = "", []
    if ids:
        pieces.append(Piece(text + decoder.decode(b"", final=True), tuple(ids)))
    return tuple(pieces)


def units(text: str) -> int:
    """How long Qt counts a text: characters outside the first plane, such as emoji, count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def starts(pieces: Iterable[Piece]) -> tuple[int, ...]:
    """Where each piece begins as Qt counts, and where the last one ends."""
    places = [0]
    for piece in pieces:
        places.append(places[-1] + units(piece.text))
    return tuple(places)
