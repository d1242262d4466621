"""How the Speech tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.shell.tabs import Tab
from gptdesk.ui.speech.page import SpeechPage

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("speech", "volume-2", _label, SpeechPage)


def _label() -> str:
    return translate("Rail", "Speech")
