"""Which writing a text is in: with spaces between words, or without, as Chinese."""

from __future__ import annotations

import re

DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff"
)
"""Signs of writing without spaces between words, for a class of a regular expression."""

_DENSE = re.compile(f"[{DENSE}]")
_CHINESE = re.compile("[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f]")


def is_dense(character: str) -> bool:
    """Whether a sign belongs to a writing without spaces between words."""
    return _DENSE.match(character) is not None


def needs_space(before: str, after: str) -> bool:
    """Whether a space belongs between two texts that are put together."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return False
    return not (is_dense(before[-1]) or is_dense(after[0]))


def is_mostly_chinese(text: str) -> bool:
    """Whether Chinese (or Japanese) signs make up at least a third of the text that is not space.

    A Chinese character stands for as much as three letters, so a third of them is most of it.
    """
    signs = sum(not character.isspace() for character in text)
    return signs > 0 and 3 * len(_CHINESE.findall(text)) >= signs
