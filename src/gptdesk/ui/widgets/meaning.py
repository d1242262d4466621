"""What a word of AI means, in one sentence, for tooltips anywhere in the interface."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

PROPERTY = "meaning"


class Meanings:
    """Where the sentences come from: the glossary, once it was read. Until then there are none."""

    _source: Callable[[str], str] | None = None

    @classmethod
    def use(cls, source: Callable[[str], str]) -> None:
        cls._source = source

    @classmethod
    def forget(cls) -> None:
        cls._source = None

    @classmethod
    def of(cls, term: str) -> str:
        return cls._source(term) if cls._source is not None else ""


class _Explainer(QObject):
    """Puts the sentence into a tooltip just before it is shown."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(watched, QWidget):
            own, term = watched.property(f"{PROPERTY}.own"), watched.property(PROPERTY)
            shown = watched.toolTip()
            sentence = Meanings.of(str(term))
            before = shown.removesuffix(str(own or "")).rstrip("\n")
            added = "\n".join(part for part in (before, sentence) if part)
            watched.setProperty(f"{PROPERTY}.own", sentence)
            watched.setToolTip(added)
        return False


def explain(widget: QWidget, term: str) -> None:
    """Let the widget's tooltip end with what that word means."""
    widget.setProperty(PROPERTY, term)
    widget.installEventFilter(_Explainer(widget))
