"""A question in place, where undoing would cost too much or is not possible."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate


class ConfirmLine(QWidget):
    """Hidden until something is asked.

    Signals:
        confirmed: yes.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "settings.confirm") -> None:
        super().__init__(parent)
        self._text = Label(style="base")
        self._text.setWordWrap(True)
        self._yes = Button(kind="line", small=True)
        self._yes.setObjectName(name)
        self._yes.clicked.connect(self._on_yes)
        self._no = Button(kind="ghost", small=True)
        self._no.setObjectName(f"{name}.not")
        self._no.clicked.connect(self.hide)
        row = QWidget()
        flow = FlowRow(row, gap=8)
        flow.addWidget(self._yes)
        flow.addWidget(self._no)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self._text)
        column.addWidget(row)
        Theme.current().changed.connect(self.update)
        self._retranslate()
        self.hide()

    def ask(self, text: str, yes: str) -> None:
        """`yes` is the verb on the button."""
        self._text.setText(text)
        self._yes.setText(yes)
        self._yes.setAccessibleName(yes)
        self._yes.setAccessibleDescription(text)
        self.show()
        self._no.setFocus()

    def text(self) -> str:
        return self._text.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        border = theme.color("hairline") if theme.is_high_contrast else None
        panel(QPainter(self), self.rect(), theme.radius("card"), theme.color("fill"), border)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.hide()  # the question was put in the other language
            self._retranslate()

    def _on_yes(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _retranslate(self) -> None:
        self._no.setText(translate("Settings", "Not now"))
        self._no.setAccessibleName(self._no.text())
