"""Settings as a tab of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gptdesk.ui.shell.tabs import Tab

translate = QCoreApplication.translate


def tab() -> Tab:
    return Tab("settings", "settings", lambda: translate("Settings", "Settings"), _page)


def _page() -> QWidget:
    from gptdesk.ui.settings.page import SettingsPage  # only when the tab is visited

    return SettingsPage()
