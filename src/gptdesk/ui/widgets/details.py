"""What stands behind "Details" of a message."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button

translate = QCoreApplication.translate

GAP = 12
DETAILS_LINES = 6


class Details(QWidget):
    """What technicians want to read, with a button that copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._copy = Button(kind="ghost", icon="copy", small=True, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._copy.clicked.connect(self._on_copy)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_text(self, text: str) -> None:
        self._text.setPlainText(text)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())

    def _restyle(self) -> None:
        self._text.setFont(self._theme.font("code"))
        lines = min(DETAILS_LINES, self._text.blockCount() + 1)
        self._text.setFixedHeight(lines * self._theme.line("code") + 18)

    def _retranslate(self) -> None:
        self._copy.setText(translate("Notice", "Copy details"))
        self._text.setAccessibleName(translate("Notice", "Details"))
