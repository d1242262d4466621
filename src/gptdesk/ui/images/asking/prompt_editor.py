"""Where the picture is described."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gptdesk.ui.images.asking.incoming import gallery_id, has_pictures, pictures_in
from gptdesk.ui.theme.theme import Theme

LINES = 5


class PromptEditor(QPlainTextEdit):
    """Ctrl+Enter sends; whatever is put into it can be taken back with Ctrl+Z.

    Signals:
        edited: the text is another.
        submitted: Ctrl+Enter.
        pictures_pasted: pictures from the clipboard, as files or images.
        picture_dropped: the id of a picture of the gallery.
    """

    edited = Signal()
    submitted = Signal()
    pictures_pasted = Signal(list)
    picture_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("images.prompt")
        self._theme = Theme.current()
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.edited)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def content(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Another text in the place of this one; Ctrl+Z brings the old one back."""
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_pictures(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if found := gallery_id(source):
            self.picture_dropped.emit(found)
        elif has_pictures(source):
            self.pictures_pasted.emit(pictures_in(source))
        else:
            super().insertFromMimeData(source)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("base"))
        self.setFixedHeight(LINES * self._theme.line("base") + 18)
