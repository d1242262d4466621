"""The words on the toolbar of the canvas: name, what it does, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.images.canvas import toolbox as names

translate = QCoreApplication.translate


def toolbar_words() -> dict[str, tuple[str, str, str]]:
    """In the language of now."""
    return {**_painting_words(), **_other_words()}


def _painting_words() -> dict[str, tuple[str, str, str]]:
    return {
        names.BRUSH: (
            translate("Canvas", "Brush"),
            translate("Canvas", "Paint over what is to change"),
            "B",
        ),
        names.ERASER: (
            translate("Canvas", "Eraser"),
            translate("Canvas", "Rub out what you painted"),
            "E",
        ),
        names.RECTANGLE: (
            translate("Canvas", "Rectangle"),
            translate("Canvas", "Mark a rectangle that is to change"),
            "R",
        ),
        names.LASSO: (
            translate("Canvas", "Lasso"),
            translate("Canvas", "Draw around what is to change"),
            "L",
        ),
        names.HAND: (
            translate("Canvas", "Move"),
            translate("Canvas", "Move the picture; with any other tool hold the space bar"),
            "H",
        ),
        "softness": (
            translate("Canvas", "Edge"),
            translate("Canvas", "How softly the mask ends at its edge"),
            "",
        ),
    }


def _other_words() -> dict[str, tuple[str, str, str]]:
    return {
        "undo": (translate("Canvas", "Undo"), "", "Ctrl+Z"),
        "redo": (translate("Canvas", "Do it again"), "", "Ctrl+Shift+Z"),
        "inverted": (
            translate("Canvas", "Show what stays"),
            translate("Canvas", "Veil what stays instead of what changes; the mask is the same"),
            "",
        ),
        "invert": (
            translate("Canvas", "Invert"),
            translate("Canvas", "Paint everything that is not painted, and the other way round"),
            "Ctrl+I",
        ),
        "clear": (
            translate("Canvas", "Clear"),
            translate("Canvas", "Take away all that is painted; it can be undone"),
            translate("Canvas", "Delete", "name of the key"),
        ),
        "shape": (
            translate("Canvas", "Shape"),
            translate("Canvas", "Crop, turn, scale or extend the picture on this computer"),
            "",
        ),
        "notes": (
            translate("Canvas", "Notes"),
            translate("Canvas", "Draw arrows and words that tell the model what to change"),
            "",
        ),
    }
