"""What the list of segments says in its tooltips."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def action_names() -> tuple[str, str, str]:
    """The small buttons of a row, from the left."""
    return (
        translate("Segments", "Play or pause (Enter, Space)"),
        translate("Segments", "Correct it (F2)"),
        translate("Segments", "More (menu key)"),
    )


def unsure_text(confidence: float | None) -> str:
    """Why there are dots below a word."""
    if confidence is None:
        return ""
    told = translate("Segments", "The model is only {percent} % sure of this.")
    return told.format(percent=round(confidence * 100))
