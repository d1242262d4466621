"""Several sentences as one text, with the gap that the language puts between them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def in_a_row(sentences: Iterable[str]) -> str:
    """One after the other; Chinese leaves no gap after its full stop."""
    pattern = translate("Settings", "{first} {second}", "two sentences, one after the other")
    kept = [sentence for sentence in sentences if sentence]
    return reduce(lambda a, b: pattern.format(first=a, second=b), kept) if kept else ""
