"""How the Images tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("images", "image", _label, _page)


def _page() -> QWidget:
    from gptdesk.ui.images.page import ImagesPage  # only when the tab is visited

    return ImagesPage()


def _label() -> str:
    return translate("Rail", "Images")
