"""Finds pages by what people type, or by the text of an error message.

Both languages are searched at once, and typing mistakes are forgiven. Every page is one document,
whatever language it is found by. A word counts more in a title than in the text, and more the rarer
it is; of Chinese, pairs of characters are words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from gptdesk.domain.help_pages import Box, HelpBook, Kind, Page, Prose, Question, Recipe
from gptdesk.domain.search import fold, words

Place = tuple[Kind, str]
"""A page by its kind and id."""

TITLE, NAMES, SHORT, HEADING, BODY = 10.0, 8.0, 4.0, 3.0, 1.0
OTHER_LANGUAGE = 0.8
RAW = 6.0
"""For each word of an error message that stands in the page and in what was pasted."""
GUESS = 0.6
"""What a word counts that was perhaps meant."""
SATURATION = 4.0
SHORTEST_GUESS = 4
KINDS = {Kind.LESSON: 1.0, Kind.FAQ: 1.0, Kind.TERM: 0.9}
MOST = 3
"""So often a word counts in one part of a page; more is only a longer text."""
EXACT = 6.0
"""For a page that is called exactly what was typed."""
STOPS = frozenset(
    "a an and are as at be by can could do does did for from get has have how i in is it its me my"
    " of on or should so some that the there this to was we what when where which who why will with"
    " would you your not no if but than then about into".split()
) | frozenset(
    "怎么 么样 什么 为什 多少 可以 能不 不能 如何 是什 么是 哪里 这个 我的 一个 怎样 请问".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that fits, and how well: only the order of the scores means something."""

    place: Place
    score: float


class HelpSearch:
    """The index over all pages. Made once; a search takes a few milliseconds."""

    def __init__(self, books: Iterable[HelpBook], language: str) -> None:
        self._weights: dict[str, dict[Place, float]] = defaultdict(dict)
        self._raw: list[tuple[frozenset[str], Place]] = []
        self._names: dict[tuple[str, ...], set[Place]] = defaultdict(set)
        self._places: set[Place] = set()
        for book in books:
            factor = 1.0 if book.language == language else OTHER_LANGUAGE
            for page in book.pages:
                self._add(page, factor)
        self._rarity = {
            word: log(1 + len(self._places) / len(found)) for word, found in self._weights.items()
        }
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._weights:
            if word.isascii() and word.isalpha():
                self._by_length[len(word)].append(word)

    def find(self, typed: str, kinds: Iterable[Kind] = tuple(Kind)) -> tuple[Hit, ...]:
        """The pages that fit, the best first; nothing typed finds nothing."""
        wanted, is_open = _wanted(typed), typed[-1:].isalnum()
        if not wanted:
            return ()
        scores: dict[Place, float] = defaultdict(float)
        met: dict[Place, int] = defaultdict(int)
        for number, word in enumerate(wanted):
            is_prefix = is_open and number == len(wanted) - 1
            for place, score in self._scored(word, is_prefix=is_prefix).items():
                scores[place] += score
                met[place] += 1
        for place in self._names.get(_name(typed), ()):
            scores[place] += EXACT
        for place, score in self._by_message(typed):
            scores[place] += score
        allowed = frozenset(kinds)
        hits = [
            Hit(place, score * KINDS[place[0]] * (0.3 + met[place] / len(wanted)))
            for place, score in scores.items()
            if place[0] in allowed
        ]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.place[1])))

    # The index

    def _add(self, page: Page, factor: float) -> None:
        place = (page.header.kind, page.id)
        self._places.add(place)
        for text, weight in _weighted(page):
            for word, count in Counter(_stems(words(text))).items():
                found = self._weights[word]
                found[place] = found.get(place, 0.0) + weight * factor * min(count, MOST)
        for name in (page.header.title, *page.header.also):
            self._names[_name(name)].add(place)
        for message in page.header.raw:
            self._raw.append((frozenset(words(message)), place))

    def _scored(self, word: str, *, is_prefix: bool) -> Mapping[Place, float]:
        """How well each page fits one word: the word itself, one it begins, or one it was to be."""
        best = self._fits(word, 1.0)
        if is_prefix and not best and len(word) > 1:
            longer = [one for one in self._weights if one.startswith(word) and one != word]
            for one in longer:
                _merge(best, self._fits(one, 0.9))
        if not best:
            for one in self._meant(word):
                _merge(best, self._fits(one, GUESS))
        return best

    def _fits(self, word: str, factor: float) -> dict[Place, float]:
        rarity = self._rarity.get(word, 0.0)
        return {
            place: factor * rarity * weight / (weight + SATURATION)
            for place, weight in self._weights.get(word, {}).items()
        }

    def _meant(self, word: str) -> Iterator[str]:
        if len(word) < SHORTEST_GUESS or not (word.isascii() and word.isalpha()):
            return
        most = 1 if len(word) < 8 else 2
        for length in range(len(word) - most, len(word) + most + 1):
            for one in self._by_length.get(length, ()):
                if is_near(word, one, most):
                    yield one

    def _by_message(self, typed: str) -> Iterator[tuple[Place, float]]:
        """Pages that quote a message which was pasted, whatever stands around it."""
        have = frozenset(words(typed))
        for message, place in self._raw:
            if message and message <= have:
                yield place, RAW * len(message)


def is_near(one: str, other: str, most: int) -> bool:
    """Whether at most that many letters are missing, added, changed or swapped with the next."""
    if one == other:
        return True
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, meant in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != meant))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == meant:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most


def _wanted(typed: str) -> list[str]:
    """The words of a question that say something; all of them where none does."""
    asked = words(typed)
    told = [word for word in asked if word not in STOPS]
    return list(dict.fromkeys(_stems(told or asked)))


def _stems(found: Iterable[str]) -> list[str]:
    return [_stem(word) for word in found]


def _stem(word: str) -> str:
    """Without the endings that make the same word look different: keys, asked, asking."""
    if not word.isascii() or len(word) < 4:
        return word
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            rest = word[: -len(ending)]
            return rest + "y" if ending == "ies" else rest.removesuffix("e")
    return word.removesuffix("e")


def _name(text: str) -> tuple[str, ...]:
    return tuple(_stems(words(text)))


def _merge(best: dict[Place, float], more: Mapping[Place, float]) -> None:
    for place, score in more.items():
        best[place] = max(score, best.get(place, 0.0))


def _weighted(page: Page) -> Iterator[tuple[str, float]]:
    header = page.header
    yield header.title, TITLE
    yield " ".join((*header.words, *header.also, *header.raw)), NAMES
    yield " ".join((header.goal, header.short)), SHORT
    for part in page.parts:
        if isinstance(part, Prose | Box):
            bare = _bare(part.text)
            yield " ".join(re.findall(r"^#+ (.*)$", bare, re.MULTILINE)), HEADING
            yield bare, BODY
        elif isinstance(part, Recipe):
            yield part.title, BODY
        elif isinstance(part, Question):
            yield part.text, BODY


def _bare(text: str) -> str:
    """The words of a text without addresses, ids and figures to be filled in."""
    text = re.sub(r"\]\([^)]*\)|\{#[^}]*\}|\{\{[^}]*\}\}", " ", text)
    return fold(text)
