"""Dropping files and pictures anywhere on the page, with a sheet over it that says what happens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gptdesk.ui.chat.attaching.incoming import has_pictures, pictures_in
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

MARGIN = 16
ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class DropTarget(QObject):
    """Watches the page, and the field in it that would take the names of files as text.

    Signals:
        dropped: a list of paths and images.
    """

    dropped = Signal(object)

    def __init__(self, page: QWidget, field: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._field = field
        self.sheet = DropSheet(page)
        self._reason = ""
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        field.installEventFilter(self)
        self.sheet.installEventFilter(self)

    def set_reason(self, reason: str) -> None:
        """Why the model takes no pictures, empty if it does."""
        self._reason = reason

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ENTERING and isinstance(event, QDropEvent):
            return self._on_enter(watched, event)
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._on_drop(watched, event)
        if event.type() == QEvent.Type.DragLeave and watched is self.sheet:
            self.sheet.hide()
        return False

    def _on_enter(self, watched: QObject, event: QDropEvent | QDragEnterEvent) -> bool:
        if not has_pictures(event.mimeData()):
            return False
        if watched is self._field:
            event.ignore()  # the page takes it instead
            return True
        self.sheet.show_over(self._page.rect(), self._reason)
        event.acceptProposedAction()
        return True

    def _on_drop(self, watched: QObject, event: QDropEvent) -> bool:
        if watched is self._field or not has_pictures(event.mimeData()):
            return False
        self.sheet.hide()
        event.acceptProposedAction()
        self.dropped.emit(pictures_in(event.mimeData()))
        return True


class DropSheet(QWidget):
    """Lies over the page while something is dragged across it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("chat.drop")
        self.setAcceptDrops(True)
        self._reason = ""
        self.hide()

    def show_over(self, area: QRect, reason: str) -> None:
        self._reason = reason
        self.setAccessibleName(self.text())
        self.setGeometry(area)
        self.raise_()
        self.show()

    def text(self) -> str:
        return self._reason or translate("Attach", "Drop pictures here to send them along")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        veil = theme.color("surface")
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        area = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        panel(painter, area, theme.radius("card"), theme.color("accent-soft"))
        painter.setPen(QPen(theme.color("accent-text"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, theme.radius("card"), theme.radius("card"))
        middle = area.center().y()
        size = theme.icon_size(24)
        place = QRect(area.left(), middle - size - 8, area.width(), size)
        icon_at(painter, place, "image", "accent-text", size)
        line = QRect(area.left(), middle + 8, area.width(), theme.line("heading"))
        centre = Qt.AlignmentFlag.AlignHCenter
        text_in(painter, line, self.text(), theme.font("strong"), theme.color("text"), centre)
