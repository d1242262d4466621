"""The short recording that comes with the app, in the language of the interface."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.resources import resource_root
from gptdesk.ui.theme.theme import Theme

translate = QCoreApplication.translate


def sample_path() -> Path:
    name = "zh_CN" if Theme.current().is_chinese else "en"
    return resource_root() / "samples" / f"{name}.flac"


def sample_title() -> str:
    return translate("Transcription", "Sample: the lamp and the rain")
