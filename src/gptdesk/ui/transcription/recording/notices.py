"""What is said under the bar of a recording, with what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.notice import Notice

translate = QCoreApplication.translate

GO_ON, RECHECK = "go-on", "recheck"


def say_lost(notice: Notice) -> None:
    notice.show_message(
        "warn",
        translate("Recording", "The microphone is gone"),
        translate(
            "Recording",
            "**What was recorded is kept.** Plug it in again or choose another one, and go "
            "on; or finish here.",
        ),
        icon="mic",
        actions=(
            (GO_ON, translate("Recording", "Go on recording")),
            (ActionId.CLOSE, translate("Recording", "Finish here")),
        ),
    )


def offer_recheck(notice: Notice) -> None:
    notice.show_message(
        "info",
        translate("Recording", "The recording is written down"),
        translate(
            "Recording",
            "It was heard in short pieces, so that the words came at once. Heard again as a "
            "whole, names and ends of sentences often come out better; this text stays too.",
        ),
        actions=((RECHECK, translate("Recording", "Put the whole into the queue")),),
    )
