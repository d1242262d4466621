"""Replaces words before they are spoken, as the person's own list says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gptdesk.domain.speech import SpokenWord


def spoken_form(words: Sequence[SpokenWord]) -> Callable[[str], str]:
    """A function that gives a text as it is to be said. The longest match wins.

    Latin words are replaced only where they stand alone, in any case; others wherever they are.
    """
    known = {word.written.casefold(): word.spoken for word in words if word.written.strip()}
    if not known:
        return _same
    longest = sorted(known, key=len, reverse=True)
    pattern = re.compile("|".join(_pattern(word) for word in longest), re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: known.get(found[0].casefold(), found[0]), text)


def _same(text: str) -> str:
    return text


def _pattern(word: str) -> str:
    before = r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"
