"""Where people choose: switch, tick, one of a few, a value on a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QSlider,
    QWidget,
)

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

BOX = 20
GAP = 8
KNOB = 16
INSET = 2


class Switch(QCheckBox):
    """On or off, at once; 36 × 20."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 12)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.icon_size(36), self._theme.icon_size(20))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def hitButton(self, pos: QPointF) -> bool:  # type: ignore[override]  # noqa: N802
        return bool(self.rect().contains(pos))  # type: ignore[call-overload]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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


class Slider(QSlider):
    """A value on a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, self._theme.icon_size(20))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(64, self._theme.icon_size(20))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        knob = self._knob()
        center = self.rect().center().y() + 1
        track, done = self._theme.color("track"), self._theme.color("accent-text")
        if not self.isEnabled():
            done = self._theme.color("text-disabled")
        x = knob / 2 + self._fraction() * (self.width() - knob)
        panel(painter, QRectF(0, center - 2, self.width(), 4), 2, track)
        panel(painter, QRectF(0, center - 2, x, 4), 2, done)
        painter.setBrush(self._theme.color("surface"))
        painter.setPen(QPen(done, 2))
        painter.drawEllipse(QPointF(x, center), knob / 2 - 1, knob / 2 - 1)

    def _knob(self) -> int:
        return self._theme.icon_size(KNOB)

    def _fraction(self) -> float:
        span = self.maximum() - self.minimum()
        return (self.value() - self.minimum()) / span if span else 0.0

    def _move_to(self, x: float) -> None:
        room = max(1, self.width() - self._knob())
        fraction = max(0.0, min(1.0, (x - self._knob() / 2) / room))
        self.setValue(round(self.minimum() + fraction * (self.maximum() - self.minimum())))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Segments(QWidget):
    """A few options side by side, of which one holds.

    Signals:
        chosen: the id of the option that the person picked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._height = 32 if small else 36
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(INSET, INSET, INSET, INSET)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace them; the chosen one stays if it is still there, otherwise it is the first."""
        before = self.current
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        for option, text in options:
            button = _Segment(option, text, self._height - 2 * INSET, self)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._layout.addWidget(button)
        ids = [option for option, _text in options]
        if ids:
            self.choose(before if before in ids else ids[0])

    @property
    def current(self) -> str:
        button = self._group.checkedButton()
        return button.option if isinstance(button, _Segment) else ""

    def choose(self, option: str) -> None:
        """Show an option as chosen, without a signal."""
        for button in self._segments():
            button.setChecked(button.option == option)
            is_chosen = button.option == option
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.NoFocus)

    def set_option_enabled(self, option: str, enabled: bool) -> None:
        for button in self._segments():
            if button.option == option:
                button.setEnabled(enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        usable = [button for button in self._segments() if button.isEnabled()]
        if step is None or not usable:
            super().keyPressEvent(event)
            return
        now = next((i for i, button in enumerate(usable) if button.isChecked()), 0)
        wanted = usable[(now + step) % len(usable)]
        wanted.click()
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        border = self._theme.color("button-border") if self._theme.is_high_contrast else None
        radius = self._theme.radius("control")
        panel(QPainter(self), self.rect(), radius, self._theme.color("fill"), border)

    def _segments(self) -> list[_Segment]:
        return [button for button in self._group.buttons() if isinstance(button, _Segment)]

    def _on_clicked(self) -> None:
        self.choose(self.current)
        self.chosen.emit(self.current)


class _Segment(QRadioButton):
    def __init__(self, option: str, text: str, height: int, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.option = option
        self._height = height
        self._theme = Theme.current()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoExclusive(False)  # the group does it; two owners would fight
        self.setProperty("focusRadius", 6)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(text_width(self._font(), self.text()) + 24, self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def hitButton(self, pos: QPointF) -> bool:  # type: ignore[override]  # noqa: N802
        return bool(self.rect().contains(pos))  # type: ignore[call-overload]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        color = self._theme.color
        radius = self._theme.radius("tag")
        role = "text" if self.isChecked() else "text-quiet"
        if not self.isEnabled():
            role = "text-disabled"
        if self.isChecked():
            fill = color("fill-pressed" if self._theme.is_dark else "surface-raised")
            panel(painter, self.rect(), radius, fill, self._outline())
        elif self.underMouse() and self.isEnabled():
            panel(painter, self.rect(), radius, color("fill-hover"))
        middle = Qt.AlignmentFlag.AlignHCenter
        text_in(painter, self.rect(), self.text(), self._font(), color(role), middle)

    def _outline(self) -> QColor | None:
        return None if self.is_flat() else self._theme.color("hairline")

    def is_flat(self) -> bool:
        return self._theme.is_dark and not self._theme.is_high_contrast

    def _font(self) -> QFont:
        return self._theme.font("label")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
