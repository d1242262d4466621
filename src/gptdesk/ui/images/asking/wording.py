"""What differs between two descriptions, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECES = re.compile(r"\s+|[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text: kept (""), added ("+") or taken away ("-")."""

    text: str
    change: str = ""


def changes(before: str, after: str) -> tuple[Part, ...]:
    """Chinese sign by sign, other languages word by word."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    parts: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(Part("".join(old[a:b])))
            continue
        if b > a:
            parts.append(Part("".join(old[a:b]), "-"))
        if d > c:
            parts.append(Part("".join(new[c:d]), "+"))
    return tuple(parts)
