"""The pieces under the wave, each as wide as it is long, with what has become of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.domain.speech import Piece, PieceState
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import icon_at, panel, text_in
from gptdesk.ui.widgets.turning import Turning

translate = QCoreApplication.translate

GAP = 8
THIN_GAP = 2
BAR = 4
MANY = 12
"""With more pieces there is no room for words under each: the row below says it."""

COLORS = {
    PieceState.READY: "ok",
    PieceState.SILENT: "ok",
    PieceState.MAKING: "accent-text",
    PieceState.FAILED: "error",
    PieceState.WAITING: "track",
}
ICONS = {
    PieceState.READY: ("check", "ok"),
    PieceState.SILENT: ("check", "ok"),
    PieceState.MAKING: ("loader-circle", "accent-text"),
    PieceState.FAILED: ("circle-x", "error"),
}


class PieceStrip(QWidget):
    """Bars in proportion; hidden while there is only one piece and that is ready."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speech.progress")
        self._theme = Theme.current()
        self._pieces: tuple[Piece, ...] = ()
        self._stretches: list[tuple[int, int, str]] = []
        self._turning: Turning | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)
        self._retranslate()

    @property
    def words(self) -> str:
        """How far it is, in words."""
        return self.accessibleDescription()

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        self._pieces = tuple(pieces)
        self._stretches = _stretches(self._pieces) if len(self._pieces) > MANY else []
        self._turn(any(piece.state is PieceState.MAKING for piece in pieces))
        self._retranslate()
        self.updateGeometry()
        self.update()

    def shutdown(self) -> None:
        self._turn(False)

    def sizeHint(self) -> QSize:
        return QSize(120, BAR + 6 + self._theme.line("secondary"))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._are_too_narrow:
            self._paint_stretches(painter)
            self._say_all(painter)
            return
        places = self._places()
        for piece, place in zip(self._pieces, places, strict=True):
            panel(painter, place, BAR / 2, self._theme.color("track"))
            done = QRectF(place)
            if piece.state is PieceState.MAKING:
                done.setWidth(place.width() * self._moving())
            panel(painter, done, BAR / 2, self._theme.color(COLORS[piece.state]))
        if len(self._pieces) > MANY or not self._fits(painter, places):
            self._say_all(painter)

    @property
    def _are_too_narrow(self) -> bool:
        """Hundreds of pieces: they have less than a pixel each beside their gaps."""
        return self.width() - THIN_GAP * (len(self._pieces) - 1) < len(self._pieces)

    def _paint_stretches(self, painter: QPainter) -> None:
        """What has the same colour side by side is one bar: painting each takes too long."""
        width = self.width()
        whole = self._pieces[-1].end or 1
        panel(painter, QRectF(0, 0, width, BAR), BAR / 2, self._theme.color("track"))
        for start, end, color in self._stretches:
            place = QRectF(width * start / whole, 0, width * (end - start) / whole, BAR)
            panel(painter, place, BAR / 2, self._theme.color(color))

    def _fits(self, painter: QPainter, places: Sequence[QRectF]) -> bool:
        """Write below each piece what it is, if all of it finds room."""
        font = self._theme.font("secondary")
        icon = self._theme.icon_size(16)
        texts = [self._words(piece) for piece in self._pieces]
        widths = [text_width(font, text) + icon + 6 for text in texts]
        if any(width > place.width() for width, place in zip(widths, places, strict=True)):
            return False
        for piece, place, text in zip(self._pieces, places, texts, strict=True):
            x = round(place.x())
            line = QRect(x, BAR + 6, round(place.width()), self._theme.line("secondary"))
            if piece.state in ICONS:
                name, role = ICONS[piece.state]
                icon_at(painter, QRect(x, line.y(), icon, line.height()), name, role, icon)
                line.setLeft(x + icon + 6)
            text_in(painter, line, text, font, self._theme.color(_role(piece)))
        return True

    def _say_all(self, painter: QPainter) -> None:
        font = self._theme.font("secondary")
        line = QRect(0, BAR + 6, self.width(), self._theme.line("secondary"))
        text = QFontMetrics(font).elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        text_in(painter, line, text, font, self._theme.color("text-quiet"))

    def _places(self) -> list[QRectF]:
        gap = GAP if len(self._pieces) <= MANY else THIN_GAP
        room = self.width() - gap * (len(self._pieces) - 1)
        whole = sum(piece.end - piece.start for piece in self._pieces) or 1
        places, x = [], 0.0
        for piece in self._pieces:
            width = room * (piece.end - piece.start) / whole
            places.append(QRectF(x, 0, width, BAR))
            x += width + gap
        return places

    def _words(self, piece: Piece) -> str:
        number = piece.position + 1
        match piece.state:
            case PieceState.MAKING:
                text = translate("Speech", "Piece {number}, being made")
            case PieceState.WAITING:
                text = translate("Speech", "Piece {number} waits")
            case PieceState.FAILED:
                text = translate("Speech", "Piece {number} failed")
            case _:
                text = translate("Speech", "Piece {number}")
        return text.format(number=number)

    def _moving(self) -> float:
        return 0.15 + 0.7 * (self._turning.turn if self._turning is not None else 0.5)

    def _turn(self, turning: bool) -> None:
        if turning and self._turning is None and self.isVisible():
            self._turning = Turning(self)
        elif not turning and self._turning is not None:
            self._turning.stop()
            self._turning.deleteLater()
            self._turning = None

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Speech", "Progress"))
        ready = sum(1 for piece in self._pieces if piece.is_settled)
        failed = sum(1 for piece in self._pieces if piece.state is PieceState.FAILED)
        if failed:
            text = translate("Speech", "{ready} of {all} pieces are ready, {failed} failed")
        elif ready == len(self._pieces):
            text = translate("Speech", "All pieces are ready: {all}")
        else:
            text = translate("Speech", "{ready} of {all} pieces are ready")
        self.setAccessibleDescription(
            text.format(ready=ready, all=len(self._pieces), failed=failed)
        )


def _stretches(pieces: Sequence[Piece]) -> list[tuple[int, int, str]]:
    """Where pieces of one colour begin and end in the text."""
    found: list[tuple[int, int, str]] = []
    for piece in pieces:
        color = COLORS[piece.state]
        if found and found[-1][2] == color:
            found[-1] = (found[-1][0], piece.end, color)
        else:
            found.append((piece.start, piece.end, color))
    return found


def _role(piece: Piece) -> str:
    return "text-quiet" if piece.state is PieceState.WAITING else "text"
