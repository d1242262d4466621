"""Correcting a transcript: every change gives the new segments and what to select.

Each function leaves the segments as they are where a change would mean nothing. A new segment gets
an id below zero, so that it cannot meet the id of one that is still being heard.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from gptdesk.domain.scripts import needs_space
from gptdesk.domain.sentences import letters
from gptdesk.domain.transcript_words import changed_words, word_places, words_within
from gptdesk.domain.transcription import Segment, Word

Segments = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """The segments after a change, the ids to select, and where in the first the caret stands."""

    segments: Segments
    selected: tuple[int, ...] = ()
    caret: int | None = None


def change_text(segments: Segments, segment_id: int, text: str) -> Edited:
    """Other words for one segment. Times of words that stay are kept."""
    place = place_of(segments, segment_id)
    if place is None or segments[place].text == text:
        return Edited(segments, (segment_id,))
    changed = with_text(segments[place], text)
    return Edited(_swapped(segments, place, place + 1, changed), (segment_id,), len(text))


def with_text(segment: Segment, text: str) -> Segment:
    """The segment with another text."""
    return replace(segment, text=text, words=changed_words(segment, text), is_edited=True)


def split(segments: Segments, segment_id: int, caret: int) -> Edited:
    """Cut before a character: at the time of its word, or else in proportion to the letters."""
    place = place_of(segments, segment_id)
    unchanged = Edited(segments, (segment_id,), caret)
    if place is None:
        return unchanged
    whole = segments[place]
    before, after = whole.text[:caret].rstrip(), whole.text[caret:].lstrip()
    if not before.strip() or not after:
        return unchanged
    ends, begins = _cut_times(whole, caret)
    left, right = words_within(whole, caret)
    first = replace(whole, end=ends, text=before, words=left, is_edited=True)
    second = replace(
        whole, id=new_id(segments), start=begins, text=after, words=right, is_edited=True
    )
    return Edited(_swapped(segments, place, place + 1, first, second), (second.id,), 0)


def merge(segments: Segments, ids: Collection[int]) -> Edited:
    """Make one of neighbours, from the first to the last of these. It keeps the first's speaker."""
    places = [place for place, segment in enumerate(segments) if segment.id in ids]
    if len(places) < 2:
        return Edited(segments, tuple(ids))
    first, last = places[0], places[-1]
    merged = segments[first]
    caret = len(merged.text)
    for following in segments[first + 1 : last + 1]:
        merged = _joined(merged, following)
    return Edited(_swapped(segments, first, last + 1, merged), (merged.id,), caret)


def delete(segments: Segments, ids: Collection[int]) -> Edited:
    """Take segments away; what follows them is selected, or else what stood before."""
    kept = tuple(segment for segment in segments if segment.id not in ids)
    if len(kept) == len(segments):
        return Edited(segments)
    first = next(place for place, segment in enumerate(segments) if segment.id in ids)
    near = kept[first : first + 1] or kept[-1:]
    return Edited(kept, tuple(segment.id for segment in near))


def set_speaker(segments: Segments, ids: Collection[int], speaker: str) -> Edited:
    """Say who spoke these."""
    changed = tuple(
        replace(segment, speaker=speaker, is_edited=True)
        if segment.id in ids and segment.speaker != speaker
        else segment
        for segment in segments
    )
    return Edited(segments if changed == segments else changed, tuple(ids))


def arrived(segments: Segments, more: Segments) -> Segments:
    """What a piece turned into, put between what is there by its time; what was edited stays."""
    known = {segment.id for segment in segments}
    fresh = tuple(segment for segment in more if segment.id not in known)
    return put_in(segments, fresh, 0)


def put_in(segments: Segments, more: Segments, at: int) -> Segments:
    """Insert at about this place, but between what begins earlier and what begins later."""
    found = list(segments)
    while more and 0 < at and found[at - 1].start > more[0].start:
        at -= 1
    for segment in more:
        while at < len(found) and found[at].start < segment.start:
            at += 1
        found.insert(at, segment)
        at += 1
    return tuple(found)


def place_of(segments: Segments, segment_id: int) -> int | None:
    """Where the segment stands, None where it is gone."""
    return next((n for n, segment in enumerate(segments) if segment.id == segment_id), None)


def new_id(segments: Segments) -> int:
    """An id that no segment has, nor will have that is still to come."""
    return min((0, *(segment.id for segment in segments))) - 1


def _swapped(segments: Segments, start: int, end: int, *instead: Segment) -> Segments:
    return (*segments[:start], *instead, *segments[end:])


def _joined(first: Segment, second: Segment) -> Segment:
    gap = " " if needs_space(first.text, second.text) else ""
    words: tuple[Word, ...] = ()
    if (first.words or not first.text.strip()) and (second.words or not second.text.strip()):
        words = (*first.words, *second.words)
    return replace(
        first,
        end=max(first.end, second.end),
        text=f"{first.text}{gap}{second.text}",
        speaker=first.speaker or second.speaker,
        confidence=_both(first, second),
        words=words,
        has_own_times=first.has_own_times and second.has_own_times,
        is_edited=True,
    )


def _both(first: Segment, second: Segment) -> float | None:
    """The confidence of two together, the longer one counting for more."""
    if first.confidence is None or second.confidence is None:
        return None
    long, longer = first.end - first.start, second.end - second.start
    if long + longer <= 0:
        return min(first.confidence, second.confidence)
    mean = (first.confidence * long + second.confidence * longer) / (long + longer)
    lowest, highest = sorted((first.confidence, second.confidence))
    return min(highest, max(lowest, mean))


def _cut_times(segment: Segment, caret: int) -> tuple[float, float]:
    """When the first part ends and the second begins."""
    ends, begins = None, None
    for start, end, word in word_places(segment):
        if end <= caret:
            ends = word.end
        elif start >= caret:
            begins = word.start
            break
        else:
            ends = begins = word.start + (word.end - word.start) * (caret - start) / (end - start)
            break
    if ends is None or begins is None:
        whole = letters(segment.text) or 1
        share = letters(segment.text[:caret]) / whole
        ends = begins = segment.start + (segment.end - segment.start) * share
    ends = min(max(ends, segment.start), segment.end)
    return ends, min(max(begins, ends), segment.end)
