"""What the Chat page shows between its head and its composer, once there is something to show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gptdesk.ui.chat.activity import ActivityLine
from gptdesk.ui.chat.doors import Doors
from gptdesk.ui.chat.newchat import NewChat
from gptdesk.ui.chat.transcript.find import FindBar
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.view import TranscriptView
from gptdesk.ui.widgets.link_prompt import LinkPrompt
from gptdesk.ui.widgets.notice import Notice


class Parts:
    """Made together, after the first paint; the page puts them in their places."""

    def __init__(self, main: QWidget) -> None:
        self.transcript = TranscriptModel(main)
        self.view = TranscriptView(self.transcript)
        self.find_bar = FindBar(self.view, main)
        self.doors = Doors()
        self.new_chat = NewChat()
        self.notice = Notice(main)
        self.activity = ActivityLine(main)
        self.hint = ActivityLine(main)
        self.hint.setObjectName("chat.hint")
        self.retirement = ActivityLine(main)
        self.retirement.setObjectName("chat.retirement")
        self.link = LinkPrompt(main)

    def lines(self) -> tuple[QWidget, ...]:
        """Those that stand above the composer, from the top."""
        return (self.notice, self.hint, self.retirement, self.activity, self.link)
