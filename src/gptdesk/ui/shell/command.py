"""What the command palette can do, and how well that fits what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

GO = "go"
DO = "do"
CHATS = "chats"
HELP = "help"
GROUPS = (GO, DO, CHATS, HELP)

Span = tuple[int, int]


def _nothing() -> None:
    """A command that only shows something."""


@dataclass(frozen=True, slots=True)
class Command:
    """One row. `group` is go, do, chats or help; `hint` stands quietly after the title.

    `keywords` are found as well but not shown: the same thing in the other language.
    """

    id: str
    group: str
    title: str
    icon: str = ""
    hint: str = ""
    keys: str = ""
    run: Callable[[], object] = _nothing
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A command that fits; `spans` are the places in its title that were typed."""

    command: Command
    score: int
    spans: tuple[Span, ...]


Provider = Callable[[str], Sequence[Command]]


def find(commands: Sequence[Command], typed: str, limit: int = 60) -> list[Hit]:
    """The commands that hold every typed word, grouped, the best of each group first."""
    words = typed.casefold().split()
    hits = [hit for command in commands if (hit := _match(command, words)) is not None]
    hits.sort(key=lambda hit: (_group_rank(hit.command.group), -hit.score))
    return hits[:limit]


def _match(command: Command, words: Sequence[str]) -> Hit | None:
    title = command.title.casefold()
    spans: list[Span] = []
    score = 0
    for word in words:
        found = _in_title(title, word)
        if found is not None:
            points, places = found
            score += points
            spans += places
        elif word in command.keywords.casefold():
            score += 10
        else:
            return None
    is_exact = len(title) == len(command.title)  # casefold can make a text longer
    return Hit(command, score, merged(spans) if is_exact else ())


def _in_title(title: str, word: str) -> tuple[int, list[Span]] | None:
    at = title.find(word)
    starts = [i for i in _occurrences(title, word) if i == 0 or not title[i - 1].isalnum()]
    if starts:
        bonus = 20 if starts[0] == 0 else 0
        return 60 + bonus, [(starts[0], starts[0] + len(word))]
    if at >= 0:
        return 40, [(at, at + len(word))]
    return _scattered(title, word)


def _occurrences(title: str, word: str) -> list[int]:
    return [i for i in range(len(title) - len(word) + 1) if title.startswith(word, i)]


def _scattered(title: str, word: str) -> tuple[int, list[Span]] | None:
    """Beginnings of words in their order: `smsl` for "set a monthly spending limit"."""
    if len(word) < 2:
        return None
    places: list[Span] = []
    at = -1
    for letter in word:
        found = _next_place(title, letter, at)
        if found is None:
            return None
        at = found
        places.append((at, at + 1))
    return 15, places


def _next_place(title: str, letter: str, at: int) -> int | None:
    """The letter right after `at`, or else the next word that begins with it."""
    if 0 <= at < len(title) - 1 and title[at + 1] == letter:
        return at + 1
    starts = _occurrences(title, letter)
    return next((i for i in starts if i > at and (i == 0 or not title[i - 1].isalnum())), None)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sorted, and those that touch joined."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def _group_rank(group: str) -> int:
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)
