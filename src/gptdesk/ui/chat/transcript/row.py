"""What the widgets of all messages share: a text, and perhaps a notice under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from gptdesk.domain.markdown_blocks import Paragraph, Text
from gptdesk.domain.messages import ChatMessage
from gptdesk.ui.chat.transcript.measures import GAP
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.document.view import DocumentView

INSET = 8
"""Room at the sides for what stands outside the column: icons, focus rings."""


def plain_blocks(text: str) -> list[Paragraph]:
    """Text as it is, each line a block of its own so that long texts stay quick."""
    lines = text.replace("\r\n", "\n").split("\n")
    return [Paragraph((Text(line),), number > 0) for number, line in enumerate(lines)]


class Row(QWidget):
    """A message, as wide as the column and a little more.

    Signals:
        resized: it needs another height now.
        action: copy, plain, regenerate, continue, or picture.0 and so on.
        version_requested: one step back or forth.
        selected: some of its text is selected now.
        link_activated: the address of a link.
    """

    resized = Signal()
    action = Signal(str)
    version_requested = Signal(int)
    selected = Signal()
    link_activated = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.message: ChatMessage | None = None
        self.note: QWidget | None = None
        self.mark = ""
        self._width = 0
        self._content = 0
        self.body = DocumentView(self)
        self.body.setObjectName("transcript.text")
        self.body.link_activated.connect(self.link_activated)
        self.body.copyAvailable.connect(self._on_copy_available)

    @property
    def is_own(self) -> bool:
        return False

    def show_message(self, message: ChatMessage, cost: str) -> None:
        """Show it, keeping whatever of it is shown already."""
        raise NotImplementedError

    def set_newest(self, is_newest: bool) -> None:
        """Whether nothing was said after it."""

    def lay_out(self, width: int) -> int:
        """Put everything in its place for a column this wide; returns the height with the gap."""
        self._width = width
        self._content = self._lay_out_content(width)
        height = self._content
        if self.note is not None:
            height += self._gap_before_note()
            wanted = self.note.heightForWidth(width)
            wanted = wanted if wanted > 0 else self.note.sizeHint().height()
            self.note.setGeometry(INSET, height, width, wanted)
            self.note.show()
            height += wanted
        return height + GAP

    def set_note(self, note: QWidget | None, mark: str = "") -> None:
        """A notice under the message, and a line that says how the message is."""
        self.note, self.mark = note, mark
        if note is not None:
            note.setParent(self)
        self.update()

    def restyle(self) -> None:
        self.body.restyle()
        self.update()

    def stop(self) -> None:
        """Nothing moves any more."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def find_in_text(self, text: str, number: int) -> QTextCursor | None:
        """The `number`-th place where the text stands, or the last one there is."""
        found = None
        cursor = QTextCursor(self.body.markdown)
        for _ in range(number + 1):
            cursor = self.body.markdown.find(text, cursor)
            if cursor.isNull():
                break
            found = QTextCursor(cursor)
        return found

    def top_of(self, cursor: QTextCursor) -> int:
        """How far below the top of the row this place of the text is."""
        rect = self.body.cursorRect(cursor)
        return self.body.y() + rect.top()

    def tab_parts(self) -> list[QWidget]:
        """What the Tab key goes through, in this order."""
        return [*self._own_parts(), *([self.note] if self.note is not None else [])]

    def _own_parts(self) -> list[QWidget]:
        return [self.body]

    def _on_copy_available(self, is_available: bool) -> None:
        if is_available:
            self.selected.emit()

    def _lay_out_content(self, width: int) -> int:
        raise NotImplementedError

    def _gap_before_note(self) -> int:
        return GAP

    def _retranslate(self) -> None:
        """Names in the language of the moment."""
