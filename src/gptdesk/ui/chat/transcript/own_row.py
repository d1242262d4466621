"""What the person wrote, in a soft fill at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.domain.messages import ChatMessage
from gptdesk.ui.chat.transcript.measures import ACTIONS, OWN_WIDTH, OWN_X, OWN_Y
from gptdesk.ui.chat.transcript.row import INSET, Row, plain_blocks
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

MARK_GAP = 4


class OwnRow(Row):
    """A bubble as wide as its text, and a line under it while it is not sent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        self._show_copy()
        self._retranslate()

    def stops(self) -> list[QWidget]:
        return [self.body, self._copy]

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
        widest = min(self._theme.px(OWN_WIDTH), width)
        self.body.set_text_width(widest - 2 * OWN_X)
        inner = min(self.body.natural_width() + 1, widest - 2 * OWN_X)
        self.body.set_text_width(inner)  # or the text could be scrolled sideways in its bubble
        bubble = inner + 2 * OWN_X
        height = self.body.text_height()
        left = INSET + width - bubble
        self._bubble = QRect(left, 0, bubble, height + 2 * OWN_Y)
        self.body.place(left + OWN_X, OWN_Y, height)
        side = self._theme.px(ACTIONS)
        self._copy.setGeometry(left - side - 4, 4, side, side)
        mark = MARK_GAP + self._theme.line("label") if self.mark else 0
        return self._bubble.height() + mark

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
