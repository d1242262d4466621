"""How the Transcription tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.shell.tabs import Tab
from gptdesk.ui.transcription.page import TranscriptionPage

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("transcription", "audio-lines", _label, TranscriptionPage, _name)


def _label() -> str:
    return translate("Rail", "Transcribe")


def _name() -> str:
    return translate("Rail", "Transcription")
