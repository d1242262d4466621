"""What is marked in a list of hits, and the line of a page that is shown below its title."""

from __future__ import annotations

import re

from gptdesk.domain.help_pages import Page
from gptdesk.domain.help_search import STOPS
from gptdesk.domain.search import words

Span = tuple[int, int]
LONGEST = 140
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`#>|]+|\{#[^}]*\}|\{\{[^}]*\}\}|^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.?:;])\s+|(?<=[。？：；])|\n+")


def spans(text: str, typed: str) -> tuple[Span, ...]:
    """The places of what was typed, in order and without overlaps."""
    folded = text.casefold()
    if len(folded) != len(text):
        return ()
    found: list[Span] = []
    for word in searched(typed):
        found += [(m.start(), m.end()) for m in re.finditer(re.escape(word), folded)]
    return _merged(found)


def searched(typed: str) -> tuple[str, ...]:
    """The words that are worth marking: none that stand in every sentence."""
    found = dict.fromkeys((*words(typed), *typed.casefold().split()))
    return tuple(one for one in found if len(one) > 1 and one not in STOPS)


def excerpt(page: Page, typed: str) -> str:
    """The sentence that holds most of what was typed, or what the page is about."""
    header = page.header
    best, most = header.short or header.goal, len(spans(header.short or header.goal, typed))
    if most:
        return best
    for text in page.texts():
        for sentence in _SENTENCE.split(_plain(text)):
            count = len(spans(sentence, typed))
            if count > most and len(sentence) <= LONGEST:
                best, most = sentence.strip(), count
    return best


def _plain(text: str) -> str:
    return _MARKS.sub("", _LINK.sub(r"\1", text))


def _merged(found: list[Span]) -> tuple[Span, ...]:
    result: list[Span] = []
    for start, end in sorted(found):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
