"""Where the text to be spoken is written, and where one sees what is being said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gptdesk.ui.theme.theme import Theme

translate = QCoreApplication.translate

COLUMN = 640
EDGE = 24
STYLED = 200_000
"""Beyond this, giving every paragraph its line height would keep the window waiting."""


class SpeechEditor(QTextEdit):
    """Plain text in one column. While it is heard, a click goes to a sentence instead of typing.

    Positions are those of the Python text, also where signs take two places in Qt.

    Signals:
        edited: the text was changed by hand.
        pressed_at: while listening, the place in the text that was clicked.
        dropped: the path of a file that was dropped here.
    """

    edited = Signal()
    pressed_at = Signal(int)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech.editor")
        self._theme = Theme.current()
        self._is_listening = False
        self._is_loading = False
        self._spoken: tuple[int, int] | None = None
        self._read = (-1, "")
        self.setProperty("plain", True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text_changed)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    @property
    def content(self) -> str:
        """All of it; a long one is not copied each time somebody looks."""
        revision = self.document().revision()
        if revision != self._read[0]:
            self._read = (revision, self.toPlainText())
        return self._read[1]

    @property
    def is_long(self) -> bool:
        """So long that it is not to be looked through at every key."""
        return self.document().characterCount() > STYLED

    def set_text(self, text: str) -> None:
        """Another text; a short one can be taken back with undo."""
        self._is_loading = True
        if len(text) <= STYLED:
            self._replace(text)
        else:
            self.setPlainText(text)
        self._is_loading = False
        self.edited.emit()

    def set_listening(self, listening: bool) -> None:
        """Hearing instead of writing: it cannot be changed meanwhile."""
        if listening == self._is_listening:
            return
        self._is_listening = listening
        self.setReadOnly(listening)
        shape = Qt.CursorShape.PointingHandCursor if listening else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if not listening:
            self.show_spoken(None)

    def show_spoken(self, span: tuple[int, int] | None) -> None:
        """Tint this sentence; what was said before it is quiet."""
        if span == self._spoken and span is not None:
            return
        self._spoken = span
        if span is None:
            self.setExtraSelections([])
            return
        units = self._units(span[0]), self._units(span[1])
        marks = []
        if units[0]:
            marks.append(self._selection(0, units[0], None, self._theme.color("text-quiet")))
        fill, color = self._theme.color("accent-soft-strong"), self._theme.color("text")
        marks.append(self._selection(*units, fill, color))
        self.setExtraSelections(marks)
        self._reveal(units)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_click = event.button() == Qt.MouseButton.LeftButton
        if self._is_listening and is_click and not self.textCursor().hasSelection():
            units = self.cursorForPosition(event.position().toPoint()).position()
            self.pressed_at.emit(self._place(units))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(_file_of(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if path := _file_of(source):
            self.dropped.emit(path)
        else:
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_column()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_text_changed(self) -> None:
        if not self._is_loading:
            self.edited.emit()

    def _replace(self, text: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._set_lines(cursor)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_lines(self, cursor: QTextCursor) -> None:
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines.setLineHeight(self._theme.line("listen"), fixed)
        cursor.mergeBlockFormat(lines)

    def _selection(
        self, start: int, end: int, fill: QColor | None, color: QColor
    ) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        if fill is not None:
            form.setBackground(fill)
        form.setForeground(color)
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, form
        return mark

    def _reveal(self, units: tuple[int, int]) -> None:
        """Bring the sentence into view, a little below the upper edge."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(units[0], self.document().characterCount() - 1))
        place = self.cursorRect(cursor)
        height = self.viewport().height()
        if place.top() < 0 or place.bottom() > height * 3 // 4:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - height // 4)

    def _units(self, place: int) -> int:
        """Where a place in the text is for Qt, which counts in sixteen bits."""
        return len(self.content[:place].encode("utf-16-le", "surrogatepass")) // 2

    def _place(self, units: int) -> int:
        told = self.content.encode("utf-16-le", "surrogatepass")[: 2 * units]
        return len(told.decode("utf-16-le", "replace"))

    def _place_column(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(EDGE, (room - self._theme.px(COLUMN)) // 2)
        self.setViewportMargins(side, EDGE, side, 8)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("listen"))
        if self.document().characterCount() <= STYLED:
            is_undoable = self.document().isUndoRedoEnabled()
            self.document().setUndoRedoEnabled(False)
            self._is_loading = True
            self._set_lines(QTextCursor(self.document()))
            self._is_loading = False
            self.document().setUndoRedoEnabled(is_undoable)
        spoken, self._spoken = self._spoken, None
        self.show_spoken(spoken)
        self._place_column()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Speech", "Text to be spoken"))
        self.setPlaceholderText(
            translate("Speech", "Write or paste a text here, or drop a file on it.")
        )


def _file_of(source: QMimeData) -> str:
    files: list[QUrl] = [url for url in source.urls() if url.isLocalFile()]
    return files[0].toLocalFile() if files else ""
