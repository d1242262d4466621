"""Texts that stand still: labels, links, badges and chips."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import panel, text_in
from gptdesk.ui.widgets.text_block import UNLIMITED, TextBlock

LEVELS = {
    "ok": ("ok-soft", "ok"),
    "warn": ("warn-soft", "warn"),
    "error": ("error-soft", "error"),
    "info": ("accent-soft", "accent-text"),
    "quiet": ("fill", "text-quiet"),
}


class Label(QLabel):
    """A text in a style of the type scale and a colour role.

    With `marks`, `**words**` are bold. Wrapped lines have the scale's height.
    """

    def __init__(
        self,
        text: str = "",
        *,
        style: str = "base",
        role: str = "text",
        marks: bool = False,
        bold_role: str = "",
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._role, self._bold_role = style, role, bold_role
        self._marks, self._tabular = marks, tabular
        self._theme = Theme.current()
        self._block = TextBlock("", self._theme.font("base"), 20)
        self._source = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def setText(self, text: str) -> None:
        if text != self._source:
            self._source = text
            self._restyle()

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def set_style(self, style: str) -> None:
        self._style = style
        self._restyle()

    def sizeHint(self) -> QSize:
        width, height = self._block.size(UNLIMITED)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return QSize(self._theme.px(48), self._theme.line(self._style))
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return self._block.size(width)[1] if self.wordWrap() else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        role = self._role if self.isEnabled() else "text-disabled"
        width = self.width() if self.wordWrap() else max(self.width(), self.sizeHint().width())
        height = self._block.size(width)[1]
        alignment = self.alignment()
        top = (self.height() - height) / 2
        if alignment & Qt.AlignmentFlag.AlignTop:
            top = 0
        painter = QPainter(self)
        sideways = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        bold = self._theme.color(self._bold_role) if self._bold_role else None
        self._block.draw(painter, 0, top, width, self._theme.color(role), sideways, bold)

    def _restyle(self) -> None:
        font = self._theme.font(self._style, tabular_figures=self._tabular)
        line = self._theme.line(self._style)
        self._block = TextBlock(self._source, font, line, marks=self._marks)
        super().setText(self._block.plain)
        self.updateGeometry()
        self.update()


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where the room ends; the whole text is its tooltip."""

    def __init__(
        self,
        text: str = "",
        *,
        style: str = "base",
        role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._role = style, role
        self._theme = Theme.current()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)
        self.setText(text)

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        font = self._theme.font(self._style)
        return QSize(text_width(font, self.text()), self._theme.line(self._style))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(32)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        font = self._theme.font(self._style)
        shown = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip("" if shown == self.text() else self.text())
        color = self._theme.color(self._role if self.isEnabled() else "text-disabled")
        sideways = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        text_in(QPainter(self), self.rect(), shown, font, color, sideways)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class LinkLabel(Label):
    """A text that can be pressed; underlined under the mouse.

    Signals:
        activated: it was pressed, by mouse or keyboard.
    """

    activated = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        style: str = "label",
        role: str = "accent-text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, style=style, role=role, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", 2)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.underMouse() and self.isEnabled():
            base = (self.height() + self._theme.px(11)) // 2 + 1
            color = self._theme.color(self._role)
            QPainter(self).fillRect(QRect(0, base, self.width(), 1), color)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside:
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)


class Badge(QLabel):
    """A word in the soft colour of its meaning: ok, warn, error, info or quiet."""

    def __init__(self, level: str = "quiet", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._level = level
        self._theme = Theme.current()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def set_level(self, level: str) -> None:
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._theme.font("key"), self.text()) + 16, self._theme.px(20))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, role = LEVELS[self._level]
        painter = QPainter(self)
        border = self._theme.color(role) if self._theme.is_high_contrast else None
        panel(painter, self.rect(), self._theme.radius("tag"), self._theme.color(fill), border)
        font, color = self._theme.font("key"), self._theme.color(role)
        text_in(painter, self.rect(), self.text(), font, color, Qt.AlignmentFlag.AlignHCenter)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
