"""A text of a page: its own links, and a word under the mouse that explains itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from gptdesk.domain.help_layout import Target, target
from gptdesk.domain.markdown import parse
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.document.view import DocumentView


class HelpText(DocumentView):
    """Signals:
    term_hovered: id of a word and where it ends on the screen; "" when the mouse has left it.
    """

    term_hovered = Signal(str, QPoint)

    def __init__(self, text: str, parent: QWidget | None = None, *, style: str = "lesson") -> None:
        super().__init__(parent, style=style)
        self.markdown.show_blocks(parse(text), ())
        self.link_hovered.connect(self._on_hovered)
        Theme.current().changed.connect(self.restyle)

    def mark(self, words: list[str], color: QColor) -> bool:
        """Show where these words stand; whether any does."""
        marks = []
        for word in words:
            cursor = QTextCursor(self.markdown)
            while not (cursor := self.markdown.find(word, cursor, _FLAGS)).isNull():
                found = QTextEdit.ExtraSelection()
                found.cursor = cursor
                found.format.setBackground(color)
                marks.append(found)
        self.setExtraSelections(marks)
        return bool(marks)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons at the side of a mouse go through the pages: the pane's business."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def heightForWidth(self, width: int) -> int:
        self.set_text_width(width)
        return self.text_height()

    def _show_address(self, place: QPoint, where: QPoint) -> None:
        """Addresses of the web are shown before they are opened; ours say nothing to anyone."""
        if _target(self.anchorAt(place)).kind == "web":
            super()._show_address(place, where)
        else:
            QToolTip.hideText()

    def _on_hovered(self, address: str) -> None:
        found = _target(address)
        name = found.name if found.kind == "term" else ""
        place = self.cursor().pos()
        self.term_hovered.emit(name, place)


def _target(address: str) -> Target:
    return target(address) if address else Target("", "")


_FLAGS = QTextDocument.FindFlag(0)
