"""How the FAQ tab declares itself to the shell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("faq", "circle-question-mark", _label, _page)


def _page() -> QWidget:
    from gptdesk.ui.faq.page import FaqPage  # only when the tab is visited

    return FaqPage()


def _label() -> str:
    return translate("Rail", "FAQ")
