"""Stitches two pieces that both heard the same few seconds: what is said twice is kept once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from gptdesk.domain.search import fold
from gptdesk.domain.transcription import Segment

_TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W_\u3040-\u30ff\u3400-\u9fff]+(?:['’]\\w+)?")
WORDS_A_SECOND = 6.0
"""Rather too many: so far a seam is looked for."""
LEAST = 2
LONG_WORD = 5
EARLY = 0.2


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    segment: int
    start: int
    end: int


def stitched(
    before: tuple[Segment, ...], after: tuple[Segment, ...], boundary: float, overlap: float
) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Both sides without what they share. Segments that lose all their text have none.

    The side before ends at `boundary`, perhaps in the middle of a word; the one after begins
    `overlap` seconds earlier, perhaps in the middle of a word too. So the words that both have
    are kept once, and what each has beyond them toward the other goes.
    """
    reach = max(4, round(overlap * WORDS_A_SECOND))
    left = _tokens(before)[-reach:]
    right = _tokens(after)[:reach]
    match = SequenceMatcher(
        None, [t.text for t in left], [t.text for t in right], autojunk=False
    ).find_longest_match()
    words = [token.text for token in left[match.a : match.a + match.size]]
    if match.size < LEAST and not any(len(word) >= LONG_WORD for word in words):
        return before, _later(after, boundary)
    kept = left[match.a + match.size - 1]
    begun = right[match.b + match.size - 1]
    return _until(before, kept, is_last=match.a + match.size == len(left)), _since(after, begun)


def _tokens(segments: tuple[Segment, ...]) -> list[_Token]:
    return [
        _Token(fold(found.group()), place, found.start(), found.end())
        for place, segment in enumerate(segments)
        for found in _TOKEN.finditer(segment.text)
    ]


def _until(segments: tuple[Segment, ...], token: _Token, *, is_last: bool) -> tuple[Segment, ...]:
    """Up to this word; where nothing but marks follows, they stay only if a sentence ends."""
    changed = list(segments)
    place, segment = token.segment, segments[token.segment]
    rest = segment.text[token.end :]
    if not is_last:
        changed[place] = _cut(segment, segment.text[: token.end].rstrip(), ends=True)
    elif rest:
        changed[place] = replace(segment, text=segment.text[: token.end] + rest.rstrip("….-—"))
    for at in range(place + 1, len(changed)):
        changed[at] = replace(changed[at], text="", words=())
    return tuple(changed)


def _since(segments: tuple[Segment, ...], token: _Token) -> tuple[Segment, ...]:
    """What comes behind this word."""
    changed = list(segments)
    for at in range(token.segment):
        changed[at] = replace(changed[at], text="", words=())
    segment = segments[token.segment]
    rest = re.sub(r"^[\s,.;:!?，。；：！？…]+", "", segment.text[token.end :])
    changed[token.segment] = _cut(segment, rest, ends=False)
    return tuple(changed)


def _cut(segment: Segment, text: str, *, ends: bool) -> Segment:
    """Only a part of its text, with the words and the time of that part."""
    share = len(text) / max(1, len(segment.text))
    count = round(len(segment.words) * share)
    words = segment.words[:count] if ends else segment.words[len(segment.words) - count :]
    length = segment.end - segment.start
    start, end = segment.start, segment.end
    if ends:
        end = words[-1].end if words else start + length * share
    else:
        start = words[0].start if words else end - length * share
    return replace(segment, text=text, words=words, start=start, end=max(start, end))


def _later(segments: tuple[Segment, ...], boundary: float) -> tuple[Segment, ...]:
    """Nothing fits: by the times of the model, what it says before the seam goes."""
    return tuple(
        replace(it, text="", words=()) if it.has_own_times and it.end <= boundary - EARLY else it
        for it in segments
    )
