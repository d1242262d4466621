"""Failures of connections, keys and accounts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words

translate = QCoreApplication.translate


def key_words(problem: p.Problem) -> Words | None:
    """The connection and its key."""
    match problem:
        case p.ConnectionMissing():
            return (
                translate("Problem", "The connection of this chat is gone"),
                translate(
                    "Problem",
                    "It was removed in Settings. Choose another connection, and the chat goes on.",
                ),
                (ActionId.SETTINGS_CONNECTION,),
            )
        case p.KeyMissing():
            return (
                translate("Problem", "This connection has no key yet"),
                translate(
                    "Problem",
                    "The service knows you by a key. Paste it once in Settings; the offline pack "
                    "works without one.",
                ),
                (ActionId.SETTINGS_KEY, ActionId.PACK_INSTALL),
            )
        case p.KeyUnusable(character=character):
            return (
                translate("Problem", "The key holds a character that cannot be sent"),
                translate(
                    "Problem",
                    "Keys are made of Latin letters, digits and signs, but this one contains "
                    "“{character}”. It probably slipped in when copying.",
                ).format(character=character)
                if character
                else translate(
                    "Problem",
                    "Keys are made of Latin letters, digits and signs. Something else probably "
                    "slipped in when copying.",
                ),
                (ActionId.SETTINGS_KEY,),
            )
        case p.KeyRefused():
            return (
                translate("Problem", "The service does not know this key"),
                translate(
                    "Problem",
                    "It answered, but refused the key (401). The key may be cut off, withdrawn, "
                    "or belong to another service.",
                ),
                (ActionId.SETTINGS_KEY, ActionId.RETRY),
            )
    return None


def account_words(problem: p.Problem) -> Words | None:
    """What the service allows this account."""
    match problem:
        case p.RegionRefused():
            return (
                translate("Problem", "The service does not answer requests from this region"),
                translate(
                    "Problem",
                    "The key was not the reason. The service decides by country (403). Another "
                    "service or the offline pack can answer instead.",
                ),
                (ActionId.SETTINGS_CONNECTION, ActionId.PACK_INSTALL),
            )
        case p.AccessRefused():
            return (
                translate("Problem", "This key may not do that"),
                translate(
                    "Problem",
                    "The service knows the key, but it has no permission for this model or this "
                    "kind of request (403).",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.SETTINGS_KEY),
            )
        case p.OrganizationUnverified():
            return (
                translate("Problem", "The service wants the organization verified first"),
                translate(
                    "Problem",
                    "It serves this model only to verified organizations. That is done on the "
                    "service's website; other models work without it.",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.RETRY),
            )
        case p.CreditExhausted():
            return (
                translate("Problem", "This account has no credit left"),
                translate(
                    "Problem",
                    "The key is fine. The service refused the request because the account's "
                    "balance is used up. New accounts often start at zero, and a ChatGPT "
                    "subscription does not pay for the API.",
                ),
                (ActionId.CREDIT, ActionId.RETRY),
            )
    return None
