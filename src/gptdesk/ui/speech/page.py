"""The page of the Speech tab: says what it will hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.header import PageHeader

translate = QCoreApplication.translate


class SpeechPage(QWidget):
    """Honest about being empty still."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.speech")
        self._header = PageHeader(self)
        self._empty = EmptyState("speech", self, width=360)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._empty, 1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._header.set_title(translate("Speech", "Speech"))
        self._empty.set_texts(
            translate("Speech", "Texts will be read aloud here"),
            translate(
                "Speech",
                "Choose a voice, listen, and keep one sound file, however long the text is. "
                "This page is not ready yet.",
            ),
        )
