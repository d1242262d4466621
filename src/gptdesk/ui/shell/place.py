"""Where the window stands, kept as text and pulled back when its screen is gone."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1280, 788)
SMALLEST = QSize(800, 560)
VISIBLE = QSize(160, 32)
"""How much of the window's head must lie on a screen so that a hand can grip it."""


def place_text(window: QWidget) -> str:
    """The window's place as base64, for the settings file."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_place(window: QWidget, text: str) -> None:
    """Put the window where it was; where nothing is known, in the middle of the screen."""
    saved = QByteArray.fromBase64(text.encode("ascii", "ignore"))
    if saved.isEmpty() or not window.restoreGeometry(saved):
        window.setGeometry(_first(window))
    elif not (window.isMaximized() or window.isFullScreen()):
        window.setGeometry(pulled_back(window.geometry(), _screens()))


def pulled_back(place: QRect, screens: list[QRect]) -> QRect:
    """The same place if its head can be gripped, otherwise the nearest one where it can."""
    if not screens:
        return place
    head = QRect(place.topLeft(), QSize(place.width(), VISIBLE.height()))
    for screen in screens:
        seen = screen.intersected(head)
        if seen.width() >= VISIBLE.width() and seen.height() >= VISIBLE.height() // 2:
            return _fitted(place, screen)
    screen = screens[0]
    result = _fitted(place, screen)
    result.moveCenter(screen.center())
    return result


def _fitted(place: QRect, screen: QRect) -> QRect:
    size = place.size().boundedTo(screen.size())
    return QRect(place.topLeft(), size)


def _first(window: QWidget) -> QRect:
    screens = _screens()
    place = QRect(window.pos(), FIRST_SIZE)
    if screens:
        room = screens[0]
        size = FIRST_SIZE.boundedTo(QSize(room.width() * 9 // 10, room.height() * 9 // 10))
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
    return place


def _screens() -> list[QRect]:
    """The primary one first."""
    primary = QGuiApplication.primaryScreen()
    rest = [screen for screen in QGuiApplication.screens() if screen is not primary]
    return [screen.availableGeometry() for screen in [primary, *rest] if screen is not None]
