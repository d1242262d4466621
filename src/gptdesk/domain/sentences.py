"""Cuts a text at the ends of its sentences, Chinese or English, without losing a character.

Everything here gives spans, (start, end), that follow each other without a gap. White space belongs
to the sentence before it. Nothing is copied, so a text of a million characters costs no memory.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

Span = tuple[int, int]

FIRST = 240
"""Letters to the ear in the first piece: it is short, so that its sound is there soon."""
GROWTH = 4

_CLOSERS = "”’」』）】》〉\"')\\]"
_END = re.compile(rf"(?:[。！？．｡]|[.!?…]+)+[{_CLOSERS}]*\s*|\n\s*")
_FULL = frozenset("。！？．｡")
_WORD = re.compile(r"[A-Za-z][A-Za-z.]*$")
_NUMBERED = re.compile(r"(?:^|\n)[ \t]*\(?\d{1,3}\)?$")
_CLAUSE = re.compile(r"[，；：、,;:—–)）][”’」』\"']?\s*")
_SPACE = re.compile(r"\s+")
_BELOW_WIDE = bytes(range(0xE3))
"""In UTF-8 exactly the signs from U+3000 on have one byte above these."""
_LOOK_BACK = 24

_NEVER_LAST = frozenset(
    "mr mrs ms dr prof st mt messrs mme mlle vs cf e.g i.e viz nr vol fig figs eq pp ed eds"
    " approx dept est gen col sgt capt lt cmdr rev hon pres gov sen rep".split()
)
_MAYBE_LAST = frozenset(
    "etc al inc ltd co corp bros jr sr a.m p.m u.s u.k u.n ph.d b.c a.d jan feb mar apr jun jul aug"
    " sep sept oct nov dec ave blvd rd".split()
)
"""These end a sentence where a capital letter follows."""


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, one after the other, up to its last character."""
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if end < len(text) and _is_end(text, found.start(), end, found[0]):
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def pieces(
    text: str,
    limit: int,
    *,
    first: int = FIRST,
    length: Callable[[str], int] = len,
) -> Iterator[Span]:
    """Whole sentences together as far as `limit` allows; the first pieces are shorter.

    `length` measures what is sent for a text, which is longer where words are replaced before
    speaking. A sentence above the limit is cut at a clause, at a space, or where it must be.
    """
    start = end = size = heard = 0
    room = first
    for sentence in _fitting(text, limit, length):
        part = text[sentence[0] : sentence[1]]
        more, longer = length(part), letters(part)
        is_long = heard + longer > room and _has_words(text, start)
        if end > start and (is_long or size + more > limit):
            yield start, end
            start, size, heard = end, 0, 0
            room = room * GROWTH if room < 3 * limit else room
        end, size, heard = sentence[1], size + more, heard + longer
    if end > start:
        yield start, end


def letters(text: str) -> int:
    """How long a text is to the ear: a Chinese character takes as long as three letters."""
    if text.isascii():
        return len(text)
    wide = text.encode("utf-8", "replace").translate(None, _BELOW_WIDE)
    return len(text) + 2 * len(wide)


def is_speakable(text: str) -> bool:
    """Whether there is anything in it to be said."""
    return any(character.isalnum() for character in text)


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space around its words."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _has_words(text: str, start: int) -> bool:
    return is_speakable(text[start : start + FIRST])


def _is_end(text: str, mark: int, end: int, found: str) -> bool:
    following = text[end]
    if "\n" in found:
        return "\n" in found[found.index("\n") + 1 :] or not following.islower()
    if found[0] in _FULL or any(character in _FULL for character in found):
        return True
    is_spaced = found[-1].isspace()
    if not is_spaced and not _is_wide(following):
        return False  # within a number, an address or a name: 3.14, example.org
    if following.islower():
        return False
    stop = found.rstrip()
    if stop.startswith("…") or stop.startswith("..."):
        return is_spaced
    if stop[0] != ".":
        return True
    return is_spaced and _is_full_stop(text, mark, following)


def _is_full_stop(text: str, mark: int, following: str) -> bool:
    before = text[max(0, mark - _LOOK_BACK) : mark]
    if _NUMBERED.search(before):
        return False  # "1. First of all"
    word = _WORD.search(before)
    if word is None:
        return True
    name = word[0].lower()
    if len(name) == 1 and word[0].isupper() and name != "i":
        return False  # an initial: J. S. Bach
    if name in ("no", "nos"):
        return not following.isdigit()
    if name in _NEVER_LAST:
        return False
    return name not in _MAYBE_LAST or following.isupper() or _is_wide(following)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _fitting(text: str, limit: int, length: Callable[[str], int]) -> Iterator[Span]:
    """The sentences, those above the limit in parts."""
    for start, end in sentences(text):
        while length(text[start:end]) > limit:
            size = min(limit, end - start - 1)
            cut = _cut(text, start, start + size)
            while length(text[start:cut]) > limit and size > 1:
                size //= 2
                cut = _cut(text, start, start + size)
            yield start, cut
            start = cut
        yield start, end


def _cut(text: str, start: int, end: int) -> int:
    """The best place to cut within the span: after a clause, a space, or before a whole sign."""
    lowest = start + (end - start) // 2
    for mark in (_CLAUSE, _SPACE):
        places = [found.end() for found in mark.finditer(text, lowest, end)]
        places = [place for place in places if not _is_in_number(text, place)]
        if places:
            return places[-1]
    place = end
    while place > start + 1 and (_is_in_number(text, place) or _is_in_sign(text, place)):
        place -= 1
    if place <= start + 1:  # nothing but digits: it has to be somewhere
        return end
    return place


def _is_in_number(text: str, place: int) -> bool:
    if not 0 < place < len(text) or not text[place].isdigit():
        return place < len(text) and text[place] in ".,%" and text[place - 1].isdigit()
    before = text[place - 1]
    return before.isdigit() or (before in ".,:" and place > 1 and text[place - 2].isdigit())


def _is_in_sign(text: str, place: int) -> bool:
    """Whether a cut would tear marks, joiners or a Latin word from what they belong to."""
    if place >= len(text):
        return False
    here, before = text[place], text[place - 1]
    if unicodedata.combining(here) or here in "\u200d\ufe0f" or before == "\u200d":
        return True
    is_word = here.isascii() and here.isalnum() and before.isascii() and before.isalnum()
    return is_word
