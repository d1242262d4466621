"""Subtitles that can be read: how long a line and a caption may be.

The figures are those of Netflix's Timed Text Style Guides, the strictest that are public: at most
two lines of 42 Latin or 16 Chinese characters, 17 Latin or 9 Chinese characters a second, a
caption from 5/6 of a second to 7 seconds, and two frames between two captions. (General
Requirements; English; Chinese (Simplified); as of 2024.) A Latin letter among Chinese characters
counts half, as it is half as wide.

Where people speak faster than anyone reads, captions stay a little longer and the next ones begin
a little later, until a pause makes up for it; never more than `LAG`, because words that come later
than they are said are worse than words that go fast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

from gptdesk.domain.scripts import is_dense, is_mostly_chinese

SHORTEST = 5 / 6
LONGEST = 7.0
GAP = 2 / 24
LAG = 3.0
LINES = 2

_SENTENCE = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|[。！？]+[”’」』）]*")
_CLAUSE = re.compile(r"[,;:—–][\"'”’)\]]*(?=\s)|[，；：、]+[”’」』）]*|\s(?=[(\[])")
_NEVER_FIRST = frozenset("，。！？；：、”’」』）》】…,.!?;:)]}%")
_NEVER_LAST = frozenset("“‘「『（《【([{$")
_COST = {"sentence": 0.0, "clause": 0.08, "space": 0.25, "sign": 0.35}


@dataclass(frozen=True, slots=True)
class Rules:
    """The limits of one writing: characters of a line, and those that are read in a second."""

    line: float
    speed: float
    wide: float
    narrow: float

    def length(self, text: str) -> float:
        """How long a text is, in the characters of this writing."""
        wide = sum(east_asian_width(sign) in "WF" for sign in text)
        return wide * self.wide + (len(text) - wide) * self.narrow

    def seconds(self, text: str) -> float:
        """How long it takes to read."""
        return max(SHORTEST, self.length(text) / self.speed)


LATIN = Rules(42, 17, 2.0, 1.0)
CHINESE = Rules(16, 9, 1.0, 0.5)


def rules_for(text: str) -> Rules:
    return CHINESE if is_mostly_chinese(text) else LATIN


def lines_of(text: str, rules: Rules) -> tuple[str, ...]:
    """The text as one or two lines; empty if it does not fit into two.

    Cut where the sense allows it, and so that the lines are about as long as each other.
    """
    if rules.length(text) <= rules.line:
        return (text,)
    best: tuple[float, tuple[str, ...]] = (float("inf"), ())
    for place, cost in places(text):
        first, second = text[:place].rstrip(), text[place:].lstrip()
        lengths = rules.length(first), rules.length(second)
        if first and second and max(lengths) <= rules.line:
            uneven = abs(lengths[0] - lengths[1]) / rules.line
            best = min(best, (uneven + cost, (first, second)))
    return best[1]


def best_cut(text: str, share: float) -> int:
    """Where to cut a text in two, near this share of it; anywhere only if there is no place."""
    aim = len(text) * share
    found = [
        (abs(place - aim) / len(text) + cost, place)
        for place, cost in places(text)
        if text[:place].strip() and text[place:].strip()
    ]
    return min(found)[1] if found else max(1, round(aim))


def places(text: str) -> list[tuple[int, float]]:
    """Where a text may be cut, and how much it hurts there."""
    found: dict[int, float] = {}
    for pattern, kind in ((_SENTENCE, "sentence"), (_CLAUSE, "clause")):
        for match in pattern.finditer(text):
            found.setdefault(match.end(), _COST[kind])
    for place in range(1, len(text)):
        before, here = text[place - 1], text[place]
        if here.isspace() and not before.isspace():
            found.setdefault(place, _COST["space"])
        elif _may_part(before, here):
            found.setdefault(place, _COST["sign"])
    return sorted(found.items())


def _may_part(before: str, here: str) -> bool:
    """Between two signs of writing without spaces, but not before a comma or after a bracket."""
    if not (is_dense(before) or is_dense(here)) or here.isspace() or before.isspace():
        return False
    return here not in _NEVER_FIRST and before not in _NEVER_LAST
