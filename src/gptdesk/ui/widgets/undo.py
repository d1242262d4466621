"""A line that lets people take back what they just did."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

STAYS_MS = 10_000


class UndoBar(QWidget):
    """Hidden until something can be undone; goes away after ten seconds.

    Signals:
        undone: it is to be taken back.
        expired: the time is over, or something else was offered.
    """

    undone = Signal()
    expired = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo")
        self._theme = Theme.current()
        self._text = ElidedLabel(style="secondary", parent=self)
        self._button = Button(kind="link", icon="undo-2", parent=self)
        self._button.setObjectName("undo.button")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._on_expired)
        self._button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)
        self._retranslate()
        self.hide()

    def offer(self, text: str) -> None:
        """Say what was done and how to take it back; an earlier offer ends."""
        if self._timer.isActive():
            self.expired.emit()
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._timer.start()

    def shutdown(self) -> None:
        self._timer.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        border = self._theme.color("hairline") if self._theme.is_high_contrast else None
        radius = self._theme.radius("control")
        panel(QPainter(self), self.rect(), radius, self._theme.color("fill"), border)

    def _on_clicked(self) -> None:
        self.shutdown()
        self.undone.emit()

    def _on_expired(self) -> None:
        self.hide()
        self.expired.emit()

    def _retranslate(self) -> None:
        self._button.setText(translate("Undo", "Undo"))
