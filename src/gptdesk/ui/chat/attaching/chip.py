"""A picture that waits to be sent: its thumbnail, how it will be sent, and a cross."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.domain.attachments import Attachment
from gptdesk.ui.widgets.painting import icon_at, panel, text_in
from gptdesk.ui.widgets.picture_tile import RADIUS, PictureTile
from gptdesk.ui.widgets.picture_words import dimensions, weight
from gptdesk.ui.widgets.thumbnails import SIDE, Thumbnails

translate = QCoreApplication.translate

CROSS = 22
GAP = 4
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PictureChip(PictureTile):
    """Opens the large view when pressed; busy while the picture is being prepared.

    Signals:
        removed: the cross was pressed, or Delete on the keyboard.
        moved: the keyboard goes one chip back or forth.
    """

    removed = Signal()
    moved = Signal(int)

    def __init__(
        self, name: str, thumbnails: Thumbnails | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(thumbnails, parent)
        self.setObjectName("chat.picture")
        self._name = name
        self.set_busy(True)
        self._retranslate()

    def show_picture(self, picture: Attachment) -> None:
        self.set_busy(False)
        super().show_picture(picture)

    def lines(self) -> tuple[str, str]:
        """What stands under the thumbnail."""
        if self._picture is None:
            return (translate("Attach", "Preparing…"), "")
        text = translate("Attach", "{format} · {weight}", "under a thumbnail, short")
        second = text.format(format=self._picture.format, weight=weight(self._picture))
        return (dimensions(self._picture), second)

    def sizeHint(self) -> QSize:
        side = self._theme.px(SIDE)
        return QSize(side, side + GAP + 2 * self._theme.line("tiny"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(SIDE)
        square = QRect(0, 0, side, side)
        if self.is_busy:
            panel(painter, square, RADIUS, self._theme.color("fill"))
            room = (side - self._theme.icon_size(16)) // 2
            self._spin(painter, square.adjusted(room, 0, -room, 0), "text-quiet")
        else:
            self._draw_square(painter, square)
        panel(
            painter, self._cross(), self._theme.px(CROSS) / 2, self._theme.color("surface-raised")
        )
        size = self._theme.icon_size(14)
        icon_at(painter, self._cross(), "x", "text", min(size, self._theme.px(CROSS) - 4))
        line = self._theme.line("tiny")
        font, color = self._theme.font("tiny"), self._theme.color("text-quiet")
        for number, text in enumerate(self.lines()):
            place = QRect(0, side + GAP + number * line, self.width(), line)
            text_in(painter, place, text, font, color)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_cross = self._cross().contains(event.position().toPoint())
        if is_cross and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in REMOVING:
            self.removed.emit()
        elif key in STEPS:
            self.moved.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def _cross(self) -> QRect:
        side = self._theme.px(CROSS)
        return QRect(self._theme.px(SIDE) - side - 4, 4, side, side)

    def _retranslate(self) -> None:
        super()._retranslate()
        if self._picture is None:
            name = getattr(self, "_name", "")
            text = translate("Attach", "Picture {name} is being prepared")
            self.setAccessibleName(text.format(name=name))
            return
        way = translate("Attach", "Press Enter to see it large, Delete to take it away")
        self.setAccessibleDescription(f"{self.accessibleDescription()}. {way}")
        self.setToolTip(f"{self.toolTip()}\n{way}")
