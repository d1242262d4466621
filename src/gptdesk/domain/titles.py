"""The automatic title of a conversation, made from its first question."""

from __future__ import annotations

import re

LONGEST = 48
_SENTENCE = re.compile(r"(?<=[.?!。？！;；])\s*")
_MARKS = re.compile(r"^[#>*\-\s]+|[*_`]+")


def automatic_title(question: str) -> str:
    """The first sentence of the question, cut at a word, without Markdown marks.

    Made here and not by the model: it costs nothing and works without a connection.
    """
    lines = (line.strip() for line in question.splitlines())
    first = next((line for line in lines if line.strip("`# >*-")), "")
    sentence = _MARKS.sub("", _SENTENCE.split(first, maxsplit=1)[0]).rstrip(".。;；,，:：")
    return _cut(" ".join(sentence.split()))


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    head = text[:LONGEST]
    word = head.rfind(" ")
    return (head[:word] if word > LONGEST // 2 else head) + "…"
