"""The second line of a row: what was said last, or what is the matter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import STOPPED

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Preview:
    text: str
    is_trouble: bool = False


def preview(conversation: Conversation, *, is_answering: bool, is_open: bool = False) -> Preview:
    """Trouble goes before a draft, a draft before what was said last.

    The draft of the open conversation is seen anyway.
    """
    if is_answering:
        return Preview(translate("ChatList", "Answering…"))
    if conversation.trouble and conversation.trouble != STOPPED:
        return Preview(trouble_text(conversation.trouble), is_trouble=True)
    if conversation.has_draft and not (is_open and conversation.preview):
        return Preview(translate("ChatList", "Draft · not sent yet"))
    if conversation.trouble == STOPPED:
        return Preview(translate("ChatList", "Stopped"))
    return Preview(_said(conversation))


def _said(conversation: Conversation) -> str:
    """The last message on one line; its pictures are counted before it."""
    text, count = " ".join(conversation.preview.split()), conversation.preview_pictures
    if not count:
        return text
    pictures = translate("ChatList", "Picture")
    if count > 1:
        pictures = translate("ChatList", "%n picture(s)", None, count)
    if not text:
        return pictures
    return translate("ChatList", "{pictures} · {text}").format(pictures=pictures, text=text)


def trouble_text(code: str) -> str:
    """A few words for the code of a Problem; the notice in the conversation says the rest."""
    texts = {
        "credit-exhausted": translate("ChatList", "Not sent: no credit"),
        "key-missing": translate("ChatList", "Not sent: no key"),
        "key-unusable": translate("ChatList", "Not sent: key not usable"),
        "key-refused": translate("ChatList", "Not sent: key refused"),
        "region-refused": translate("ChatList", "Not sent: not served in this region"),
        "rate-limited": translate("ChatList", "Not sent: too many requests"),
        "network-down": translate("ChatList", "Not sent: no internet"),
        "host-not-found": translate("ChatList", "Not sent: address not found"),
        "model-not-found": translate("ChatList", "Not sent: model not found"),
        "other-api-needed": translate("ChatList", "Not sent: model not served this way"),
        "pack-missing": translate("ChatList", "Not sent: offline pack missing"),
        "connection-missing": translate("ChatList", "Not sent: connection removed"),
        "context-too-long": translate("ChatList", "Not sent: too long"),
        "timed-out": translate("ChatList", "No answer in time"),
        "answer-empty": translate("ChatList", "The answer was empty"),
        "connection-cut": translate("ChatList", "Answer cut off"),
        "answer-incomplete": translate("ChatList", "Answer cut off"),
        "interrupted": translate("ChatList", "Answer cut off"),
        "engine-crashed": translate("ChatList", "Answer cut off"),
    }
    return texts.get(code) or translate("ChatList", "Not sent yet")


def short_trouble(code: str) -> str:
    """A word or two for the status line."""
    texts = {
        "credit-exhausted": translate("ChatState", "no credit"),
        "key-missing": translate("ChatState", "no key"),
        "key-unusable": translate("ChatState", "key not usable"),
        "key-refused": translate("ChatState", "key refused"),
        "network-down": translate("ChatState", "no internet"),
        "rate-limited": translate("ChatState", "asks to wait"),
    }
    return texts.get(code) or translate("ChatState", "last request failed")
