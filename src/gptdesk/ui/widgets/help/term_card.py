"""What a word means, in a card below it, as long as the mouse is on either."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label, LinkLabel
from gptdesk.ui.widgets.painting import panel, shadow

translate = QCoreApplication.translate

WIDTH = 264
MARGIN = 16
"""Room for the shadow around it."""
LINGER_MS = 250


class TermCard(QWidget):
    """Hidden until a word is pointed at.

    Signals:
        opened: id of the word whose page is wanted.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help.term")
        self._theme = Theme.current()
        self._term = ""
        self.title = Label(style="button", parent=self)
        self.meaning = Label(style="secondary", role="text-quiet", parent=self)
        self.more = LinkLabel(parent=self)
        for label in (self.title, self.meaning):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[MARGIN + 16] * 4)
        layout.setSpacing(4)
        for widget in (self.title, self.meaning):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addWidget(self.more)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LINGER_MS)
        self._timer.timeout.connect(self.hide)
        self.more.activated.connect(self._on_more)
        self._retranslate()
        self.hide()

    def explain(self, term: str, title: str, meaning: str, below: QPoint) -> None:
        """`below` is a place of the parent; the card keeps inside it."""
        self._timer.stop()
        self._term = term
        self.title.setText(title)
        self.meaning.setText(meaning)
        width = self._theme.px(WIDTH) + 2 * MARGIN
        layout = self.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(width)
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.size()
        x = max(0, min(below.x() - MARGIN - 24, room.width() - width))
        y = below.y() + 4
        if y + height > room.height():
            y = below.y() - height - self._theme.line("lesson") + MARGIN
        self.setGeometry(x, max(0, y - MARGIN + 8), width, height)
        self.show()
        self.raise_()

    def leave(self) -> None:
        """The mouse left the word; it may be on its way to the card."""
        if not self.isHidden():
            self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        shadow(painter, area, 12)
        color = self._theme.color
        panel(painter, area, 12, color("surface-raised"), color("hairline"))

    def keyPressEvent(self, event: object) -> None:
        if event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.more.setText(translate("Help", "More about this word"))

    def _on_more(self) -> None:
        self.hide()
        self.opened.emit(self._term)
