"""What stands apart from the text of a page: for the curious, to note, to take care of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.help.stack import Stack
from gptdesk.ui.widgets.help.text import HelpText
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

FILLS = {"curious": "fill", "note": "accent-soft", "care": "warn-soft"}


class HelpBox(Stack):
    """A curious one is folded until asked for.

    Signals:
        resized: it was folded or unfolded.
    """

    resized = Signal()
    link_activated = Signal(str)
    term_hovered = Signal(str, QPoint)

    def __init__(self, kind: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(16, 12, 16, 14))
        self._kind, self._title = kind, title
        self.setObjectName(f"help.box.{kind}")
        self.fold: Button | None = None
        self.text = HelpText(text, self, style="reading")
        if kind == "curious":
            self.fold = Button(kind="ghost", icon="chevron-right", small=True, parent=self)
            self.fold.setCheckable(True)
            self.fold.clicked.connect(self._on_folded)
            self.add(_Left(self.fold, self))
            self.text.hide()
        elif title:
            heading = Label(title, style="strong", parent=self)
            heading.setWordWrap(True)
            self.add(heading)
        self.add(self.text, 6)
        self.text.link_activated.connect(self.link_activated)
        self.text.term_hovered.connect(self.term_hovered)
        Theme.current().changed.connect(self.update)
        self._retranslate()

    @property
    def is_folded(self) -> bool:
        return self.text.isHidden()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        border = theme.color("button-border") if theme.is_high_contrast else None
        fill = theme.color(FILLS[self._kind])
        panel(QPainter(self), self.rect(), theme.radius("card"), fill, border)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_folded(self) -> None:
        self.text.setVisible(self.is_folded)
        assert self.fold is not None
        self.fold.set_icon("chevron-right" if self.is_folded else "chevron-down")
        self.resized.emit()

    def _retranslate(self) -> None:
        if self.fold is not None:
            name = translate("Help", "For the curious: {title}").format(title=self._title)
            self.fold.setText(name if self._title else translate("Help", "For the curious"))
            self.fold.setAccessibleName(self.fold.text())


class _Left(QWidget):
    """Holds a button at the left, as wide as it wants and no wider than the room."""

    def __init__(self, button: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self._button = button
        button.setParent(self)

    def heightForWidth(self, width: int) -> int:
        return self._button.sizeHint().height()

    def resizeEvent(self, event: object) -> None:
        size = self._button.sizeHint()
        self._button.setGeometry(-10, 0, min(size.width(), self.width() + 10), size.height())
