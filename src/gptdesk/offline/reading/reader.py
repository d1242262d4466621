"""Reads a text aloud on paper: the phonemes of each sentence, short enough for the model."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from gptdesk.offline.reading import english, mandarin
from gptdesk.offline.reading.runs import runs
from gptdesk.offline.reading.sentences import cut, sentences

LONGEST = 300
"""The model takes 510 signs with one at each end, but then needs twice the memory and time."""
_SOUND = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """What is spoken in one go: a sentence, or a part of a very long one."""

    text: str
    phonemes: str


class Reader:
    """Turns text into pieces that a voice can speak. `signs` are those that the model knows."""

    def __init__(self, signs: Collection[str]) -> None:
        self._signs = frozenset(signs)

    def pieces(self, text: str, *, prefers_chinese: bool = False) -> Iterator[Piece]:
        """One sentence after the other, each worked out when it is asked for."""
        for sentence in sentences(text):
            sounds = self.phonemes(sentence, prefers_chinese=prefers_chinese)
            for part in cut(sounds, LONGEST):
                if _SOUND.search(part):
                    yield Piece(sentence, part)

    def phonemes(self, sentence: str, *, prefers_chinese: bool = False) -> str:
        """The phonemes of one sentence, without signs that the model does not know."""
        read = " ".join(
            (mandarin if run.is_chinese else english).phonemes(run.text)
            for run in runs(sentence, prefers_chinese=prefers_chinese)
        )
        known = "".join(sign for sign in read if sign in self._signs)
        return re.sub(r"\s+(?=[,.!?;:”)])", "", re.sub(r"\s+", " ", known)).strip()
