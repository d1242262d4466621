"""Failures of what was asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words

translate = QCoreApplication.translate


def request_words(problem: p.Problem) -> Words | None:
    """What was sent does not fit."""
    match problem:
        case p.ModelNotFound(model=model):
            return (
                translate("Problem", "The service does not offer this model"),
                translate(
                    "Problem",
                    "“{model}” is not served here, or not any longer. Another model can answer "
                    "the same question.",
                ).format(model=model)
                if model
                else translate(
                    "Problem",
                    "It is not served here, or not any longer. Another model can answer the same "
                    "question.",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.SETTINGS_CONNECTION),
            )
        case p.AddressNotFound():
            return (
                translate("Problem", "The address of the connection leads nowhere"),
                translate(
                    "Problem",
                    "The server is there, but not at this path (404). Often only “/v1” at the end "
                    "is missing or doubled.",
                ),
                (ActionId.SETTINGS_CONNECTION, ActionId.RETRY),
            )
        case p.ParameterRefused(name=name):
            return (
                translate("Problem", "The service does not accept one of the settings"),
                translate(
                    "Problem",
                    "It refused “{name}”, and the request does not work without it. Another model "
                    "may take it.",
                ).format(name=name)
                if name
                else translate(
                    "Problem",
                    "It refused a setting, and the request does not work without it. Another "
                    "model may take it.",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.RETRY),
            )
        case p.OtherApiNeeded(model=model):
            return (
                translate("Problem", "This model needs another way of asking"),
                translate(
                    "Problem",
                    "“{model}” answers only through the newer Responses API, and this connection "
                    "does not offer that. Another model can answer the same question.",
                ).format(model=model),
                (ActionId.SETTINGS_MODEL, ActionId.SETTINGS_CONNECTION),
            )
        case p.ContextTooLong():
            return (
                translate("Problem", "This chat is longer than the model can read"),
                translate(
                    "Problem",
                    "Begin a new chat, or choose a model that reads more at once. Everything "
                    "written here stays.",
                ),
                (ActionId.NEW_CHAT, ActionId.SETTINGS_MODEL),
            )
        case p.RequestTooLarge():
            return (
                translate("Problem", "The message is too large for the service"),
                translate(
                    "Problem",
                    "It takes less at once (413). A shorter message or fewer attachments will go "
                    "through.",
                ),
                (ActionId.EDIT, ActionId.NEW_CHAT),
            )
    return None


def refusal_words(problem: p.Problem) -> Words | None:
    """The service said no, or not now."""
    match problem:
        case p.RequestRefused(status=status):
            return (
                translate("Problem", "The service did not accept the request"),
                translate(
                    "Problem",
                    "It gave the number {status} as its reason; its own words are in the details.",
                ).format(status=status),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
        case p.ContentRefused():
            return (
                translate("Problem", "The service's safety rules stopped this message"),
                translate(
                    "Problem",
                    "The rules look at words, and sometimes stop what was meant well. Saying it "
                    "differently often helps.",
                ),
                (ActionId.EDIT, ActionId.RETRY),
            )
        case p.RateLimited(retry_after=seconds):
            return _rate_words(seconds)
        case p.ServiceFailed(status=status):
            return (
                translate("Problem", "The service has trouble of its own"),
                translate(
                    "Problem",
                    "It answered with the number {status}, which means a fault or an overload on "
                    "its side. It usually passes within minutes.",
                ).format(status=status),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
    return None


def _rate_words(seconds: float | None) -> Words:
    title = translate("Problem", "The service asks for a pause")
    if seconds:
        text = translate(
            "Problem",
            "More requests came within a short time than the account allows. It takes the next "
            "one in %n second(s).",
            None,
            max(1, round(seconds)),
        )
    else:
        text = translate(
            "Problem",
            "More requests came within a short time than the account allows. A moment later it "
            "takes the next one.",
        )
    return title, text, (ActionId.RETRY,)
