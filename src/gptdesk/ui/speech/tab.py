"""How the Speech tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("speech", "volume-2", _label, _page)


def _page() -> QWidget:
    from gptdesk.ui.speech.page import SpeechPage  # only when the tab is visited

    return SpeechPage()


def _label() -> str:
    return translate("Rail", "Speech")
