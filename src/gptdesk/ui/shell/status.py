"""The thin line at the foot: the connection in use, this month's cost, the last backup."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.labels import ElidedLabel, LinkLabel
from gptdesk.ui.widgets.painting import (
    flood,
    hairline,
    icon_at,
    key_cap,
    key_cap_width,
    text_in,
)
from gptdesk.ui.widgets.text_block import UNLIMITED, TextBlock

translate = QCoreApplication.translate

HEIGHT = 28
DOT = 8
PALETTE_KEYS = "Ctrl+K"
DOT_ROLES = {
    "ok": "ok",
    "warn": "warn",
    "error": "error",
    "busy": "accent-text",
    "none": "text-disabled",
}


class StatusLine(QWidget):
    """What is worth knowing at any time, and nothing that asks for attention.

    Signals:
        connection_pressed: the person wants to see the connection.
        cost_pressed: the person wants to see what was spent.
        restore_pressed: the person wants to go back to a backup.
        search_pressed: the person wants the command palette.
    """

    connection_pressed = Signal()
    cost_pressed = Signal()
    restore_pressed = Signal()
    search_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._theme = Theme.current()
        self._connection = _Connection(self)
        self._cost = _Cost(self)
        self._backup = ElidedLabel(style="small", role="text-quiet", parent=self)
        self._restore = LinkLabel(style="small-link", parent=self)
        self._rules = [_Rule(self), _Rule(self)]
        self._search = _Search(self)
        self._name()
        self._build()
        self._connection.clicked.connect(self.connection_pressed)
        self._cost.clicked.connect(self.cost_pressed)
        self._restore.activated.connect(self.restore_pressed)
        self._search.clicked.connect(self.search_pressed)
        self._theme.changed.connect(self._restyle)
        self._retranslate()
        for widget in (self._cost, self._backup, self._restore, *self._rules):
            widget.hide()  # there is nothing to say yet

    def set_connection(self, state: str, text: str) -> None:
        """The state is ok, warn, error, busy or none; the words say the same as the colour."""
        self._connection.show_state(state, text)
        self._fit()

    def set_cost(self, text: str, *, is_near: bool = False, tip: str = "") -> None:
        """This month's cost, `**bold**` where it counts; hidden when empty.

        With `is_near` it has the colour of a warning, and `tip` says why.
        """
        self._cost.show_cost(text, is_near, tip)
        self._cost.setVisible(bool(text))
        self._rules[0].setVisible(bool(text))
        self._fit()

    def set_backup(self, text: str, *, can_restore: bool = True) -> None:
        """When the last backup was made; hidden when empty."""
        self._backup.setText(text)
        self._backup.setVisible(bool(text))
        self._restore.setVisible(bool(text) and can_restore)
        self._rules[1].setVisible(bool(text))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flood(painter, self.rect(), self._theme.color("rail"))
        hairline(painter, 0, 0, self.width(), 1)

    def _name(self) -> None:
        self._connection.setObjectName("status.connection")
        self._cost.setObjectName("status.cost")
        self._backup.setObjectName("status.backup")
        self._restore.setObjectName("status.restore")
        self._search.setObjectName("status.search")

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(self._connection)
        layout.addWidget(self._rules[0])
        layout.addWidget(self._cost)
        layout.addWidget(self._rules[1])
        layout.addWidget(self._backup)
        layout.addWidget(self._restore)
        layout.addStretch(1)
        layout.addWidget(self._search)
        for label in (self._backup, self._restore):  # one height: one line of text
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _fit(self) -> None:
        """Where the room is short the words beside Ctrl K go first: they are a hint only."""
        self._search.set_short(False)
        layout = self.layout()
        assert layout is not None
        self._search.set_short(layout.sizeHint().width() > self.width())

    def _restyle(self) -> None:
        self._fit()
        self.updateGeometry()
        self.update()

    def _retranslate(self) -> None:
        self._restore.setText(translate("Status", "Restore"))
        self._search.setText(translate("Status", "Find anything"))
        self._search.setAccessibleName(translate("Status", "Find anything"))
        self._connection.retranslate()


class _Flat(QPushButton):
    """A button that looks like text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRing", "inside")
        self.setProperty("focusRadius", 2)
        self._theme.changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _draw_hover(self, painter: QPainter) -> None:
        if self.underMouse():
            painter.fillRect(self.rect(), self._theme.color("fill-hover"))


class _Connection(_Flat):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._words = "none", ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def show_state(self, state: str, text: str) -> None:
        self._state, self._words = state, text
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self._words or translate("Status", "No connection yet"))
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self._theme.font("small"), self.text())
        return QSize(self._dot() + 8 + width + 8, self._theme.px(HEIGHT) - 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(96)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_hover(painter)
        dot = self._dot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(DOT_ROLES[self._state]))
        painter.drawEllipse(QRectF(4, (self.height() - dot) / 2, dot, dot))
        room = QRect(dot + 12, 0, self.width() - dot - 12, self.height())
        font = self._theme.font("small")
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        text_in(painter, room, shown, font, self._theme.color("text-quiet"))

    def _dot(self) -> int:
        return self._theme.icon_size(DOT)


class _Cost(_Flat):
    """What the month has cost; the way to the usage page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._is_near = "", False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def show_cost(self, text: str, is_near: bool, tip: str) -> None:
        self._source, self._is_near = text, is_near
        self.setText(self._block().plain)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon = self._icon() + 6 if self._is_near else 0
        return QSize(self._block().size(UNLIMITED)[0] + 8 + icon, self._theme.px(HEIGHT) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_hover(painter)
        left = 4
        if self._is_near:  # never by colour alone
            place = QRect(left, 0, self._icon(), self.height())
            icon_at(painter, place, "triangle-alert", "warn", self._icon())
            left += self._icon() + 6
        line = self._theme.line("small")
        color, bold = self._theme.color("text-quiet"), self._theme.color("text")
        top = (self.height() - line) / 2
        align = Qt.AlignmentFlag.AlignLeft
        self._block().draw(painter, left, top, self.width(), color, align, bold)

    def _block(self) -> TextBlock:
        font = self._theme.font("small", tabular_figures=True)
        return TextBlock(self._source, font, self._theme.line("small"), marks=True)

    def _icon(self) -> int:
        return self._theme.icon_size(14)


class _Search(_Flat):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_short(self, short: bool) -> None:
        """Only the key."""
        if short != self._is_short:
            self._is_short = short
            self.setToolTip(self.text() if short else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        keys = key_cap_width(self._theme, key_names(PALETTE_KEYS))
        if self._is_short:
            return QSize(4 + keys + 4, self._theme.px(HEIGHT) - 1)
        words = text_width(self._theme.font("small"), self.text())
        return QSize(4 + keys + 12 + words + 4, self._theme.px(HEIGHT) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_hover(painter)
        keys = key_names(PALETTE_KEYS)
        width = key_cap_width(self._theme, keys)
        key_cap(painter, QRect(4, 0, width, self.height()), keys)
        if self._is_short:
            return
        room = QRect(4 + width + 12, 0, self.width(), self.height())
        font, color = self._theme.font("small"), self._theme.color("text-quiet")
        text_in(painter, room, self.text(), font, color)


class _Rule(QWidget):
    """A short upright hairline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        height = 12
        top = (self.height() - height) // 2
        hairline(QPainter(self), 0, top, 1, top + height)


def key_names(keys: str) -> str:
    """A shortcut as this system writes it: `Ctrl K`, or with signs on a Mac."""
    # Qt would translate the names, but keyboards carry them in English
    is_mac = sys.platform == "darwin"
    shapes = QKeySequence.SequenceFormat
    native = QKeySequence(keys).toString(shapes.NativeText if is_mac else shapes.PortableText)
    return native.replace("+", " ") if native.count("+") < len(native) else native
