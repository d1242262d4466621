"""How the Chat tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.chat.page import ChatPage
from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("chat", "message-circle", _label, ChatPage)


def _label() -> str:
    return translate("Rail", "Chat")
