"""Where the words of a segment stand in its text, also after the text was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gptdesk.domain.transcription import Segment, Word


def word_places(segment: Segment) -> Iterator[tuple[int, int, Word]]:
    """The words that are found in the text, in order: (start, end, word)."""
    at = 0
    for word in segment.words:
        bare = word.text.strip()
        start = segment.text.find(bare, at) if bare else -1
        if start >= 0:
            at = start + len(bare)
            yield start, at, word


def words_within(segment: Segment, caret: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words before a character and those after it. One that is cut is in both, in part."""
    left: list[Word] = []
    right: list[Word] = []
    for start, end, word in word_places(segment):
        if end <= caret:
            left.append(word)
        elif start >= caret:
            right.append(word)
        else:
            text = segment.text
            middle = word.start + (word.end - word.start) * (caret - start) / (end - start)
            left.append(replace(word, end=middle, text=text[start:caret]))
            right.append(replace(word, start=middle, text=text[caret:end]))
    return tuple(left), tuple(right)


def changed_words(segment: Segment, text: str) -> tuple[Word, ...]:
    """The words after the text was changed: what is new takes the time of what it replaces."""
    if not segment.words:
        return ()
    old = segment.text
    same, rest = _alike(old, text)
    places = list(word_places(segment))
    before = [place for place in places if place[1] <= same and _is_whole(old, text, place[1])]
    after = [place for place in places if place[0] >= len(old) - rest and place not in before]
    shift = len(text) - len(old)
    begins, ends = 0, len(text)
    starts, until = segment.start, segment.end
    if before:
        begins, starts = before[-1][1], before[-1][2].end
    if after:
        ends, until = after[0][0] + shift, after[0][2].start
    fresh = text[begins:ends].strip()
    middle = (Word(starts, max(starts, until), fresh),) if _says(fresh) else ()
    return (*(place[2] for place in before), *middle, *(place[2] for place in after))


def _alike(old: str, new: str) -> tuple[int, int]:
    """How many signs are the same at the beginning, and, of the others, at the end."""
    shorter = min(len(old), len(new))
    same = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    most = shorter - same
    rest = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return same, rest


def _is_whole(old: str, new: str, end: int) -> bool:
    """Whether nothing was added right behind a word, as an ending is."""
    if end >= len(new) or (end < len(old) and old[end] == new[end]):
        return True
    return not (new[end - 1].isascii() and new[end - 1].isalnum() and new[end].isalnum())


def _says(text: str) -> bool:
    return any(character.isalnum() for character in text)
