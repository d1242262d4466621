"""What is going on with an answer, in one sentence."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.problems import EngineCrashed, RateLimited

if TYPE_CHECKING:
    from gptdesk.ui.chat.presenting.asking import Live

translate = QCoreApplication.translate


def progress_sentence(live: Live, seconds_left: float) -> str:
    """The newest thing that is known of it."""
    if live.wait is not None:
        return wait_sentence(live.wait.problem, ceil(seconds_left))
    if live.is_engine_starting:
        return translate("ChatProgress", "Starting the model on this computer…")
    if live.pieces:
        return translate("ChatProgress", "Answering · %n token(s) received", None, live.pieces)
    if live.has_reasoning:
        return translate("ChatProgress", "The model is thinking…")
    return translate("ChatProgress", "Waiting for the answer…")


def wait_sentence(problem: str, seconds: int) -> str:
    """Why it is sent again, and when."""
    if problem == EngineCrashed.code:
        return translate("ChatProgress", "The model on this computer stopped. Starting it again…")
    if seconds <= 0:
        return translate("ChatProgress", "Trying again…")
    if problem == RateLimited.code:
        return translate(
            "ChatProgress",
            "The service asks to wait. Trying again in %n second(s)…",
            None,
            seconds,
        )
    return translate(
        "ChatProgress",
        "The service has trouble of its own. Trying again in %n second(s)…",
        None,
        seconds,
    )
