"""When each sentence was said, where the model gave only text: told by the pauses of the sound."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from gptdesk.domain.sentences import sentences
from gptdesk.domain.transcription import Segment
from gptdesk.domain.voice import FRAMES_A_SECOND, Stretch, voiced

LONGEST = 160
"""Letters of a sentence above which its clauses get times of their own."""
_CLAUSE = re.compile(r"(?<=[，；：,;:])\s*")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_VOWELS = re.compile(r"(?i)[aeiouyäöüàáâèéêìíîòóôùúû]+")
_DIGIT = re.compile(r"\d")
_MISSING_PAUSE = 1.0
"""What it costs to end a sentence where there is no pause, against being too fast or slow."""
_SHORT_PAUSE = 0.6
_REACH = 3.0
"""A sentence is said up to so many times faster or slower than the others."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence may end: a pause, in voiced frames before it and in seconds around it."""

    spoken: float
    end: float
    start: float
    cost: float


def timed(text: str, loudness: bytes) -> tuple[Segment, ...]:
    """The sentences of a text with times, counted from the beginning of the sound."""
    parts = _parts(text)
    if not parts:
        return ()
    found = voiced(loudness) or [(0, max(1, len(loudness)))]
    weights = [_weight(part) for part in parts]
    ends = _ends(weights, found)
    segments = []
    start = found[0][0] / FRAMES_A_SECOND
    for number, (part, place) in enumerate(zip(parts, ends, strict=True)):
        end = max(start, place.end)
        segments.append(Segment(number, start, end, part, has_own_times=False))
        start = max(end, place.start)
    return tuple(segments)


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for start, end in sentences(text):
        sentence = text[start:end].strip()
        if len(sentence) <= LONGEST:
            parts.append(sentence)
            continue
        clause = ""
        for bit in _CLAUSE.split(sentence):
            if clause and len(clause) + len(bit) > LONGEST:
                parts.append(clause)
                clause = ""
            clause = f"{clause} {bit}".strip() if clause and not _WIDE.search(bit) else clause + bit
        parts.append(clause)
    return [part for part in parts if part]


def _weight(part: str) -> float:
    """How long it takes to say, in syllables."""
    wide = len(_WIDE.findall(part))
    return max(1.0, wide + len(_VOWELS.findall(part)) + 1.5 * len(_DIGIT.findall(part)))


def _ends(weights: list[float], found: list[Stretch]) -> list[_Place]:
    """The likeliest end of each sentence: pauses are preferred, and an even pace."""
    total = float(sum(end - start for start, end in found))
    pace = total / sum(weights)
    places = _places(found, weights, pace, total)
    costs = {-1: (0.0, ())}  # type: dict[int, tuple[float, tuple[int, ...]]]
    for number, weight in enumerate(weights[:-1]):
        costs = _longer(costs, places, weight * pace, left=len(weights) - number - 1)
    last = weights[-1] * pace
    end = found[-1][1] / FRAMES_A_SECOND
    best = min(
        costs.items(),
        key=lambda item: item[1][0] + _oddness(total - _spoken(places, item[0]), last),
    )
    return [*(places[at] for at in best[1][1]), _Place(total, end, end, 0.0)]


def _longer(
    costs: dict[int, tuple[float, tuple[int, ...]]],
    places: list[_Place],
    expected: float,
    left: int,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """One more sentence: for each place where it may end, the cheapest way to get there."""
    longer: dict[int, tuple[float, tuple[int, ...]]] = {}
    for at, (cost, way) in costs.items():
        begun = _spoken(places, at)
        for to in range(at + 1, len(places)):
            length = places[to].spoken - begun
            if length > expected * _REACH and longer:
                break
            total = cost + _oddness(length, expected) + places[to].cost
            if to not in longer or total < longer[to][0]:
                longer[to] = (total, (*way, to))
    return longer if longer else _fallback(costs, places)


def _fallback(
    costs: dict[int, tuple[float, tuple[int, ...]]], places: list[_Place]
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """No place is left: the sentence ends where the one before did."""
    at, (cost, way) = min(costs.items(), key=lambda item: item[1][0])
    at = max(at, 0)
    return {at: (cost, (*way, at))}


def _spoken(places: list[_Place], at: int) -> float:
    return places[at].spoken if at >= 0 else 0.0


def _oddness(length: float, expected: float) -> float:
    return 4.0 * math.log(max(length, 1.0) / max(expected, 1.0)) ** 2


def _places(found: list[Stretch], weights: list[float], pace: float, total: float) -> list[_Place]:
    """All pauses, and where each sentence would end if all were said at one pace."""
    places: list[_Place] = []
    spoken = 0.0
    for (begun, end), (following, _) in pairwise(found):
        spoken += end - begun
        pause = (following - end) / FRAMES_A_SECOND
        cost = _SHORT_PAUSE * math.exp(-4.0 * (pause - 0.12))
        places.append(_Place(spoken, end / FRAMES_A_SECOND, following / FRAMES_A_SECOND, cost))
    said = 0.0
    for weight in weights[:-1]:
        said += weight * pace
        at = _second(found, min(said, total))
        places.append(_Place(said, at, at, _MISSING_PAUSE))
    if not places:
        over = found[-1][1] / FRAMES_A_SECOND
        places.append(_Place(total, over, over, _MISSING_PAUSE))
    return sorted(places, key=lambda place: (place.spoken, place.cost))


def _second(found: list[Stretch], spoken: float) -> float:
    """When so many voiced frames are over."""
    left: float = spoken
    for start, end in found:
        if left <= end - start:
            return (start + left) / FRAMES_A_SECOND
        left -= end - start
    return found[-1][1] / FRAMES_A_SECOND
