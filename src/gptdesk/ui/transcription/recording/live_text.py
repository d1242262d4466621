"""The words of a recording as they come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from gptdesk.domain.transcription import (
    PieceChanged,
    PieceState,
    SegmentsArrived,
    TextArrived,
    TranscriptionEvent,
)
from gptdesk.ui.theme.theme import Theme

translate = QCoreApplication.translate

LINES = 2
SHOWN = 8
"""Pieces whose words are shown; all of them are in the transcript."""
FIRST_WIDE, LAST_WIDE = "\u2e80", "\uffef"


class LiveText(QPlainTextEdit):
    """Read-only, two lines high; what is not certain yet is quiet, and the end stays in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._known: dict[int, str] = {}
        self._coming: dict[int, str] = {}
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setProperty("focusRadius", 6)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def reset(self) -> None:
        self._known.clear()
        self._coming.clear()
        self._write()

    def take(self, event: TranscriptionEvent) -> None:
        match event:
            case SegmentsArrived(position, segments):
                self._known[position] = joined([segment.text for segment in segments])
                self._coming.pop(position, None)
            case TextArrived(position, text):
                self._coming[position] = self._coming.get(position, "") + text
            case PieceChanged(piece) if piece.state is PieceState.FAILED:
                self._coming.pop(piece.position, None)
            case _:
                return
        self._write()

    def sizeHint(self) -> QSize:
        return QSize(240, LINES * self._theme.line("reading"))

    minimumSizeHint = sizeHint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _write(self) -> None:
        bar = self.verticalScrollBar()
        was_at_end = bar.value() >= bar.maximum() - 2
        latest = sorted(self._known)[-SHOWN:]
        known = joined([self._known[position] for position in latest])
        coming = joined([self._coming[position] for position in sorted(self._coming)])
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(known, self._look("text"))
        if coming:
            cursor.insertText(joined([known, coming])[len(known) :], self._look("text-quiet"))
        if was_at_end:
            bar.setValue(bar.maximum())

    def _look(self, role: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.color(role))
        return look

    def _restyle(self) -> None:
        self.setFont(self._theme.font("reading"))
        self.setStyleSheet("QPlainTextEdit { background: transparent; padding: 0; border: 0; }")
        self.updateGeometry()
        self._write()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Recording", "What was heard so far"))
        self.setPlaceholderText(
            translate("Recording", "The words appear here after the first pause in what you say.")
        )


def joined(texts: list[str]) -> str:
    """One after the other: a space between words, none beside Chinese."""
    whole = ""
    for text in filter(None, (text.strip() for text in texts)):
        is_wide = not whole or any(FIRST_WIDE <= sign <= LAST_WIDE for sign in (whole[-1], text[0]))
        whole += text if is_wide else f" {text}"
    return whole
