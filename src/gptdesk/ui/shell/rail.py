"""The rail at the left edge that holds the tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.shell.tabs import Tab
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import flood, hairline, icon_at, panel, text_in

WIDTH = 72
ITEM = (60, 56)
ICON = 20
GAP = 4
LARGEST_PERCENT = 150
"""Beyond it the rail would take too much of the window; its labels stop growing."""
FOOT = "settings"


class Rail(QWidget):
    """One button for each tab; Settings stands at the foot.

    Signals:
        chosen: the id of the tab that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme = Theme.current()
        self._group = QButtonGroup(self)
        self._items = [_Item(tab, self) for tab in tabs]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(GAP)
        for item in self._items:
            if item.tab.id == FOOT:
                layout.addStretch(1)
            layout.addWidget(item)
            self._group.addButton(item)
            item.clicked.connect(self._on_clicked)
        if not any(item.tab.id == FOOT for item in self._items):
            layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def set_current(self, tab_id: str) -> None:
        for item in self._items:
            if item.tab.id == tab_id:
                item.setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for item in self._items:
                item.rename()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flood(painter, self.rect(), self._theme.color("rail"))
        hairline(painter, self.width() - 1, 0, self.width(), self.height())

    def _on_clicked(self) -> None:
        item = self._group.checkedButton()
        if isinstance(item, _Item):
            self.chosen.emit(item.tab.id)

    def _restyle(self) -> None:
        self.setFixedWidth(rail_px(WIDTH))
        self.update()


class _Item(QPushButton):
    def __init__(self, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self.tab = tab
        self._theme = Theme.current()
        self.setObjectName(f"rail.{tab.id}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRing", "inside")
        self.setProperty("focusRadius", 5)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)
        self.rename()

    def rename(self) -> None:
        self.setText(self.tab.label())
        self.setAccessibleName(self.tab.name())
        self.setToolTip("" if self.tab.name() == self.text() else self.tab.name())

    def sizeHint(self) -> QSize:
        return QSize(rail_px(WIDTH) - 12, rail_px(ITEM[1]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_ground(painter)
        role = "accent-text" if self.isChecked() else "text-quiet"
        icon, line = rail_px(ICON) // 2 * 2, rail_px(14)
        top = (self.height() - icon - GAP - line) // 2
        icon_at(painter, QRect(0, top, self.width(), icon), self.tab.icon, role, icon)
        place = QRect(-4, top + icon + GAP, self.width() + 8, line)
        color = self._theme.color(role)
        text_in(painter, place, self.text(), self._font(), color, Qt.AlignmentFlag.AlignHCenter)

    def _draw_ground(self, painter: QPainter) -> None:
        fill = "fill-hover" if self.underMouse() else ""
        border = ""
        if self.isChecked():
            fill = "accent-soft-strong"
            border = "accent-text" if self._theme.is_high_contrast else ""
        elif self.isDown():
            fill = "fill-pressed"
        color = self._theme.color
        panel(
            painter,
            self.rect(),
            self._theme.radius("control"),
            color(fill) if fill else None,
            color(border) if border else None,
            2,
        )

    def _font(self) -> QFont:
        font = self._theme.font("key" if self.isChecked() else "tiny")
        too_large = max(1.0, self._theme.percent / LARGEST_PERCENT)
        font.setPointSizeF(font.pointSizeF() / too_large)
        return font

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def rail_px(measure: int) -> int:
    """The rail grows with the text, up to one and a half times."""
    return round(measure * min(Theme.current().percent, LARGEST_PERCENT) / 100)
