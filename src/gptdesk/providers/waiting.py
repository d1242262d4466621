"""How long a service asks us to wait, in any of the ways services say it."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

_IN_WORDS = re.compile(
    r"(?i)(?:try again|retry|retrydelay\"?\s*:)\D{0,12}?"
    r"((?:\d+(?:\.\d+)?\s*(?:ms|milliseconds?|hours?|minutes?|seconds?|h|m|s)\s*)+)"
)
_PART = re.compile(r"(?i)(\d+(?:\.\d+)?)\s*(ms|mi|h|m|s)")
_SECONDS = {"ms": 0.001, "mi": 60.0, "h": 3600.0, "m": 60.0, "s": 1.0}


def retry_after(headers: Mapping[str, str], message: str = "") -> float | None:
    """Seconds to wait: from the headers, or else from the words of the error message."""
    if (milliseconds := _number(headers.get("retry-after-ms", ""))) is not None:
        return milliseconds / 1000
    said = headers.get("retry-after", "").strip()
    seconds = _number(said)
    if seconds is None and said:
        seconds = _until(said, headers.get("date", ""))
    return _in_words(message) if seconds is None else seconds


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return max(0.0, number) if math.isfinite(number) else None


def _until(date: str, now: str) -> float | None:
    """Measured by the service's own clock if it tells it: ours may be wrong."""
    try:
        then = parsedate_to_datetime(date).timestamp()
    except ValueError:
        return None
    try:
        return max(0.0, then - parsedate_to_datetime(now).timestamp())
    except ValueError:
        return max(0.0, then - time.time())


def _in_words(message: str) -> float | None:
    found = _IN_WORDS.search(message)
    if found is None:
        return None
    parts = _PART.findall(found[1].replace("milliseconds", "ms").replace("millisecond", "ms"))
    return sum(float(number) * _SECONDS[unit.lower()] for number, unit in parts)
