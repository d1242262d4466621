"""Tells Chinese from Latin within a sentence, and to which of them a number belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_PART = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<latin>[{_LETTER}](?:[{_LETTER}0-9]|['’-](?=[{_LETTER}0-9])|\.(?=\d))*)"
    r"|(?P<number>[$€£¥￥]?[-+−]?\d(?:[\d,.:/~～–-]*\d)?\s?(?:[%％℃]|°C)?)"
    r"|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence that one of the two languages reads."""

    text: str
    is_chinese: bool


def runs(sentence: str, *, prefers_chinese: bool = False) -> tuple[Run, ...]:
    """The stretches in order; together they are the sentence.

    A number is Chinese where a Chinese word stands beside it. `prefers_chinese` decides where
    there is no word at all. Marks and spaces go with what stands before them.
    """
    parts = [(match.lastgroup or "", match.group()) for match in _PART.finditer(sentence)]
    chinese: list[bool] = []
    for index, (kind, _) in enumerate(parts):
        if kind == "number":
            chinese.append(_is_chinese_number(parts, index, prefers_chinese))
        elif kind == "other":
            chinese.append(chinese[-1] if chinese else _first_word(parts, prefers_chinese))
        else:
            chinese.append(kind == "han")
    pairs = zip(chinese, (text for _, text in parts), strict=True)
    return tuple(
        Run("".join(text for _, text in group), is_chinese)
        for is_chinese, group in groupby(pairs, key=lambda pair: pair[0])
    )


def _is_chinese_number(parts: Sequence[tuple[str, str]], index: int, otherwise: bool) -> bool:
    before = next((kind for kind, _ in reversed(parts[:index]) if kind in _WORDS), "")
    after = next((kind for kind, _ in parts[index + 1 :] if kind in _WORDS), "")
    if not before and not after:
        return otherwise
    return "han" in (before, after)


def _first_word(parts: Sequence[tuple[str, str]], otherwise: bool) -> bool:
    first = next((kind for kind, _ in parts if kind in _WORDS), "")
    return first == "han" if first else otherwise


_WORDS = ("han", "latin")
