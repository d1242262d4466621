"""Cleaning a pasted API key, and naming what cannot be cleaned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from gptdesk.domain.pasted import (
    to_ascii_width,
    to_plain_dashes,
    without_assignment,
    without_quotes,
    without_spaces,
)

HINT_LENGTH = 4
LONG_ENOUGH = 12
"""A shorter key shows no hint: four characters would give away too much of it."""

_NAMES = "api[_-]?key|key|token|authorization"
_BEARER = re.compile(r"(?i)^bearer(?:\s+|\s*:\s*)")


@dataclass(frozen=True, slots=True)
class CleanedKey:
    """A key as it can be sent, and what was done to it.

    `removed` names the kinds of repair: width, dash, name, bearer, quotes, space. `bad` is the
    first character that still cannot be sent, or empty. The prefix is never judged: each service
    has its own.
    """

    key: str
    removed: tuple[str, ...] = ()
    bad: str = ""

    @property
    def bad_name(self) -> str:
        """The Unicode name of the bad character, for people who cannot see what is wrong."""
        return unicodedata.name(self.bad, f"U+{ord(self.bad):04X}") if self.bad else ""


def clean_key(pasted: str) -> CleanedKey:
    """Undo what pasting does to keys; repeated until nothing changes any more."""
    key, removed = pasted, dict[str, None]()
    while True:
        before = key
        for kind, repair in _REPAIRS:
            repaired = repair(key)
            if repaired != key:
                removed[kind] = None
            key = repaired
        if key == before:
            return CleanedKey(key, tuple(removed), bad_character(key))


def bad_character(key: str) -> str:
    """The first character that no HTTP header can carry, or empty."""
    return next((c for c in key if not "!" <= c <= "~"), "")


def hint(key: str) -> str:
    """The last four characters, so that keys can be told apart; nothing of a short key."""
    return key[-HINT_LENGTH:] if len(key) >= LONG_ENOUGH else ""


def _without_name(text: str) -> str:
    key = without_assignment(text.lstrip(), _NAMES)
    return text if key == text.lstrip() else key.rstrip(" ;,")


_REPAIRS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("width", to_ascii_width),
    ("dash", to_plain_dashes),
    ("space", str.strip),
    ("quotes", without_quotes),
    ("name", _without_name),
    ("quotes", without_quotes),
    ("bearer", lambda text: _BEARER.sub("", text.lstrip())),
    ("quotes", without_quotes),
    ("space", without_spaces),
)
