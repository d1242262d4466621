"""A table as text that every spreadsheet takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gptdesk.domain.usage import safe_cell


def as_csv(lines: Iterable[Sequence[str]]) -> str:
    """Comma-separated; a cell that a spreadsheet would run as a formula is made harmless."""
    return "".join(f"{','.join(map(_cell, line))}\r\n" for line in lines)


def _cell(text: str) -> str:
    safe = safe_cell(text)
    if any(mark in safe for mark in ',"\r\n'):
        return '"{}"'.format(safe.replace('"', '""'))
    return safe
