"""SVG drawings that a service made: only what draws is kept, nothing that acts or reaches out."""

from __future__ import annotations

import re

from gptdesk.domain.problems import AnswerBroken

LARGEST = 20 << 20
_START = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.S
)
_ACTING = re.compile(
    rb"<\s*(script|foreignObject|iframe|object|embed)\b.*?<\s*/\s*\1\s*>"
    rb"|<\s*(?:script|foreignObject|iframe|object|embed)\b[^>]*/\s*>"
    rb"|\son\w+\s*=\s*(?:\"[^\"]*\"|'[^']*')",
    re.S | re.I,
)
_REACHING = re.compile(
    rb"\s(?:xlink:)?href\s*=\s*(?:\"(?!#|data:image/)[^\"]*\"|'(?!#|data:image/)[^']*')", re.I
)
_URL = re.compile(rb"url\(\s*[\"']?(?!#)[^)]*\)|@import[^;]*;", re.I)
_NUMBER = rb"\s*=\s*[\"']\s*([\d.]+)(?:px)?\s*[\"']"


def is_drawing(data: bytes) -> bool:
    return _START.match(data[:4096]) is not None


def clean_drawing(data: bytes) -> bytes:
    """Without scripts and addresses; raises AnswerBroken for what could unfold without end."""
    if len(data) > LARGEST or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise AnswerBroken("a drawing of a kind that is not opened")
    return _URL.sub(b"none", _REACHING.sub(b"", _ACTING.sub(b"", data)))


def size_of_drawing(data: bytes) -> tuple[int, int]:
    """Width and height where it tells them, by itself or by its view box; else nothing."""
    head = data[data.find(b"<svg") :].partition(b">")[0]
    wide = re.search(rb"\swidth" + _NUMBER, head)
    high = re.search(rb"\sheight" + _NUMBER, head)
    if wide and high:
        return round(float(wide[1])), round(float(high[1]))
    box = re.search(
        rb"viewBox\s*=\s*[\"']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)", head
    )
    return (round(float(box[1])), round(float(box[2]))) if box else (0, 0)
