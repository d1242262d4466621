"""On or off, ticked or not, one of several: choices that hold at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

BOX = 20
GAP = 8


class Switch(QCheckBox):
    """On or off, at once; 36 × 20."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 12)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.icon_size(36), self._theme.icon_size(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        height = self.height()
        is_on = self.isChecked()
        fill, border, knob = _switch_roles(is_on, self.isEnabled(), self.underMouse())
        line = color(border) if border else None
        panel(painter, self.rect(), height / 2, color(fill), line)
        side = height - 4 if is_on else height - 8
        x = self.width() - side - 2 if is_on else 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(knob))
        painter.drawEllipse(QRectF(x, (height - side) / 2, side, side))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _switch_roles(is_on: bool, is_enabled: bool, is_hovered: bool) -> tuple[str, str, str]:
    if not is_enabled:
        return "fill", "button-border", "text-disabled"
    if is_on:
        return ("accent-hover" if is_hovered else "accent"), "", "on-accent"
    return ("fill-hover" if is_hovered else "surface"), "field-border", "field-border"


class _Mark:
    """What a tick and a round choice share: a mark 20 px wide and a text beside it."""

    _theme: Theme

    def _size(self, text: str) -> QSize:
        side = self._theme.icon_size(BOX)
        width = side + (GAP + text_width(self._theme.font("base"), text) if text else 0)
        return QSize(width, max(side, self._theme.line("base")))

    def _box(self, rect: QRect) -> QRect:
        side = self._theme.icon_size(BOX)
        return QRect(0, (rect.height() - side) // 2, side, side)

    def _roles(self, button: QAbstractButton) -> tuple[str, str]:
        """The roles of the fill and of the outline."""
        if not button.isEnabled():
            return "fill", "button-border"
        if button.isChecked():
            return ("accent-hover" if button.underMouse() else "accent"), ""
        return ("fill" if button.underMouse() else "surface"), "field-border"

    def _draw_text(self, painter: QPainter, button: QAbstractButton) -> None:
        role = "text" if button.isEnabled() else "text-disabled"
        room = button.rect().adjusted(self._theme.icon_size(BOX) + GAP, 0, 0, 0)
        text_in(painter, room, button.text(), self._theme.font("base"), self._theme.color(role))


class CheckBox(_Mark, QCheckBox):
    """A tick and its text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, text, parent)
        self._theme = Theme.current()
        self.setProperty("focusRadius", 4)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return self._size(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border = self._roles(self)
        box = self._box(self.rect())
        color = self._theme.color
        panel(painter, box, 5, color(fill), color(border) if border else None)
        if self.isChecked():
            role = "on-accent" if self.isEnabled() else "text-disabled"
            icon_at(painter, box, "check", role, self._theme.icon_size(16))
        self._draw_text(painter, self)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class RadioButton(_Mark, QRadioButton):
    """One of several, with its text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, text, parent)
        self._theme = Theme.current()
        self.setProperty("focusRadius", 4)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return self._size(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border = self._roles(self)
        box = self._box(self.rect())
        color = self._theme.color
        panel(painter, box, box.width() / 2, color(fill), color(border) if border else None)
        if self.isChecked():
            side = box.width() * 0.4
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("on-accent" if self.isEnabled() else "text-disabled"))
            painter.drawEllipse(QRectF(box).center(), side / 2, side / 2)
        self._draw_text(painter, self)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
