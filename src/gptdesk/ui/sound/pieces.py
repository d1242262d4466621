"""The pieces of a long job under the waveform, each as wide as it is long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gptdesk.ui.sound.waveform import Piece, PieceState, widths
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

LINE = 4
GAP = 8
BELOW = 6

ICONS = {
    PieceState.DONE: ("check", "ok"),
    PieceState.RUNNING: ("loader-circle", "accent-text"),
    PieceState.FAILED: ("circle-alert", "error"),
}


class PieceBars(QWidget):
    """Lines of 4 px with a mark and a number; the whole state is the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        self._pieces = tuple(pieces)
        self._retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, LINE + BELOW + self._theme.line("label"))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gap = self._gap()
        for number, (piece, (begin, end)) in enumerate(
            zip(self._pieces, widths(self._pieces, self.width(), gap), strict=True), start=1
        ):
            self._draw_line(painter, piece, begin, end)
            self._draw_words(painter, piece, number, round(begin), round(end))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._text_at(event.pos().x()), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()

    def _draw_line(self, painter: QPainter, piece: Piece, begin: float, end: float) -> None:
        line = QRectF(begin, 0, max(1.0, end - begin), LINE)
        panel(painter, line, 2, self._theme.color("track"))
        fraction = 1.0 if piece.state in (PieceState.DONE, PieceState.FAILED) else piece.fraction
        if piece.state is not PieceState.WAITING and fraction > 0:
            line.setWidth(line.width() * min(1.0, fraction))
            panel(painter, line, 2, self._theme.color(ICONS[piece.state][1]))

    def _draw_words(
        self, painter: QPainter, piece: Piece, number: int, begin: int, end: int
    ) -> None:
        font, size = self._theme.font("label"), self._theme.icon_size(16)
        top, line = LINE + BELOW, self._theme.line("label")
        x = begin
        if piece.state in ICONS:
            if end - begin < size:
                return
            name, role = ICONS[piece.state]
            icon_at(painter, QRect(x, top, size, line), name, role, size)
            x += size + 4
        text = sentence(piece, number)
        if x + text_width(font, text) > end:
            text = str(number)
        if x + text_width(font, text) <= end:
            role = "text-quiet" if piece.state is PieceState.WAITING else "text"
            text_in(painter, QRect(x, top, end - x, line), text, font, self._theme.color(role))

    def _gap(self) -> int:
        """Hundreds of pieces stand closer, so that they can be seen at all."""
        return GAP if len(self._pieces) * (GAP + 8) <= self.width() else 1

    def _text_at(self, x: int) -> str:
        for number, (piece, (begin, end)) in enumerate(
            zip(self._pieces, widths(self._pieces, self.width(), self._gap()), strict=True), start=1
        ):
            if begin <= x <= end:
                return sentence(piece, number)
        return ""

    def _retranslate(self) -> None:
        done = sum(1 for piece in self._pieces if piece.state is PieceState.DONE)
        self.setAccessibleName(
            translate("Pieces", "{done} of {count} pieces are done").format(
                done=done, count=len(self._pieces)
            )
        )
        failed = [
            sentence(piece, number)
            for number, piece in enumerate(self._pieces, start=1)
            if piece.state is PieceState.FAILED
        ]
        self.setAccessibleDescription("\n".join(failed))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def sentence(piece: Piece, number: int) -> str:
    """What is going on with it."""
    if piece.label:
        return piece.label
    texts = {
        PieceState.WAITING: translate("Pieces", "Piece {number} waits"),
        PieceState.RUNNING: translate("Pieces", "Piece {number}, being made"),
        PieceState.DONE: translate("Pieces", "Piece {number}"),
        PieceState.FAILED: translate("Pieces", "Piece {number} failed"),
    }
    return texts[piece.state].format(number=number)
