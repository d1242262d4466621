"""Makes the times of a model exact: to the pauses of the sound, and sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gptdesk.domain.sentences import sentences
from gptdesk.domain.transcription import Segment, Word
from gptdesk.domain.voice import FRAMES_A_SECOND, voiced

REACH = 0.8
"""Seconds by which a time is moved at the most: further off the model knows better."""
SHORTEST = 2
"""Letters that a segment of its own has at least."""
LONG_PAUSE = 0.6


def parted(segments: Sequence[Segment], loudness: bytes) -> tuple[Segment, ...]:
    """Segments of several sentences become several, and those with a long pause in them.

    Only where the times of words tell when.
    """
    pauses = [
        (end + start) / 2 / FRAMES_A_SECOND
        for (_, end), (start, _) in pairwise(voiced(loudness))
        if (start - end) / FRAMES_A_SECOND >= LONG_PAUSE
    ]
    return tuple(part for segment in segments for part in _split(segment, pauses))


def _split(segment: Segment, pauses: Sequence[float]) -> Iterator[Segment]:
    cuts = _cuts(segment, pauses) if segment.words and _fits(segment) else []
    words, begun, start, count = list(segment.words), 0, segment.start, 0
    for cut in cuts:
        mine = _taken(words, cut - count)
        words, count = words[len(mine) :], cut
        until = _place(segment.text, cut)
        over = mine[-1].end if mine else start
        yield _part(segment, segment.text[begun:until], start, over, mine)
        begun, start = until, words[0].start if words else over
    yield _part(segment, segment.text[begun:], start, segment.end, words)


def _part(segment: Segment, text: str, start: float, end: float, words: list[Word]) -> Segment:
    return replace(segment, text=text.strip(), start=start, end=max(start, end), words=tuple(words))


def _cuts(segment: Segment, pauses: Sequence[float]) -> list[int]:
    """After how many letters: at the ends of sentences, and where nobody speaks for long."""
    total, cuts = _letters(segment.text), set()
    for _, end in sentences(segment.text):
        cuts.add(_letters(segment.text[:end]))
    for pause in pauses:
        before = [word for word in segment.words if (word.start + word.end) / 2 < pause]
        cuts.add(sum(_letters(word.text) for word in before))
    found: list[int] = []
    for cut in sorted(cuts):
        if SHORTEST <= cut - (found[-1] if found else 0) and total - cut >= SHORTEST:
            found.append(cut)
    return found


def _place(text: str, letters: int) -> int:
    """Where in the text so many letters are over, with the marks that follow them."""
    at = 0
    while at < len(text) and (letters or not text[at].isalnum()):
        letters -= text[at].isalnum()
        at += 1
    return at


def _fits(segment: Segment) -> bool:
    """Whether the words are those of the text: services write them with or without marks."""
    return _letters(segment.text) == sum(_letters(word.text) for word in segment.words)


def _taken(words: Sequence[Word], letters: int) -> list[Word]:
    found: list[Word] = []
    for word in words:
        if letters <= 0 and _letters(word.text):
            break
        letters -= _letters(word.text)
        found.append(word)
    return found


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def snapped(segments: Sequence[Segment], loudness: bytes) -> tuple[Segment, ...]:
    """Beginnings in a pause move to its end, ends in a pause to its beginning."""
    found = voiced(loudness)
    starts = [start / FRAMES_A_SECOND for start, _end in found]
    ends = [end / FRAMES_A_SECOND for _start, end in found]
    return tuple(_snapped(segment, starts, ends) for segment in segments)


def _snapped(segment: Segment, starts: list[float], ends: list[float]) -> Segment:
    start, end = segment.start, segment.end
    place = bisect_right(ends, start)  # the first stretch that is not over yet
    if place < len(starts) and start < starts[place] <= min(start + REACH, end):
        start = starts[place]
    place = bisect_left(starts, end) - 1  # the last stretch that has begun
    if place >= 0 and max(end - REACH, start) <= ends[place] < end:
        end = ends[place]
    end = max(start, end)
    words = tuple(
        replace(word, start=min(max(word.start, start), end), end=min(max(word.end, start), end))
        for word in segment.words
    )
    return replace(segment, start=start, end=end, words=words)
