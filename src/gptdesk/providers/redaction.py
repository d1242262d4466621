"""Takes secrets out of texts that are shown behind "Details" or written to the log."""

from __future__ import annotations

import re
from urllib.parse import quote

HIDDEN = "[hidden]"
SHORTEST = 6
"""A shorter key ("ollama", "-") is no secret, and its letters would be cut out of every word."""

_LOOKS_SECRET = re.compile(
    r"(?i)"
    r"(?P<header>authorization[\"']?\s*[:=]\s*[\"']?(?:bearer\s+)?[^\s\"',;]+)"
    r"|(?P<bearer>\bbearer\s+[^\s\"',;]+)"
    r"|(?P<key>\b(?:sk|gsk|xai|hf|pk|rk|sess)[-_][\w*.…-]{6,})"
    r"|(?P<google>\bAIza[\w*-]{10,})"
    r"|(?P<parameter>\b(?:api[_-]?key|access[_-]?token)=[^\s&\"']+)"
    r"|(?P<password>(?<=://)[^/\s@]+@)"
)


def without_secrets(text: str, *secrets: str) -> str:
    """The text with the given secrets, and everything that looks like one, blacked out."""
    for secret in secrets:
        if len(secret) >= SHORTEST:
            for form in {secret, quote(secret, safe="")}:
                text = text.replace(form, HIDDEN)
    return _LOOKS_SECRET.sub(HIDDEN, text)
