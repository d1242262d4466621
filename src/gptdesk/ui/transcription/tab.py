"""How the Transcription tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("transcription", "audio-lines", _label, _page, _name)


def _page() -> QWidget:
    from gptdesk.ui.transcription.page import TranscriptionPage  # only when the tab is visited

    return TranscriptionPage()


def _label() -> str:
    return translate("Rail", "Transcribe")


def _name() -> str:
    return translate("Rail", "Transcription")
