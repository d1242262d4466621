"""A view beside the lessons: the same choice in its head, and its content made when first seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.learn.page import LearnPage
from gptdesk.ui.widgets.header import PageHeader
from gptdesk.ui.widgets.segments import Segments


class BesideView(QWidget):
    """Signals:
    built: the content is there now.
    """

    built = Signal(object)

    def __init__(self, name: str, page: LearnPage, make: Callable[[], QWidget]) -> None:
        super().__init__(page)
        self._name, self._page, self._make = name, page, make
        self._content: QWidget | None = None
        self._segments: Segments | None = None
        self._header = PageHeader(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._header)

    def content(self) -> QWidget:
        if self._content is None:
            self._segments = self._page.segments_for(self._name, self._header)
            self._header.add_leading(self._segments)
            self._content = self._make()
            self._layout.addWidget(self._content, 1)
            self._content.show()  # a layout would wait for the next turn
            self.built.emit(self._content)
        return self._content

    def showEvent(self, event: QShowEvent) -> None:
        self.content()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._segments is not None:
            self._segments.set_options(self._page.options())
