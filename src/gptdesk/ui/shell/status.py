"""The thin line at the foot: the connection in use, this month's cost, the last backup."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.shell.status_buttons import HEIGHT, FlatButton, MonthButton
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.labels import ElidedLabel, LinkLabel
from gptdesk.ui.widgets.painting import (
    flood,
    hairline,
    key_cap,
    key_cap_width,
    text_in,
)

translate = QCoreApplication.translate

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
        self._cost = MonthButton(self)
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


class _Connection(FlatButton):
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
        width = text_width(self.theme.font("small"), self.text())
        return QSize(self._dot() + 8 + width + 8, self.theme.px(HEIGHT) - 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.theme.px(96)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw_hover(painter)
        dot = self._dot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(DOT_ROLES[self._state]))
        painter.drawEllipse(QRectF(4, (self.height() - dot) / 2, dot, dot))
        room = QRect(dot + 12, 0, self.width() - dot - 12, self.height())
        font = self.theme.font("small")
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        text_in(painter, room, shown, font, self.theme.color("text-quiet"))

    def _dot(self) -> int:
        return self.theme.icon_size(DOT)


class _Search(FlatButton):
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
        keys = key_cap_width(self.theme, key_names(PALETTE_KEYS))
        if self._is_short:
            return QSize(4 + keys + 4, self.theme.px(HEIGHT) - 1)
        words = text_width(self.theme.font("small"), self.text())
        return QSize(4 + keys + 12 + words + 4, self.theme.px(HEIGHT) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw_hover(painter)
        keys = key_names(PALETTE_KEYS)
        width = key_cap_width(self.theme, keys)
        key_cap(painter, QRect(4, 0, width, self.height()), keys)
        if self._is_short:
            return
        room = QRect(4 + width + 12, 0, self.width(), self.height())
        font, color = self.theme.font("small"), self.theme.color("text-quiet")
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
