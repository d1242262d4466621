"""What a speaker is called, and in which colour."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

TINTS = ("tint-1", "tint-4", "tint-3", "tint-2", "tint-5")
"""In the order in which neighbours look least alike."""


def speaker_name(key: str, names: Mapping[str, str]) -> str:
    """The name that was given, or a number in the order of appearance."""
    if given := names.get(key, ""):
        return given
    return translate("Segments", "Speaker {number}").format(number=_place(key, names) + 1)


def speaker_tint(key: str, names: Mapping[str, str]) -> str:
    """The colour follows the key, so that it stays when the name changes."""
    return TINTS[_place(key, names) % len(TINTS)]


def _place(key: str, names: Mapping[str, str]) -> int:
    known = list(names)
    return known.index(key) if key in names else len(known)
