"""The wall of pictures: what keys, clicks and the mouse mean on it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gptdesk.domain.gallery import PictureHeader
from gptdesk.ui.images.gallery.grid import Grid
from gptdesk.ui.images.gallery.model import WallModel
from gptdesk.ui.images.gallery.pictures import WallPictures
from gptdesk.ui.images.gallery.tiles import tile_of

DELETE_KEYS = (
    (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) if sys.platform == "darwin" else (Qt.Key.Key_Delete,)
)
"""The keyboards of macOS have one key for both."""
STAR = 34
"""The corner of a tile where a click makes a favourite."""


class Wall(Grid):
    """A click chooses, Ctrl and Shift choose more, Enter opens.

    Signals:
        opened: id of a picture.
        favourite_pressed: ids whose mark is to change.
        delete_pressed, copy_pressed, full_pressed, save_pressed: keys for what is chosen.
        menu_requested: where on the screen.
        drag_started: the mouse pulls the chosen ones out.
    """

    opened = Signal(str)
    favourite_pressed = Signal(list)
    delete_pressed = Signal()
    copy_pressed = Signal()
    full_pressed = Signal()
    save_pressed = Signal()
    menu_requested = Signal(QPoint)
    drag_started = Signal()

    def __init__(self, model: WallModel, pictures: WallPictures, parent: QWidget) -> None:
        super().__init__(model, pictures, parent)
        self.setObjectName("images.gallery")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            Qt.Key(event.key()),
            not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier,
        )
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_C, Qt.Key.Key_S):
            (self.copy_pressed if key == Qt.Key.Key_C else self.save_pressed).emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif plain and key == Qt.Key.Key_F:
            self.favourite_pressed.emit([one.id for one in self.chosen])
        elif plain and key == Qt.Key.Key_F11:
            self.full_pressed.emit()
        elif plain and key in DELETE_KEYS:
            self.delete_pressed.emit()
        elif plain and key == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        header = self._starred(place)
        if header is not None and event.button() == Qt.MouseButton.LeftButton:
            self.favourite_pressed.emit([header.id])
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        header = self._rows.header(self.indexAt(event.position().toPoint()))
        if header is not None and self._starred(event.position().toPoint()) is None:
            self.opened.emit(header.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = event.globalPos()
            if not self.indexAt(event.pos()).isValid():
                return
        else:
            spot = self.visualRect(self.currentIndex()).center()
            place = self.viewport().mapToGlobal(spot)
        if self.chosen:
            self.menu_requested.emit(place)

    def startDrag(self, supported: Qt.DropAction) -> None:
        self.drag_started.emit()

    def _open(self) -> None:
        if self.current_id:
            self.opened.emit(self.current_id)

    def _on_escape(self) -> None:
        if self.chosen_count > 1:
            self.setCurrentIndex(self.currentIndex())

    def _starred(self, place: QPoint) -> PictureHeader | None:
        """The picture whose star is there: only a favourite shows one."""
        index = self.indexAt(place)
        header = self._rows.header(index)
        if header is None or not header.is_favourite:
            return None
        room, side = tile_of(self.visualRect(index)), self._theme.px(STAR)
        is_there = place.x() > room.right() - side and place.y() < room.top() + side
        return header if is_there and room.contains(place) else None
