"""The field in which a message is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme

MOST_LINES = 8
RETURN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageEditor(QPlainTextEdit):
    """Plain text that grows up to eight lines; Enter submits unless an input method wants it.

    Signals:
        submitted: the person pressed the key that sends.
        escaped: Esc, for whoever can stop something.
        focus_changed: True when the keyboard came.
        pictures_pasted: a list of paths and images.
    """

    submitted = Signal()
    escaped = Signal()
    focus_changed = Signal(bool)
    pictures_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.editor")
        self.setProperty("plain", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._sends_with_enter = True
        self._is_composing = False
        self._was_composing = QTimer(self)
        self._was_composing.setSingleShot(True)
        self._was_composing.setInterval(0)
        self.textChanged.connect(self.fit)
        Theme.current().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_send_with_enter(self, with_enter: bool) -> None:
        """Otherwise Ctrl+Enter sends and Enter starts a new line."""
        self._sends_with_enter = with_enter

    def fit(self) -> None:
        """As high as its text, within one and eight lines."""
        lines = min(max(1, round(self.document().size().height())), MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + 4
        needs_bar = round(self.document().size().height()) > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needs_bar else policy.ScrollBarAlwaysOff
        )
        if self.height() != height:
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in RETURN_KEYS:
            self._on_return(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._is_composing and not event.preeditString():
            # Some input methods commit first and deliver their Enter afterwards, in the same turn
            self._was_composing.start()
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pictures are attached; whatever else is pasted arrives as plain text."""
        from gptdesk.ui.chat.attaching.incoming import has_pictures, pictures_in

        if has_pictures(source):
            self.pictures_pasted.emit(pictures_in(source))
            return
        text = source.text()
        if not text and source.hasHtml():
            text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        self.textCursor().insertText(text.replace("\r\n", "\n"))
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def _on_return(self, event: QKeyEvent) -> None:
        if self._is_composing or self._was_composing.isActive():
            event.accept()  # it picked a candidate
            return
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        with_control = keys == Qt.KeyboardModifier.ControlModifier
        if with_control or (self._sends_with_enter and not keys):
            if not event.isAutoRepeat():
                self.submitted.emit()
            return
        self.textCursor().insertBlock()
        self.ensureCursorVisible()

    def _on_theme_changed(self) -> None:
        self.setFont(Theme.current().font("reading"))
        self.fit()
