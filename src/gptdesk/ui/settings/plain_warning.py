"""The warning about an address without encryption, with the switch that accepts it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Switch
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate


class PlainWarning(QWidget):
    """Signals:
    allowed_changed: the user accepted it, or no longer does.
    """

    allowed_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning = Hint()
        self._switch = Switch()
        self._switch.setObjectName("settings.plain")
        self._switch.toggled.connect(self.allowed_changed)
        self._words = Label(style="base")
        self._words.setWordWrap(True)
        self._words.setBuddy(self._switch)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._switch)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._warning)
        column.addLayout(row)
        Theme.current().changed.connect(self.update)
        self.hide()
        self._retranslate()

    @property
    def is_allowed(self) -> bool:
        return self._switch.isChecked()

    def set_allowed(self, allowed: bool) -> None:
        with QSignalBlocker(self._switch):
            self._switch.setChecked(allowed)
        self._switch.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        border = theme.color("warn") if theme.is_high_contrast else None
        radius = theme.radius("card")
        panel(QPainter(self), self.rect(), radius, theme.color("warn-soft"), border)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._warning.show_hint(
            translate(
                "Settings",
                "This address begins with http:// and leads out of your own network. Everyone on"
                " the way could read the key and what you write. Most services also answer at"
                " https://.",
            ),
            icon="triangle-alert",
            level="warn",
        )
        words = translate("Settings", "Send the key over this address all the same")
        self._words.setText(words)
        self._switch.setAccessibleName(words)
