"""Counts tokens as the models do, with vocabularies that came with the app."""

from __future__ import annotations

import lzma
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from gptdesk.domain.token_pieces import Piece, whole_characters
from gptdesk.domain.tokens import NOTHING, TokenCount, counted_with_another, rough_count

if TYPE_CHECKING:
    from tiktoken import Encoding

_ENDINGS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
_SMALL = r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
_LARGE = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]"
_SPACE = r"\s*[\r\n]+|\s+(?!\S)|\s+"
PATTERNS = {
    "o200k": rf"[^\r\n\p{{L}}\p{{N}}]?{_LARGE}*{_SMALL}+{_ENDINGS}"
    rf"|[^\r\n\p{{L}}\p{{N}}]?{_LARGE}+{_SMALL}*{_ENDINGS}"
    rf"|\p{{N}}{{1,3}}| ?[^\s\p{{L}}\p{{N}}]+[\r\n/]*|{_SPACE}",
    "cl100k": r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+"
    r"| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s",
}
"""How a text is cut into words before their pieces are looked up; one for each vocabulary."""
STAND_IN = "o200k"


class Tokenizer:
    """A TokenCounter and TokenSplitter. A vocabulary takes half a second to load, once.

    Safe to be called from several threads; where the package does not run, it counts roughly.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._encodings: dict[str, Encoding | None] = {}
        self._lock = Lock()

    def is_ready(self, tokenizer: str) -> bool:
        """Whether counting starts at once."""
        return _name(tokenizer) in self._encodings

    def count(self, text: str, tokenizer: str) -> TokenCount:
        """Exact for a vocabulary that is here, a range for any other."""
        if not text:
            return NOTHING
        encoding = self._encoding(_name(tokenizer))
        if encoding is None:
            return rough_count(text)
        tokens = len(encoding.encode_ordinary(text.encode("utf-8", "replace").decode("utf-8")))
        if tokenizer in PATTERNS:
            return TokenCount(tokens, tokens, True)
        return counted_with_another(tokens)

    def split(self, text: str, tokenizer: str) -> tuple[Piece, ...] | None:
        """The pieces of a text (a TokenSplitter); with a stand-in for an unknown vocabulary."""
        encoding = self._encoding(_name(tokenizer))
        if encoding is None:
            return None
        ids = encoding.encode_ordinary(text.encode("utf-8", "replace").decode("utf-8"))
        return whole_characters(zip(ids, encoding.decode_tokens_bytes(ids), strict=True))

    def _encoding(self, name: str) -> Encoding | None:
        with self._lock:
            if name not in self._encodings:
                self._encodings[name] = self._loaded(name)
            return self._encodings[name]

    def _loaded(self, name: str) -> Encoding | None:
        try:
            import tiktoken
        except ImportError:  # no wheel for this system, and nobody built one
            return None
        words = vocabulary(self._folder / f"{name}.xz")
        ranks = {word: rank for rank, word in enumerate(words)}
        return tiktoken.Encoding(
            name, pat_str=PATTERNS[name], mergeable_ranks=ranks, special_tokens={}
        )


def vocabulary(file: Path) -> list[bytes]:
    """The words by rank: their number, the length of each, then all of them in a row."""
    data = lzma.decompress(file.read_bytes())
    count = int.from_bytes(data[:4], "big")
    lengths = data[4 : 4 + count]
    words: list[bytes] = []
    place = 4 + count
    for length in lengths:
        words.append(data[place : place + length])
        place += length
    return words


def _name(tokenizer: str) -> str:
    return tokenizer if tokenizer in PATTERNS else STAND_IN
