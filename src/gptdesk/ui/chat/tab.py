"""How the Chat tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("chat", "message-circle", _label, _page, sketch=_sketch)


def _page() -> QWidget:
    from gptdesk.ui.chat.page import ChatPage  # only when the tab is visited

    return ChatPage()


def _sketch() -> QWidget:
    from gptdesk.ui.chat.sketch import ChatSketch

    return ChatSketch()


def _label() -> str:
    return translate("Rail", "Chat")
