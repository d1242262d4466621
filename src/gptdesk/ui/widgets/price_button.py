"""The button that says what a click will cost."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.painted import GAP, PADDING, Painted
from gptdesk.ui.widgets.painting import icon_at, key_cap, key_cap_width, panel, text_in

BAR_OPACITY = 0.32


class PriceButton(Painted):
    """`Label | price`; while its work runs it is a soft Stop in the same place."""

    def __init__(self, text: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__("primary", parent)
        self._label, self._icon = text, icon
        self._price = ""
        self._stop: tuple[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 8)
        self._rename()

    def setText(self, text: str) -> None:
        self._label = text
        self._rename()

    @property
    def price(self) -> str:
        return self._price

    def set_price(self, price: str) -> None:
        self._price = price
        self._rename()

    def set_stop(self, text: str, hint: str = "") -> None:
        """Become the soft Stop; `hint` is the key that does the same."""
        self._stop = (text, hint)
        self.set_kind("stop")
        self._rename()

    def set_normal(self) -> None:
        self._stop = None
        self.set_kind("primary")
        self._rename()

    @property
    def is_stop(self) -> bool:
        return self._stop is not None

    def sizeHint(self) -> QSize:
        width = self._content_width() + 2 * self._theme.px(PADDING)
        return QSize(width, self._theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, role = self._colors()
        panel(painter, self.rect(), self._theme.radius("control"), fill, border)
        x = (self.width() - self._content_width()) // 2
        icon = "stop" if self.is_stop else self._icon
        size = self._theme.icon_size(20)
        if icon:
            icon_at(painter, QRect(x, 0, size, self.height()), icon, role, size)
            x += size + GAP
        font = self._theme.font("button")
        label = QRect(x, 0, text_width(font, self.text()), self.height())
        text_in(painter, label, self.text(), font, self._theme.color(role))
        self._draw_end(painter, label.right() + 1 + GAP, role)

    def _draw_end(self, painter: QPainter, x: int, role: str) -> None:
        if self._stop is not None:
            if hint := self._stop[1]:
                place = QRect(x, 0, key_cap_width(self._theme, hint), self.height())
                key_cap(painter, place, hint)
        elif self._price:
            bar = self._theme.color(role)
            bar.setAlphaF(BAR_OPACITY)
            height = self._theme.px(16)
            painter.fillRect(QRect(x, (self.height() - height) // 2, 1, height), bar)
            font = self._theme.font("base", tabular_figures=True)
            place = QRect(x + 1 + GAP, 0, self.width(), self.height())
            text_in(painter, place, self._price, font, self._theme.color(role))

    def _content_width(self) -> int:
        width = text_width(self._theme.font("button"), self.text())
        if self._icon or self.is_stop:
            width += self._theme.icon_size(20) + GAP
        if self._stop is not None:
            return width + (GAP + key_cap_width(self._theme, self._stop[1]) if self._stop[1] else 0)
        if self._price:
            font = self._theme.font("base", tabular_figures=True)
            width += 2 * GAP + 1 + text_width(font, self._price)
        return width

    def _rename(self) -> None:
        text = self._stop[0] if self._stop is not None else self._label
        super().setText(text)
        price = "" if self.is_stop else self._price
        self.setAccessibleName(f"{text} {price}".strip())
        self._restyle()
