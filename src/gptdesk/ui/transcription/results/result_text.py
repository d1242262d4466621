"""What a model wrote, as formatted text that is as high as it is long."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.domain.markdown_stream import StreamSplitter
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.document.view import MARGIN, DocumentView


class ResultText(QWidget):
    """Grows while text arrives; whoever holds it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = DocumentView(self)
        self._splitter = StreamSplitter()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self._restyle)

    @property
    def text(self) -> str:
        return self._text

    @property
    def shown(self) -> str:
        """The text without its marks."""
        return self._view.toPlainText()

    def set_text(self, text: str) -> None:
        """More of the same text, or another one."""
        if not text.startswith(self._text):
            self._splitter = StreamSplitter()
            self._view.markdown.reset()
            self._text = ""
        if text == self._text:
            return
        self._splitter.feed(text[len(self._text) :])
        self._text = text
        self._splitter.update()
        found = self._splitter
        self._view.markdown.show_blocks(found.frozen, found.tail, found.revised_from)
        self._arrange()

    def set_name(self, name: str) -> None:
        self._view.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _arrange(self) -> None:
        self._view.set_text_width(max(40, self.width() - 2 * MARGIN))
        height = self._view.text_height()
        self._view.place(MARGIN, 1, height)
        self.setFixedHeight(height + 2)

    def _restyle(self) -> None:
        self._view.restyle()
        self._arrange()
