"""How text is found: the words of an index, what a query means, and an excerpt around a hit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

RULES = 1
"""To be raised with every change of `words`, so that stored indexes are made anew."""

LONGEST_WORD = 40
EXCERPT = 140
BEFORE = 32

_MARKS = re.compile("[\u0300-\u036f]")
# Writing without spaces between words: Thai to Khmer, Kana, and everything Chinese
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_DENSE_START = re.compile(f"[{_DENSE}]")
_PIECE = re.compile(rf"[{_DENSE}]+|[a-z](?:\+\+|#)|[^\W_{_DENSE}]+")
_GAP = r"[\W_]*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side; the last may be the beginning of a longer one."""

    words: tuple[str, ...]
    is_prefix: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What a search asks for: every one of `terms` (as typed, but folded).

    `phrases` says the same in words of the index; without any, only reading every text helps.
    """

    terms: tuple[str, ...]
    phrases: tuple[Phrase, ...]

    def is_in(self, text: str) -> bool:
        """Whether every term stands somewhere in the text, also within a word."""
        folded = fold(text)
        return all(term in folded for term in self.terms)


def fold(text: str) -> str:
    """Without regard to case, accents and full-width forms."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())


def words(text: str) -> list[str]:
    """What an index keeps of a text: words, and of Chinese every pair of neighbours.

    The last character of a Chinese run follows by itself, so that each one begins some word.
    """
    return _words(_PIECE.findall(fold(text)))


def parse(typed: str) -> Query:
    """Understand what was typed into a search field."""
    terms = tuple(fold(typed).split())
    found = [_PIECE.findall(term) for term in terms]
    last = len(found) - 1
    phrases = (_phrase(p, is_last=i == last) for i, p in enumerate(found) if p)
    return Query(terms, tuple(phrases))


def excerpt(text: str, query: Query) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One line around the first hit, and where in it the hits are."""
    first = _first_hit(text, query)
    begin = max(0, first - BEFORE)
    if begin and (space := text.find(" ", begin, first)) >= 0:
        begin = space + 1
    end = begin + EXCERPT
    if end < len(text) and (space := text.rfind(" ", max(first, end - BEFORE), end)) >= 0:
        end = space
    line = plain_line(text[begin:end])
    line = f"{'…' if begin else ''}{line}{'…' if end < len(text) else ''}"
    return line, _spans(line, query)


_LINE_MARKS = re.compile(
    r"^\s*(?:```|~~~).*$|^\s{0,3}#{1,6}\s+|^\s*(?:>\s?)+|^\s*(?:[-*+]|\d+\.)\s+(?:\[[ xX]\]\s)?",
    re.MULTILINE,
)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_EMPHASIS = re.compile(r"\*\*|~~|`+|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")


def plain_line(text: str, longest: int = 10 * EXCERPT) -> str:
    """The beginning of a Markdown text as one line, without the marks."""
    bare = _LINE_MARKS.sub("", text[: 4 * longest])
    bare = _EMPHASIS.sub("", _LINK.sub(r"\1", bare))
    return " ".join(bare.split())[:longest]


def _words(pieces: list[str]) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        if _DENSE_START.match(piece):
            found.extend(piece[i : i + 2] for i in range(len(piece)))
        else:
            found.append(piece[:LONGEST_WORD])
    return found


def _phrase(pieces: list[str], *, is_last: bool) -> Phrase:
    found = _words(pieces)
    is_dense = _DENSE_START.match(pieces[-1]) is not None
    if is_dense and len(pieces[-1]) > 1:
        found.pop()  # the text may go on after the last character
    return Phrase(tuple(found), is_last or is_dense)


def _patterns(query: Query) -> Iterator[re.Pattern[str]]:
    for term in query.terms:
        pieces = _PIECE.findall(term)
        yield re.compile(_GAP.join(map(re.escape, pieces)) if pieces else re.escape(term))


def _hits(folded: str, query: Query) -> list[tuple[int, int]]:
    """The places of all terms; those within a word count only where a term has no other."""
    hits: list[tuple[int, int]] = []
    for pattern in _patterns(query):
        found = [match.span() for match in pattern.finditer(folded)]
        hits.extend([span for span in found if _starts_word(folded, span[0])] or found)
    return sorted(hits)


def _starts_word(folded: str, start: int) -> bool:
    before, here = folded[start - 1 : start], folded[start]
    return not before.isalnum() or any(_DENSE_START.match(c) for c in (before, here))


def _first_hit(text: str, query: Query) -> int:
    folded = fold(text)
    hits = _hits(folded, query)
    if not hits:
        return 0
    start = hits[0][0]
    return start if len(folded) == len(text) else _with_places(text)[1][start]


def _with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place it comes from."""
    pieces = [fold(character) for character in text]
    return "".join(pieces), [i for i, piece in enumerate(pieces) for _ in piece]


def _spans(line: str, query: Query) -> tuple[tuple[int, int], ...]:
    folded, places = _with_places(line)
    spans: list[tuple[int, int]] = []
    for start, end in _hits(folded, query):
        begin, over = places[start], places[end - 1] + 1
        if spans and begin <= spans[-1][1]:
            begin, over = spans[-1][0], max(spans[-1][1], over)
            spans.pop()
        spans.append((begin, over))
    return tuple(spans)
