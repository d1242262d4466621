"""What the filters of the gallery are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.images import PRACTICE_ID, Origin, Way
from gptdesk.ui.images.gallery.finding.wish import Span

translate = QCoreApplication.translate


def filter_word(field: str, value: str) -> str:
    """A filter as its chip and its menu entry say it."""
    if field == "models":
        return model_word(value)
    if field == "ways":
        return way_word(Way(value))
    if field == "origins":
        return origin_filter_word(Origin(value))
    return span_word(Span(value))


def model_word(model: str) -> str:
    return translate("Gallery", "Practice drawings") if model == PRACTICE_ID else model


def way_word(way: Way) -> str:
    return {
        Way.MAKE: translate("Gallery", "Made new"),
        Way.EDIT: translate("Gallery", "Edited"),
        Way.VARY: translate("Gallery", "Varied"),
    }[way]


def origin_filter_word(origin: Origin) -> str:
    return {
        Origin.MODEL: translate("Gallery", "By a model"),
        Origin.PRACTICE: translate("Gallery", "Practice, drawn by gptdesk"),
        Origin.UPLOAD: translate("Gallery", "Your own files"),
    }[origin]


def span_word(span: Span) -> str:
    return {
        Span.ANY: translate("Gallery", "Any time"),
        Span.TODAY: translate("Gallery", "Today"),
        Span.WEEK: translate("Gallery", "Last 7 days"),
        Span.MONTH: translate("Gallery", "Last 30 days"),
        Span.YEAR: translate("Gallery", "Last 12 months"),
    }[span]
