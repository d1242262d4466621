"""Where people type and choose from a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.painting import icon_at, panel, text_in
from gptdesk.ui.widgets.segments import Segments
from gptdesk.ui.widgets.slider import Slider
from gptdesk.ui.widgets.switches import CheckBox, RadioButton, Switch

translate = QCoreApplication.translate

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


class TextField(QLineEdit):
    """One line, 36 px high; an icon may stand before the text."""

    def __init__(self, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self._icon = icon
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def set_error(self, error: bool) -> None:
        self.setProperty("error", error)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            size = self._theme.icon_size(16)
            place = QRect(self._theme.px(12), 0, size, self.height())
            icon_at(QPainter(self), place, self._icon, "text-quiet", size)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("base"))
        left = self._theme.icon_size(16) + 8 if self._icon else 0
        self.setTextMargins(left, 0, self._right_margin(), 0)

    def _right_margin(self) -> int:
        return 0


class SearchField(TextField):
    """A soft field with a magnifier and a button that empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._clear: IconButton | None = None
        super().__init__(parent, icon="search")
        self.setProperty("search", True)
        self._clear = IconButton("x", small=True, size=24, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._on_text_changed)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _on_text_changed(self, text: str) -> None:
        assert self._clear is not None
        self._clear.setVisible(bool(text))

    def _restyle(self) -> None:
        super()._restyle()
        self._place()

    def _right_margin(self) -> int:
        return self._theme.px(24)

    def _place(self) -> None:
        if self._clear is not None:
            side = self._theme.px(24)
            top = (self.height() - side) // 2
            self._clear.setGeometry(self.width() - side - 6, top, side, side)

    def _retranslate(self) -> None:
        if self._clear is not None:
            self._clear.set_label(translate("Field", "Clear"))


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
