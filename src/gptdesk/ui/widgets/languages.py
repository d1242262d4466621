"""Picks the text in the language of the interface from those that data files hold."""

from __future__ import annotations

from collections.abc import Mapping

from gptdesk.ui.theme.theme import Theme


def in_language(texts: Mapping[str, str]) -> str:
    """English where there is none in that language."""
    return texts.get(Theme.current().language) or texts.get("en", "")
