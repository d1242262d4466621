"""Says over the canvas that the picture is being worked on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel
from gptdesk.ui.widgets.progress import Spinner

translate = QCoreApplication.translate


class BusyLine(QWidget):
    """Takes no clicks; it goes by itself."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._theme = Theme.current()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = Label(style="label", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(Spinner(parent=self))
        layout.addWidget(self.text)
        self._retranslate()
        self.hide()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self.place()

    def place(self) -> None:
        self.adjustSize()
        self.move((self._view.width() - self.width()) // 2, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        radius = self._theme.radius("control")
        panel(QPainter(self), self.rect(), radius, color("surface-raised"), color("hairline"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.text.setText(translate("Canvas", "Working on the picture…"))
