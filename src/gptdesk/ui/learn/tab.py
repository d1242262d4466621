"""How the Learn tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.learn.page import LearnPage
from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("learn", "book-open", _label, LearnPage)


def _label() -> str:
    return translate("Rail", "Learn")
