"""The page of the Learn tab: says what it will hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.header import PageHeader

translate = QCoreApplication.translate


class LearnPage(QWidget):
    """Honest about being empty still."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.learn")
        self._header = PageHeader(self)
        self._empty = EmptyState("learn", self, width=360)
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
        self._header.set_title(translate("Learn", "Learn"))
        self._empty.set_texts(
            translate("Learn", "Lessons will stand here"),
            translate(
                "Learn",
                "Short ones, in Chinese and English, that work without internet and can be "
                "tried at once. This page is not ready yet.",
            ),
        )
