"""Everything that is pressed, with all its states."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.painted import GAP, PADDING, Painted
from gptdesk.ui.widgets.painting import icon_at, panel, text_in
from gptdesk.ui.widgets.price_button import PriceButton

__all__ = ["Button", "IconButton", "PriceButton"]

PADDING_SMALL = 12


class Button(Painted):
    """A button with a word, and perhaps an icon before it or after it.

    Kinds: primary, line, soft, tint, ghost, link.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "soft",
        icon: str = "",
        trailing_icon: str = "",
        small: bool = False,
        wide: bool = False,
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, parent)
        self._icon, self._trailing, self._role = icon, trailing_icon, role
        self._small, self._wide = small, wide
        sideways = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Maximum
        self.setSizePolicy(sideways, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 2 if kind == "link" else 8)
        self.setText(text)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._restyle()

    def set_trailing_icon(self, icon: str) -> None:
        self._trailing = icon
        self._restyle()

    def sizeHint(self) -> QSize:
        height = 28 if self._small else 40 if self._wide else 36
        if self._kind == "link":
            return QSize(self._content_width(), self._theme.px(20))
        padding = PADDING_SMALL if self._small else PADDING
        width = self._content_width() + 2 * self._theme.px(padding)
        return QSize(width, self._theme.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, role = self._colors()
        if self._role and self.isEnabled():
            role = self._role
        panel(painter, self.rect(), self._theme.radius("control"), fill, border)
        self._draw_content(painter, role)

    def _draw_content(self, painter: QPainter, role: str) -> None:
        size, gap = self._icon_size(), GAP
        width = self._content_width()
        if self.is_busy and not self._icon:  # it must fit into the padding
            size, gap = size - 2, 6
            width += size + gap
        x = (self.width() - width) // 2
        if self.is_busy:
            self._spin(painter, QRect(x, 0, size, self.height()), role)
        elif self._icon:
            icon_at(painter, QRect(x, 0, size, self.height()), self._icon, role, size)
        if self.is_busy or self._icon:
            x += size + (gap if self.text() else 0)
        font = self._font()
        if self._kind == "link" and self.underMouse():
            font.setUnderline(True)
        label = QRect(x, 0, text_width(font, self.text()), self.height())
        text_in(painter, label, self.text(), font, self._theme.color(role))
        if self._trailing:
            gap = GAP if self.text() or self._icon else 0
            place = QRect(label.right() + 1 + gap, 0, size, self.height())
            icon_at(painter, place, self._trailing, role, size)

    def _content_width(self) -> int:
        icons = sum(1 for icon in (self._icon, self._trailing) if icon)
        gaps = icons if self.text() else max(0, icons - 1)
        return text_width(self._font(), self.text()) + icons * self._icon_size() + gaps * GAP

    def _icon_size(self) -> int:
        return self._theme.icon_size(16)

    def _font(self) -> QFont:
        return self._theme.font("label" if self._small or self._kind == "link" else "button")


class IconButton(Painted):
    """A square with an icon; its name is spoken and shown as a tooltip."""

    def __init__(
        self,
        icon: str,
        *,
        small: bool = False,
        kind: str = "ghost",
        size: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, parent)
        self._icon = icon
        self._small = small
        self._side = size or (28 if small else 32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 8)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_label(self, text: str, keys: str = "") -> None:
        """Name it for eyes and ears; `keys` are shown in the tooltip."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, role = self._colors()
        if self._kind == "ghost" and not self.isEnabled():
            fill = None
        panel(painter, self.rect(), self._theme.radius("control"), fill, border)
        size = self._theme.icon_size(16 if self._small else 20)
        if self.is_busy:
            left = (self.width() - self._theme.icon_size(16)) // 2
            place = self.rect().adjusted(left, 0, -left, 0)
            self._spin(painter, place, role)
        else:
            icon_at(painter, self.rect(), self._icon, role, size)
