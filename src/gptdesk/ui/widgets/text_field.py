"""Where people type one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.painting import icon_at

translate = QCoreApplication.translate


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
