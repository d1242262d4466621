"""How the Images tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.images.page import ImagesPage
from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("images", "image", _label, ImagesPage)


def _label() -> str:
    return translate("Rail", "Images")
