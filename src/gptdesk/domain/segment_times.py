"""Makes the times of a model exact: to the pauses of the sound, and sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gptdesk.domain.sentences import sentences
from gptdesk.domain.transcription import Segment, Word
from gptdesk.domain.voice import FRAMES_A_SECOND, voiced

REACH = 0.8
"""Seconds by which a time is moved at the most: further off the model knows better."""
SHORTEST_SENTENCE = 2
"""Letters that a sentence of its own has at least."""


def by_sentences(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Segments of several sentences become several, where the times of words tell when."""
    return tuple(part for segment in segments for part in _split(segment))


def _split(segment: Segment) -> Iterator[Segment]:
    text = segment.text
    spans = [(start, end) for start, end in sentences(text)]
    if len(spans) < 2 or not segment.words or not _fits(segment):
        yield segment
        return
    words = list(segment.words)
    begun, start = 0, segment.start
    for number, (_, end) in enumerate(spans):
        is_last = number == len(spans) - 1
        part = text[begun:end].strip()
        if not is_last and _letters(part) < SHORTEST_SENTENCE:
            continue
        mine = words if is_last else _taken(words, _letters(part))
        words = words[len(mine) :]
        over = segment.end if is_last or not mine else mine[-1].end
        start = start if begun == 0 or not mine else mine[0].start
        yield replace(segment, text=part, start=start, end=max(start, over), words=tuple(mine))
        begun, start = end, over


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
