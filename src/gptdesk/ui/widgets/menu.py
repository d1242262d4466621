"""Menus, which the style sheet draws."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from gptdesk.ui.theme.theme import Theme


def menu(parent: QWidget | None = None) -> QMenu:
    """A menu with round corners."""
    return _Menu(parent)


class _Menu(QMenu):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._is_masked = QGuiApplication.platformName() == "xcb"
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        if not self._is_masked:
            self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_masked:  # without a compositor a translucent corner would be black
            radius = Theme.current().radius("card")
            path = QPainterPath()
            path.addRoundedRect(self.rect(), radius, radius)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))
