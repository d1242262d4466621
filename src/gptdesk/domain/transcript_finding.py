"""Finding words in a transcript and putting others in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gptdesk.domain.scripts import DENSE, is_dense
from gptdesk.domain.transcript_editing import Edited, Segments, change_text, place_of, with_text


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Whole words means something only where words have spaces between them: "API" is found in
    "用API做", and a Chinese word everywhere.
    """

    text: str
    case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the text of a segment."""

    segment: int
    start: int
    end: int


def find(segments: Segments, wanted: Wanted) -> tuple[Hit, ...]:
    """All places, in order."""
    if not wanted.text:
        return ()
    pattern = _pattern(wanted)
    return tuple(
        Hit(segment.id, *match.span())
        for segment in segments
        for match in pattern.finditer(segment.text)
    )


def replace_hit(segments: Segments, hit: Hit, wanted: Wanted, instead: str) -> Edited:
    """Put other words in one place, if what was found is still there."""
    place = place_of(segments, hit.segment)
    text = segments[place].text if place is not None else ""
    found = _pattern(wanted).match(text, hit.start) if wanted.text else None
    if found is None or found.span() != (hit.start, hit.end):
        return Edited(segments, (hit.segment,))
    changed = change_text(segments, hit.segment, text[: hit.start] + instead + text[hit.end :])
    return Edited(changed.segments, (hit.segment,), hit.start + len(instead))


def replace_all(segments: Segments, wanted: Wanted, instead: str) -> tuple[Edited, int]:
    """Put other words in every place; also how many places there were."""
    if not wanted.text:
        return Edited(segments), 0
    pattern, count = _pattern(wanted), 0
    changed: list[int] = []
    found = list(segments)
    for place, segment in enumerate(segments):
        text, times = pattern.subn(lambda _: instead, segment.text)
        count += times
        if times and text != segment.text:
            found[place] = with_text(segment, text)
            changed.append(segment.id)
    return Edited(tuple(found) if changed else segments, tuple(changed)), count


def next_hit(hits: tuple[Hit, ...], segments: Segments, segment: int, caret: int) -> int:
    """The number of the first place at or behind a caret, round and round; -1 without any."""
    order = {one.id: place for place, one in enumerate(segments)}
    here = (order.get(segment, -1), caret)
    later: Iterator[int] = (
        number for number, hit in enumerate(hits) if (order.get(hit.segment, -1), hit.start) >= here
    )
    return next(later, 0 if hits else -1)


def _pattern(wanted: Wanted) -> re.Pattern[str]:
    text = re.escape(wanted.text)
    if wanted.whole_words:
        word = rf"[^\W{DENSE}]"
        before = f"(?<!{word})" if _is_of_word(wanted.text[0]) else ""
        after = f"(?!{word})" if _is_of_word(wanted.text[-1]) else ""
        text = f"{before}{text}{after}"
    return re.compile(text, re.NOFLAG if wanted.case else re.IGNORECASE)


def _is_of_word(character: str) -> bool:
    return (character.isalnum() or character == "_") and not is_dense(character)
