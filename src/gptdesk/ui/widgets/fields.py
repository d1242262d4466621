"""Where people type and choose from a list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in
from gptdesk.ui.widgets.segments import Segments
from gptdesk.ui.widgets.slider import Slider
from gptdesk.ui.widgets.switches import CheckBox, RadioButton, Switch
from gptdesk.ui.widgets.text_field import SearchField, TextField

__all__ = [
    "CheckBox",
    "Choice",
    "RadioButton",
    "SearchField",
    "Segments",
    "Slider",
    "Switch",
    "TextField",
]


class Choice(QComboBox):
    """One of a list, 36 px high; a plain one has no outline."""

    def __init__(self, parent: QWidget | None = None, *, plain: bool = False) -> None:
        super().__init__(parent)
        self._plain = plain
        self._theme = Theme.current()
        self.setView(QListView(self))
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(
            QSizePolicy.Policy.Maximum if plain else QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Fixed,
        )
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        texts = [self.itemText(row) for row in range(self.count())]
        widest = max((text_width(self.font(), text) for text in texts), default=0)
        chevron = self._theme.icon_size(16)
        padding = 8 if self._plain else self._theme.px(12)
        width = min(widest, self._theme.px(320)) + chevron + 8 + 2 * padding
        return QSize(width, self._theme.px(32 if self._plain else 36))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(96)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_on = self.isEnabled()
        fill, border = ("", "") if self._plain else ("surface", "field-border")
        if not is_on:
            fill, border = ("", "") if self._plain else ("fill", "")
        elif self.underMouse() or self.view().isVisible():
            fill = "fill"
        color = self._theme.color
        panel(
            painter,
            self.rect(),
            self._theme.radius("control"),
            color(fill) if fill else None,
            color(border) if border else None,
        )
        padding = 8 if self._plain else self._theme.px(12)
        size = self._theme.icon_size(16)
        room = QRect(padding, 0, self.width() - 2 * padding - size - 8, self.height())
        shown = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        role = "text" if is_on else "text-disabled"
        text_in(painter, room, shown, self.font(), color(role))
        place = QRect(self.width() - padding - size, 0, size, self.height())
        icon_at(painter, place, "chevron-down", role, size)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("button" if self._plain else "base"))
        self.view().setFont(self._theme.font("base"))
        self.updateGeometry()
        self.update()
