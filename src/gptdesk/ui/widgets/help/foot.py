"""The way to the page before and to the one after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

HEIGHT = 56
EDGE = 24


class PageFoot(QWidget):
    """Signals:
    previous, following: that page is wanted.
    """

    previous = Signal()
    following = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._titles = ("", "")
        self.back = Button(kind="ghost", icon="arrow-left", parent=self)
        self.forward = Button(kind="ghost", trailing_icon="arrow-right", role="text", parent=self)
        self.back.setObjectName("help.previous")
        self.forward.setObjectName("help.next")
        self.back.clicked.connect(self.previous)
        self.forward.clicked.connect(self.following)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._arrange)
        self._arrange()

    def set_titles(self, previous: str, following: str) -> None:
        self._titles = (previous, following)
        self.setVisible(bool(previous or following))
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        hairline(painter, 0, 0, self.width(), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange()

    def _arrange(self) -> None:
        """Each has half the room at most; a longer title ends in an ellipsis."""
        self.updateGeometry()
        room = max(1, self.width() // 2 - EDGE - self._theme.px(64))
        metrics = QFontMetrics(self._theme.font("button"))
        patterns = (
            translate("Help", "Previous: {title}"),
            translate("Help", "Next: {title}"),
        )
        both = zip((self.back, self.forward), self._titles, patterns, strict=True)
        for button, title, pattern in both:
            whole = pattern.format(title=title)
            shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)
            button.setText(shown)
            button.setAccessibleName(whole)
            button.setToolTip(whole if shown != whole else "")
            button.setVisible(bool(title))
            size = button.sizeHint()
            top = (self.height() - size.height()) // 2
            left = EDGE if button is self.back else self.width() - EDGE - size.width()
            button.setGeometry(left, top, size.width(), size.height())
