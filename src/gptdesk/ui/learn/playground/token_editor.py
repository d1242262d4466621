"""A field for any text, with every token in a colour of its own behind the letters."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QCoreApplication, QEvent, QPointF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from gptdesk.domain.token_pieces import Piece
from gptdesk.ui.learn.playground.tinting import paint_tints
from gptdesk.ui.theme.theme import Theme

translate = QCoreApplication.translate


class TokenEditor(QPlainTextEdit):
    """Only what can be seen is painted, so that a long text is as smooth as a short one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._starts: tuple[int, ...] = ()
        self.painted_blocks = 0
        """How many paragraphs the last painting went through."""
        self.setObjectName("learn.playground.text")
        self.setTabChangesFocus(True)
        self.setProperty("field", True)
        Theme.current().changed.connect(self._restyle)
        self._restyle()

    def set_pieces(self, pieces: tuple[Piece, ...], starts: tuple[int, ...]) -> None:
        self._pieces, self._starts = pieces, starts
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted_blocks = 0
        if len(self._starts) > 1:
            painter = QPainter(self.viewport())
            self._paint(painter, (float(event.rect().top()), float(event.rect().bottom())))
            painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()
            QToolTip.showText(event.globalPos(), self.words_at(place), self)
            return True
        return super().event(event)

    def words_at(self, place: int) -> str:
        """What is known of the token at a place of the text."""
        number = bisect_right(self._starts, place) - 1
        if not 0 <= number < len(self._pieces):
            return ""
        piece = self._pieces[number]
        numbers = ", ".join(map(str, piece.ids))
        if len(piece.ids) == 1:
            text = translate("Playground", "“{text}” is token number {numbers} of the vocabulary.")
        else:
            text = translate("Playground", "“{text}” is cut into several tokens: {numbers}.")
        return text.format(text=piece.text.strip("\n"), numbers=numbers)

    def _paint(self, painter: QPainter, seen: tuple[float, float]) -> None:
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(offset)
            if area.top() > seen[1]:
                return
            self.painted_blocks += 1
            at = QPointF(area.left(), area.top())
            paint_tints(painter, block.layout(), at, block.position(), self._starts, seen)
            block = block.next()

    def _restyle(self) -> None:
        self.setFont(Theme.current().font("listen"))
        self.viewport().update()
