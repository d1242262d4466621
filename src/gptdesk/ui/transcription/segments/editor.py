"""The field in which a segment is corrected, in the place where its text stood."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

AROUND = 8
ABOVE = 4


class SegmentEditor(QWidget):
    """Enter keeps the text, Escape leaves it as it was; at its ends it merges, Ctrl+Enter splits.

    Signals:
        kept: the text is to stay as it is now.
        left: without a change.
        split: cut before this character; the text is as it stands.
        merged: -1 with the segment before, 1 with the one after; the text is as it stands.
        moved: -1 or 1: keep this and go on in the segment before or after.
        grew: it needs another height.
    """

    kept = Signal(str)
    left = Signal()
    split = Signal(str, int)
    merged = Signal(str, int)
    moved = Signal(str, int)
    grew = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self.text = _Text(self)
        self.text.setObjectName("transcription.segment")
        self._was = ""
        self.text.textChanged.connect(self._on_changed)
        self.text.keyed.connect(self._on_key)
        self.text.abandoned.connect(self._on_abandoned)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.hide()

    def open(self, text: str, caret: int | None = None) -> None:
        self._was = text
        blocked = self.text.blockSignals(True)
        self.text.setPlainText(text)
        self._space_lines()
        self.text.document().clearUndoRedoStacks()
        self.text.blockSignals(blocked)
        cursor = self.text.textCursor()
        cursor.setPosition(len(text) if caret is None else min(caret, len(text)))
        self.text.setTextCursor(cursor)
        self.show()
        self.text.setFocus()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    @property
    def content(self) -> str:
        return self.text.toPlainText().replace("\u2028", "\n")

    def close_quietly(self) -> None:
        """Nobody is told."""
        blocked = self.blockSignals(True)
        self.hide()
        self.blockSignals(blocked)

    def place(self, room: QRect) -> None:
        """Over the text of the row."""
        self.setGeometry(room.adjusted(-AROUND, -ABOVE, AROUND, ABOVE))

    def text_height(self, width: int) -> int:
        """How high the text is in this width."""
        document = self.text.document()
        document.setTextWidth(width)
        return round(document.size().height())

    def resizeEvent(self, event: QEvent) -> None:
        self.text.setGeometry(AROUND, ABOVE, self.width() - 2 * AROUND, self.height() - 2 * ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        panel(painter, self.rect(), theme.radius("control"), theme.color("surface"),
              theme.color("accent-text"), 2)  # fmt: skip

    def retranslate(self) -> None:
        self.text.setAccessibleName(translate("Segments", "Text of the segment"))
        self.text.setAccessibleDescription(
            translate(
                "Segments",
                "Enter keeps it, Escape leaves it as it was, Ctrl+Enter splits here, Backspace at "
                "the beginning joins it to the one before.",
            )
        )

    def _on_changed(self) -> None:
        self.grew.emit()

    def _on_abandoned(self) -> None:
        """Somebody went elsewhere: what was typed is kept."""
        if self.is_open:
            self.keep()

    def keep(self) -> None:
        """Take what stands here as the text; nothing at all leaves it as it was."""
        text = self.content.strip()
        if text == self._was or not text:
            self.left.emit()
        else:
            self.kept.emit(text)

    def _on_key(self, what: str) -> None:
        cursor = self.text.textCursor()
        if what == "keep":
            self.keep()
        elif what == "leave":
            self.left.emit()
        elif what == "split":
            self.split.emit(self.content, cursor.position())
        elif what in ("merge.before", "merge.after"):
            self.merged.emit(self.content, -1 if what.endswith("before") else 1)
        else:
            self.moved.emit(self.content.strip(), -1 if what.endswith("before") else 1)

    def _space_lines(self) -> None:
        """Lines as far apart as in the list, so that nothing moves."""
        form = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        form.setLineHeight(self._theme.line("reading"), height)
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _restyle(self) -> None:
        self.text.setFont(self._theme.font("reading"))
        self._space_lines()


class _Text(QTextEdit):
    """Tells which keys mean more than typing.

    Signals:
        keyed: keep, leave, split, merge.before, merge.after, move.before or move.after.
        abandoned: the keyboard went elsewhere.
    """

    keyed = Signal(str)
    abandoned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if what := self._meaning(event):
            self.keyed.emit(what)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in stays:
            self.abandoned.emit()

    def _meaning(self, event: QKeyEvent) -> str:
        key, with_ctrl = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "split" if with_ctrl else "keep"
        plain = {
            Qt.Key.Key_Escape: "leave",
            Qt.Key.Key_Tab: "move.after",
            Qt.Key.Key_Backtab: "move.before",
        }
        if key in plain:
            return plain[Qt.Key(key)]
        cursor = self.textCursor()
        if cursor.hasSelection():
            return ""
        if key == Qt.Key.Key_Backspace and cursor.atStart():
            return "merge.before"
        return "merge.after" if key == Qt.Key.Key_Delete and cursor.atEnd() else ""
