"""Everything that is pressed, drawn as picture 18 shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import (
    icon_at,
    key_cap,
    key_cap_width,
    panel,
    spinner_arc,
    text_in,
)
from gptdesk.ui.widgets.turning import Turning

GAP = 8
PADDING = 14
PADDING_SMALL = 12
BAR_OPACITY = 0.32


@dataclass(frozen=True, slots=True)
class Look:
    """The colour roles of one kind of button; empty means none."""

    rest: str
    hover: str
    pressed: str
    text: str
    border: str = ""
    pressed_border: str = ""


LOOKS = {
    "primary": Look("accent", "accent-hover", "accent-pressed", "on-accent"),
    "line": Look("", "fill", "fill-pressed", "text", "button-border", "button-border"),
    "soft": Look("fill", "fill-hover", "fill-pressed", "text"),
    "tint": Look(
        "accent-soft", "accent-soft-strong", "accent-soft-strong", "accent-text", "", "accent-text"
    ),
    "ghost": Look("", "fill", "fill-pressed", "text-quiet"),
    "link": Look("", "", "", "accent-text"),
    "stop": Look("fill-pressed", "fill-hover", "fill", "text"),
}


class Painted(QPushButton):
    """What all buttons share: states, colours, and following the theme."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._theme = Theme.current()
        self._turning: Turning | None = None
        self.setAutoDefault(True)  # so that Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme.changed.connect(self._restyle)

    @property
    def kind(self) -> str:
        return self._kind

    def set_kind(self, kind: str) -> None:
        self._kind = kind
        self.update()

    @property
    def is_busy(self) -> bool:
        return self._turning is not None

    def set_busy(self, busy: bool) -> None:
        """Show that its work is under way; its width stays."""
        if busy == self.is_busy:
            return
        if self._turning is not None:
            self._turning.stop()
            self._turning.deleteLater()
        self._turning = Turning(self) if busy else None
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _colors(self) -> tuple[QColor | None, QColor | None, str]:
        """Fill, outline and the role of the text, for the state it is in."""
        look = LOOKS[self._kind]
        if not self.isEnabled():
            return self._color("" if self._kind == "link" else "fill"), None, "text-disabled"
        fill, border = look.rest, look.border
        if self.isDown() or self.isChecked():
            fill, border = look.pressed, look.pressed_border
        elif self.underMouse():
            fill = look.hover
        if self._theme.is_high_contrast and self._kind in ("soft", "tint", "stop"):
            border = "button-border"
        return self._color(fill), self._color(border), look.text

    def _color(self, role: str) -> QColor | None:
        return self._theme.color(role) if role else None

    def _spin(self, painter: QPainter, rect: QRect, role: str) -> None:
        assert self._turning is not None
        size = min(rect.width(), self._theme.icon_size(16))
        corner = QPointF(rect.x(), rect.center().y() + 1 - size / 2)
        area = QRectF(corner, QSize(size, size))
        spinner_arc(painter, area, self._theme.color(role), self._turning.turn)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


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

    def sizeHint(self) -> QSize:  # noqa: N802
        height = 28 if self._small else 40 if self._wide else 36
        if self._kind == "link":
            return QSize(self._content_width(), self._theme.px(20))
        padding = PADDING_SMALL if self._small else PADDING
        width = self._content_width() + 2 * self._theme.px(padding)
        return QSize(width, self._theme.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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
            x += size + gap
        font = self._font()
        if self._kind == "link" and self.underMouse():
            font.setUnderline(True)
        label = QRect(x, 0, text_width(font, self.text()), self.height())
        text_in(painter, label, self.text(), font, self._theme.color(role))
        if self._trailing:
            place = QRect(label.right() + 1 + GAP, 0, size, self.height())
            icon_at(painter, place, self._trailing, role, size)

    def _content_width(self) -> int:
        icons = sum(1 for icon in (self._icon, self._trailing) if icon)
        return text_width(self._font(), self.text()) + icons * (self._icon_size() + GAP)

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

    def sizeHint(self) -> QSize:  # noqa: N802
        side = self._theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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

    def setText(self, text: str) -> None:  # noqa: N802
        self._label = text
        self._rename()

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

    def sizeHint(self) -> QSize:  # noqa: N802
        width = self._content_width() + 2 * self._theme.px(PADDING)
        return QSize(width, self._theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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
