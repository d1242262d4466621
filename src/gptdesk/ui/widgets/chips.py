"""Small things that were chosen and can be taken away again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

HEIGHT = 28
PADDING = 10
GAP = 8


class Chip(Painted):
    """28 px high; pressed like a button. A closable one has a cross at its end.

    Signals:
        removed: the cross was pressed, or Delete on the keyboard.
    """

    removed = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        chosen: bool = False,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("tint" if chosen else "soft", parent)
        self._icon, self._closable = icon, closable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 8)
        self.setText(text)
        self._retranslate()

    def set_chosen(self, chosen: bool) -> None:
        self.set_kind("tint" if chosen else "soft")

    def sizeHint(self) -> QSize:
        width = text_width(self._font(), self.text()) + 2 * PADDING
        width += self._side() + GAP if self._icon else 0
        width += self._side() + GAP - 2 if self._closable else 0
        return QSize(width, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, role = self._colors()
        panel(painter, self.rect(), self._theme.radius("control"), fill, border)
        x = PADDING
        if self._icon:
            place = QRect(x, 0, self._side(), self.height())
            icon_at(painter, place, self._icon, role, self._side())
            x += self._side() + GAP
        room = QRect(x, 0, self.width() - x, self.height())
        text_in(painter, room, self.text(), self._font(), self._theme.color(role))
        if self._closable:
            icon_at(painter, self._cross(), "x", role, self._theme.icon_size(14))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_cross = self._closable and self._cross().contains(event.position().toPoint())
        if is_cross and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._closable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _cross(self) -> QRect:
        side = self._side()
        return QRect(self.width() - PADDING + 2 - side, 0, side, self.height())

    def _side(self) -> int:
        return self._theme.icon_size(16)

    def _font(self) -> QFont:
        return self._theme.font("chip")

    def _retranslate(self) -> None:
        if self._closable:
            self.setToolTip(translate("Chip", "Press Delete to remove it"))
