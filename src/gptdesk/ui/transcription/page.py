"""The page of the Transcription tab: says what it will hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.header import PageHeader

translate = QCoreApplication.translate


class TranscriptionPage(QWidget):
    """Honest about being empty still."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.transcription")
        self._header = PageHeader(self)
        self._empty = EmptyState("sound", self, width=360)
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
        self._header.set_title(translate("Transcription", "Transcription"))
        self._empty.set_texts(
            translate("Transcription", "Speech will be written down here"),
            translate(
                "Transcription",
                "Drop in a recording or use the microphone; each sentence gets its time. "
                "This page is not ready yet.",
            ),
        )
