"""Repairs to text that was pasted from a web page, a chat or a shell script."""

from __future__ import annotations

import re
import unicodedata

_WIDE_OFFSET = ord("！") - ord("!")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
_QUOTES = "\"'`´“”„‟‘’‚‛«»‹›「」『』〝〞＂＇"
_INVISIBLE = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_PREFIX = re.compile(r"(?i)^(?:(?:export|set|setx)\s+|\$env:)")


def to_ascii_width(text: str) -> str:
    """Full-width letters, digits and signs as a Chinese keyboard makes them, in their usual form.

    Only these: a general compatibility mapping would turn "™" into "TM" and hide a real mistake.
    """
    return "".join(_narrow(character) for character in text)


def to_plain_dashes(text: str) -> str:
    """Word processors replace "-" by longer dashes."""
    return text.translate(_DASHES)


def without_spaces(text: str) -> str:
    """Without any white space, zero-width or control character, wherever it stands."""
    return "".join(c for c in text if not is_space(c))


def is_space(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE


def without_quotes(text: str) -> str:
    """Without quotation marks of any language at both ends."""
    return text.strip(_QUOTES)


def without_assignment(text: str, names: str) -> str:
    """Without a leading `NAME=` as in shell scripts; `names` is a pattern for the name's end."""
    bare = _PREFIX.sub("", text)
    sign = r"\s*[=:]\s*" if bare == text else r"(?:\s*[=:]\s*|\s+)"
    return re.sub(rf"(?i)^[\"']?(?:[\w-]*_)?(?:{names})[\"']?{sign}", "", bare)


def _narrow(character: str) -> str:
    if "！" <= character <= "～":
        return chr(ord(character) - _WIDE_OFFSET)
    return " " if character == "\u3000" else character
