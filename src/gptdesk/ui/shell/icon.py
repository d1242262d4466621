"""The app's own icon."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from gptdesk.domain.resources import resource_root


def app_icon() -> QIcon:
    """The plain drawing up to 24 px, the full one above."""
    folder = resource_root() / "app-icon"
    icon = QIcon()
    for name in ("icon-16.png", "icon-24.png", "icon-48.png", "icon-256.png"):
        icon.addFile(str(folder / name))
    return icon
