"""The recording on the page: its waveform, and the pieces it is sent in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.transcription import Piece, PieceState
from gptdesk.ui.sound.player import Player
from gptdesk.ui.sound.waveform import Piece as Bar
from gptdesk.ui.sound.waveform import PieceState as BarState
from gptdesk.ui.sound.waveform_player import WaveformPlayer
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

BARS = {
    PieceState.WAITING: BarState.WAITING,
    PieceState.SENDING: BarState.RUNNING,
    PieceState.READY: BarState.DONE,
    PieceState.SILENT: BarState.DONE,
    PieceState.FAILED: BarState.FAILED,
}


class RecordingPlayer(QWidget):
    """Filled when there is a player; pressed on a piece that failed, it asks for it again.

    Signals:
        retry_requested: what failed is to be sent again.
        piece_pressed: seconds at which a piece begins.
    """

    retry_requested = Signal()
    piece_pressed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._wave: WaveformPlayer | None = None
        self._pieces: tuple[Piece, ...] = ()
        self._is_low = False
        self._silence = Label(style="secondary", role="text-quiet", parent=self)
        self._silence.setWordWrap(True)
        self._silence.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 14)
        layout.setSpacing(6)
        layout.addWidget(self._silence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._retranslate()

    def set_player(self, player: Player) -> None:
        self._wave = wave = WaveformPlayer(player, self)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, wave)
        wave.pieces.installEventFilter(self)

    def set_peaks(self, peaks: bytes) -> None:
        if self._wave is not None:
            self._wave.set_peaks(peaks)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        if self._wave is None or tuple(pieces) == self._pieces:
            return
        self._pieces = tuple(pieces)
        has_failed = any(piece.state is PieceState.FAILED for piece in pieces)
        self._wave.set_pieces([_bar(piece, number) for number, piece in enumerate(pieces, 1)])
        self.set_low(self._is_low)
        self._wave.pieces.setCursor(
            Qt.CursorShape.PointingHandCursor if has_failed else Qt.CursorShape.ArrowCursor
        )

    def set_low(self, is_low: bool) -> None:
        """Without the pieces, where the room is needed for the text."""
        self._is_low = is_low
        if self._wave is not None:
            self._wave.pieces.setVisible(not is_low and len(self._pieces) > 1)
            self._wave.time.setVisible(not is_low)

    def set_audible(self, is_audible: bool) -> None:
        """Without a loudspeaker it says so; reading and correcting work all the same."""
        self._silence.setVisible(not is_audible)
        if self._wave is not None:
            self._wave.setEnabled(is_audible)
            self._wave.button.setToolTip("" if is_audible else self._silence.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.MouseButtonRelease
        if is_press and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            self._on_press(event.position().x(), watched.width())
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_press(self, x: float, width: int) -> None:
        total = sum(piece.end - piece.start for piece in self._pieces) or 1.0
        moment = x / max(1, width) * total
        for piece in self._pieces:
            if piece.start <= moment <= piece.end:
                if piece.state is PieceState.FAILED:
                    self.retry_requested.emit()
                else:
                    self.piece_pressed.emit(piece.start)
                return

    def _retranslate(self) -> None:
        self._silence.setText(
            translate(
                "Transcription",
                "No loudspeaker was found. Reading and correcting work as ever; connect "
                "headphones or a loudspeaker to listen.",
            )
        )
        pieces, self._pieces = self._pieces, ()
        self.set_pieces(pieces)


def _bar(piece: Piece, number: int) -> Bar:
    labels = {
        PieceState.FAILED: translate(
            "Transcription", "Piece {number} could not be written down. Press to try it again."
        ),
        PieceState.SILENT: translate("Transcription", "Piece {number}: nobody speaks"),
        PieceState.SENDING: translate("Transcription", "Piece {number}, being written down"),
    }
    label = labels.get(piece.state, "").format(number=number)
    fraction = 0.5 if piece.state is PieceState.SENDING else 0.0
    return Bar(max(0.01, piece.end - piece.start), BARS[piece.state], fraction, label)
