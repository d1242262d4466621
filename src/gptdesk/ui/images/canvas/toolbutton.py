"""A button of the canvas' toolbar: an icon with a word, or the icon alone where room is short."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.painted import GAP, Painted
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

SIDE = 32
PADDING = 10


class ToolButton(Painted):
    """32 px high; the chosen tool is tinted."""

    def __init__(
        self,
        icon: str,
        *,
        checkable: bool = False,
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("ghost", parent)
        self._icon = icon
        self._opens = opens
        self._is_compact = False
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 8)

    def set_label(self, text: str, tip: str = "", keys: str = "") -> None:
        """A word, what it does in a sentence, and its keys."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        said = tip or text
        self.setToolTip(f"{said} ({keys})" if keys else said)
        self._restyle()

    def set_compact(self, compact: bool) -> None:
        if compact != self._is_compact:
            self._is_compact = compact
            self._restyle()

    def full_width(self) -> int:
        """What it needs with its word."""
        theme = self._theme
        width = 2 * theme.px(PADDING) + theme.icon_size(16) + GAP
        width += text_width(theme.font("label"), self.text())
        return width + (theme.icon_size(16) + 4 if self._opens else 0)

    def sizeHint(self) -> QSize:
        theme = self._theme
        if not self._is_compact:
            return QSize(self.full_width(), theme.px(SIDE))
        more = theme.icon_size(12) if self._opens else 0
        return QSize(theme.px(SIDE) + more, theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        fill, border, role = self._colors()
        if not self.isEnabled():
            fill = None
        elif self.isChecked():
            fill, role = theme.color("accent-soft-strong"), "accent-text"
            border = theme.color("accent-text") if theme.is_high_contrast else None
        elif self.underMouse():
            role = "text"
        panel(painter, self.rect(), theme.radius("control"), fill, border)
        size = theme.icon_size(16)
        if self._is_compact:
            self._draw_compact(painter, role)
            return
        x = theme.px(PADDING)
        icon_at(painter, QRect(x, 0, size, self.height()), self._icon, role, size)
        x += size + GAP
        font = theme.font("label")
        width = text_width(font, self.text())
        word = role if role != "text-quiet" else "text"
        text_in(painter, QRect(x, 0, width, self.height()), self.text(), font, theme.color(word))
        if self._opens:
            place = QRect(x + width + 4, 0, size, self.height())
            icon_at(painter, place, "chevron-down", role, size)

    def _draw_compact(self, painter: QPainter, role: str) -> None:
        theme = self._theme
        size, small = theme.icon_size(18), theme.icon_size(12)
        room = self.rect()
        if self._opens:
            room.setWidth(room.width() - small)
            place = QRect(room.right() - 2, 0, small, self.height())
            icon_at(painter, place, "chevron-down", role, small)
        icon_at(painter, room, self._icon, role, size)
