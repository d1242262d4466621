"""The line under the model: what it is, until when it answers, and what speaks afterwards."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.languages import in_language

if TYPE_CHECKING:
    from gptdesk.domain.catalogue import ModelFacts

translate = QCoreApplication.translate


def note_text(facts: ModelFacts, today: date) -> tuple[str, bool]:
    """The line, and whether it is a warning: an end that nobody has to act on is none."""
    if facts.shutdown is None:
        return in_language(facts.line), False
    when = day_text(facts.shutdown)
    if facts.is_retired(today):
        text = translate("Speech", "Its service planned to end it on {day}.")
        return text.format(day=when), True
    if facts.successor:
        text = translate("Speech", "Answers until {day}; then {model} speaks in its place.")
        return text.format(day=when, model=facts.successor), False
    text = translate("Speech", "Answers until {day}; then its service ends it.")
    return text.format(day=when), True


def took_over_text(ended: ModelFacts, now: ModelFacts) -> str:
    """A model that was chosen has ended, and another one speaks."""
    when = day_text(ended.shutdown) if ended.shutdown is not None else ""
    text = translate("Speech", "{old} ended on {day}; {model} speaks in its place.")
    return text.format(old=ended.name, day=when, model=now.name)
