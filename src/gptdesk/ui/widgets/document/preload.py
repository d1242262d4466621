"""Loads what the first answer needs before it comes, so that no frame waits for an import."""

from __future__ import annotations


def preload() -> None:
    """To be called after the first paint, best in another thread: it touches nothing of Qt."""
    from gptdesk.domain.markdown_stream import read
    from gptdesk.ui.widgets.document.colours import coloured

    read("**a**")
    list(coloured("python", "a"))
