"""What the person wrote, in a soft fill at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.domain.messages import ChatMessage
from gptdesk.ui.chat.transcript.measures import (
    ACTIONS,
    BESIDE,
    OWN_WIDTH,
    OWN_X,
    OWN_Y,
    PICTURE,
    PICTURE_GAP,
    pictures_size,
)
from gptdesk.ui.chat.transcript.row import INSET, Row, plain_blocks
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.painting import icon_at, panel, text_in
from gptdesk.ui.widgets.picture_tile import PictureTile
from gptdesk.ui.widgets.thumbnails import Thumbnails

translate = QCoreApplication.translate

MARK_GAP = 4


class OwnRow(Row):
    """A bubble as wide as its text and pictures, and a line under it while it is not sent."""

    def __init__(self, parent: QWidget, thumbnails: Thumbnails | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._tiles: list[PictureTile] = []
        self._bubble = QRect()
        self._copy = IconButton("copy", small=True, parent=self)
        self._copy.setObjectName("transcript.copy")
        self._copy.clicked.connect(lambda: self.action.emit("copy"))
        self._retranslate()

    @property
    def is_own(self) -> bool:
        return True

    def show_message(self, message: ChatMessage, cost: str) -> None:
        if self.message is None or self.message.text != message.text:
            self.body.markdown.reset()
            self.body.markdown.show_blocks(plain_blocks(message.text), [])
        self.message = message
        self._show_pictures(message)
        self._show_copy()
        self._retranslate()

    def _own_parts(self) -> list[QWidget]:
        return [*self._tiles, self.body, self._copy]

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_copy()

    def leaveEvent(self, event: QEvent) -> None:
        self._show_copy()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        border = self._theme.color("hairline") if self._theme.is_high_contrast else None
        radius = self._theme.radius("card")
        panel(painter, self._bubble, radius, self._theme.color("fill"), border)
        if self.mark:
            self._draw_mark(painter)

    def _lay_out_content(self, width: int) -> int:
        room = min(self._theme.px(OWN_WIDTH), width) - 2 * OWN_X
        wide, high = pictures_size(self._theme, len(self._tiles), room)
        has_text = self.message is None or bool(self.message.text) or not self._tiles
        beside = wide + OWN_X if has_text and 0 < len(self._tiles) <= BESIDE else 0
        text, tall = self._measure_text(room - beside) if has_text else (0, 0)
        inner = beside + text if beside else max(wide, text)
        above = high + OWN_Y if self._tiles and has_text and not beside else 0
        contents = max(high, tall) if beside else above + tall if has_text else high
        left = INSET + width - inner - 2 * OWN_X
        self._bubble = QRect(left, 0, inner + 2 * OWN_X, contents + 2 * OWN_Y)
        self._place_tiles(left + OWN_X, inner)
        down = above or (contents - tall) // 2  # beside a picture it stands in the middle
        self.body.setVisible(has_text)
        self.body.place(left + OWN_X + beside, OWN_Y + down, tall)
        side = self._theme.px(ACTIONS)
        self._copy.setGeometry(left - side - 4, 4, side, side)
        mark = MARK_GAP + self._theme.line("label") if self.mark else 0
        return self._bubble.height() + mark

    def _measure_text(self, room: int) -> tuple[int, int]:
        """As narrow as it may be within this room: or it could be scrolled sideways."""
        self.body.set_text_width(room)
        width = min(self.body.natural_width() + 1, room)
        self.body.set_text_width(width)
        return width, self.body.text_height()

    def _show_pictures(self, message: ChatMessage) -> None:
        """One tile for each; those of an earlier message are used again."""
        for tile in self._tiles[len(message.attachments) :]:
            tile.hide()
            tile.deleteLater()
        del self._tiles[len(message.attachments) :]
        while len(self._tiles) < len(message.attachments):
            tile = PictureTile(self._thumbnails, self)
            tile.clicked.connect(self._on_tile)
            tile.show()
            self._tiles.append(tile)
        for tile, picture in zip(self._tiles, message.attachments, strict=True):
            tile.show_picture(picture)

    def _place_tiles(self, left: int, room: int) -> None:
        side = self._theme.px(PICTURE)
        step = side + PICTURE_GAP
        a_row = max(1, (room + PICTURE_GAP) // step)
        for number, tile in enumerate(self._tiles):
            x, y = left + number % a_row * step, OWN_Y + number // a_row * step
            tile.setGeometry(x, y, side, side)

    def _on_tile(self) -> None:
        place = next(n for n, tile in enumerate(self._tiles) if tile is self.sender())
        self.action.emit(f"picture.{place}")

    def _draw_mark(self, painter: QPainter) -> None:
        line = self._theme.line("label")
        place = QRect(0, self._bubble.bottom() + 1 + MARK_GAP, INSET + self._width, line)
        color = self._theme.color("error")
        font = self._theme.font("label")
        text_in(painter, place, self.mark, font, color, Qt.AlignmentFlag.AlignRight)
        size = self._theme.icon_size(16)
        used = painter.fontMetrics().horizontalAdvance(self.mark)
        icon = QRect(place.right() - used - size - 3, place.top(), size, line)
        icon_at(painter, icon, "circle-alert", "error", size)

    def _show_copy(self) -> None:
        """There for the mouse, and for the keyboard once it has come."""
        self._copy.setVisible(self.underMouse() or self._copy.hasFocus())

    def _retranslate(self) -> None:
        self.body.setAccessibleName(translate("Transcript", "You"))
        self._copy.set_label(translate("Transcript", "Copy this message"))
