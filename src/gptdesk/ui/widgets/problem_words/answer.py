"""Failures of the answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words

translate = QCoreApplication.translate


def answer_words(problem: p.Problem) -> Words | None:
    """It came, but not as agreed."""
    match problem:
        case p.NotAnApi():
            return (
                translate("Problem", "This address gives a web page instead of answers"),
                translate(
                    "Problem",
                    "It may be the address of the website and not of the API, or a sign-in page "
                    "of this network stands in between.",
                ),
                (ActionId.SETTINGS_CONNECTION, ActionId.RETRY),
            )
        case p.NotReadOut():
            return (
                translate("Problem", "The model said something else than the text"),
                translate(
                    "Problem",
                    "It answered the text instead of reading it aloud. What it said was thrown "
                    "away. Trying again mostly helps.",
                ),
                (ActionId.RETRY,),
            )
        case p.AnswerBroken():
            return (
                translate("Problem", "The answer could not be read"),
                translate(
                    "Problem",
                    "It arrived, but not in the form that was agreed. That happens when a server "
                    "is overloaded or speaks another dialect.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.AnswerIncomplete():
            return (
                translate("Problem", "The answer ended without its end"),
                translate(
                    "Problem",
                    "The service closed the line before it said that it was done. What had "
                    "arrived is kept and can go on.",
                ),
                (ActionId.CONTINUE, ActionId.RETRY),
            )
        case p.AnswerEmpty():
            return (
                translate("Problem", "The answer came back empty"),
                translate(
                    "Problem",
                    "The model finished without a word. Asking again usually helps; so does "
                    "another model.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
    return None
