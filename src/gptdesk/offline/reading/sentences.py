"""Cuts a text into sentences by the rules of English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gptdesk.offline.reading.runs import HAN

SHORT = 12
"""A sentence of fewer letters, or of half as many Chinese characters, is spoken together with the
next one: alone it sounds clipped."""

_CLOSERS = "\"'”’」』）)】》"
_HAN = re.compile(f"[{HAN}]")
_END = re.compile(rf"[。！？；…]+[{_CLOSERS}]*|[.!?;]+[{_CLOSERS}]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])"
    r"(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|No|Fig|approx|Inc|Ltd|Co|e\.g|i\.e|cf|[A-Za-z])\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[str]:
    """The sentences in order; a line of its own ends one too. Short ones are joined to the next.

    The first stands alone, however short: it is the one that somebody waits for.
    """
    is_first = True
    for line in text.splitlines():
        waiting = ""
        for sentence in _of_line(line):
            waiting = f"{waiting} {sentence}".strip()
            if _length(waiting) >= SHORT or is_first:
                yield waiting
                waiting = ""
                is_first = False
        if waiting:
            yield waiting


def _length(text: str) -> int:
    return len(text) + len(_HAN.findall(text))


def _of_line(line: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(line):
        if end.group().startswith(".") and _is_abbreviation(line[start : end.start() + 1]):
            continue
        if sentence := line[start : end.end()].strip():
            yield sentence
        start = end.end()
    if rest := line[start:].strip():
        yield rest


def _is_abbreviation(text: str) -> bool:
    return _ABBREVIATION.search(text) is not None


def cut(phonemes: str, limit: int) -> Iterator[str]:
    """Pieces of at most `limit` signs, cut where a voice would breathe if that is possible."""
    rest = phonemes.strip()
    while len(rest) > limit:
        at = _best_cut(rest[:limit])
        yield rest[:at].strip()
        rest = rest[at:].strip()
    if rest:
        yield rest


def _best_cut(text: str) -> int:
    """Behind the last mark of the strongest kind in the second half, else behind a word."""
    for marks in (".!?…", ";:—", ",", " "):
        at = max(text.rfind(mark) for mark in marks) + 1
        if at > len(text) // 2:
            return at
    return len(text)
