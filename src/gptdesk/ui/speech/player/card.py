"""The card under the text: play, the wave, the time, the pieces, and saving."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.domain.speech import PEAKS, Piece, SpeechJob
from gptdesk.ui.speech.player.pieces import PieceStrip
from gptdesk.ui.speech.player.waveform import Waveform
from gptdesk.ui.speech.words import clock, speed_text
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel

translate = QCoreApplication.translate

RATES = (0.75, 1.0, 1.25, 1.5, 2.0)
ROUND = 44


class PlayerCard(QWidget):
    """Shows a job and takes what one does with its sound.

    Signals:
        toggled: play or pause.
        sought: seconds from the beginning.
        skipped: a sentence back (-1) or on (1).
        rate_chosen: how fast to listen.
        save_requested, subtitles_requested: to a file.
    """

    toggled = Signal()
    sought = Signal(float)
    skipped = Signal(int)
    rate_chosen = Signal(float)
    save_requested = Signal()
    subtitles_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._is_playing = False
        self._rate = 1.0
        self._time = 0.0
        self._ready = 0.0
        self._whole = 0.0
        self._is_complete = True
        self.play = _RoundButton(self)
        self.wave = Waveform(self)
        self.rate = Button(kind="soft", small=True, parent=self)
        self.save = Button(kind="line", icon="download", parent=self)
        self.back = IconButton("skip-back", small=True, parent=self)
        self.forward = IconButton("skip-forward", small=True, parent=self)
        self.captions = IconButton("captions", small=True, parent=self)
        self.strip = PieceStrip(self)
        self._times = Label(style="secondary", marks=True, role="text-quiet", bold_role="text",
                            tabular=True, parent=self)  # fmt: skip
        self._build()
        self._connect()
        self._retranslate()

    def show_job(self, job: SpeechJob, whole: float) -> None:
        """`whole` is how long all of it will be, reckoned from what is ready."""
        ready = job.ready
        self._ready = sum(piece.seconds for piece in ready)
        self._whole = max(self._ready, whole)
        self._is_complete = job.is_complete
        self.wave.set_sound(_peaks(ready), self._ready, self._whole)
        self.strip.set_pieces(job.pieces)
        self.strip.setVisible(len(job.pieces) > 1 or not job.is_complete)
        has_sound = self._ready > 0
        for widget in (self.play, self.save, self.back, self.forward, self.captions, self.rate):
            widget.setEnabled(has_sound)
        self._show_times()

    def set_time(self, seconds: float) -> None:
        self._time = seconds
        self.wave.set_time(seconds)
        self._show_times()

    def set_playing(self, playing: bool, *, waiting: bool = False) -> None:
        """`waiting` is for the next piece, which is still being made."""
        self._is_playing = playing
        self.play.set_icon("pause" if playing else "play")
        self.play.set_busy(waiting)
        self._name_play()

    def set_can_listen(self, can_listen: bool) -> None:
        for widget in (self.play, self.rate, self.back, self.forward):
            widget.setVisible(can_listen)

    def shutdown(self) -> None:
        self.strip.shutdown()
        self.play.set_busy(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        fill, border = theme.color("surface-sunken"), theme.color("hairline")
        panel(QPainter(self), self.rect(), theme.radius("card"), fill, border)

    def _build(self) -> None:
        names = {
            "speech.play": self.play,
            "speech.save": self.save,
            "speech.wave": self.wave,
            "speech.back": self.back,
            "speech.forward": self.forward,
            "speech.rate": self.rate,
            "speech.subtitles": self.captions,
        }
        for name, widget in names.items():
            widget.setObjectName(name)
        top = QHBoxLayout()
        top.setSpacing(16)
        for widget in (self.wave, self.rate, self.save):
            top.addWidget(widget, 1 if widget is self.wave else 0)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._times)
        line.addStretch(1)
        for widget in (self.back, self.forward, self.captions):
            line.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addLayout(top)
        right.addLayout(line)
        right.addWidget(self.strip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(16)
        layout.addWidget(self.play, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(right, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.play.clicked.connect(self.toggled)
        self.wave.sought.connect(self.sought)
        self.back.clicked.connect(partial(self.skipped.emit, -1))
        self.forward.clicked.connect(partial(self.skipped.emit, 1))
        self.save.clicked.connect(self.save_requested)
        self.captions.clicked.connect(self.subtitles_requested)
        self.rate.clicked.connect(self._choose_rate)
        self._theme.changed.connect(self.update)

    def _choose_rate(self) -> None:
        offered = menu(self)
        for rate in RATES:
            offered.addAction(speed_text(rate), partial(self._on_rate, rate))
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(self.rate.mapToGlobal(self.rate.rect().bottomLeft()))

    def _on_rate(self, rate: float) -> None:
        self._rate = rate
        self.rate.setText(speed_text(rate))
        self.rate_chosen.emit(rate)

    def _show_times(self) -> None:
        now, ready, whole = clock(self._time), clock(self._ready), clock(self._whole)
        if self._is_complete:
            text = translate("Speech", "**{now}** / {ready}").format(now=now, ready=ready)
        else:
            text = translate("Speech", "**{now}** / {ready} ready, {whole} in all").format(
                now=now, ready=ready, whole=whole
            )
        self._times.setText(text)

    def _name_play(self) -> None:
        name = translate("Speech", "Pause") if self._is_playing else translate("Speech", "Play")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)

    def _retranslate(self) -> None:
        self._name_play()
        self.wave.setAccessibleName(translate("Speech", "Sound wave"))
        self.save.setText(translate("Speech", "Save"))
        self.save.setAccessibleName(translate("Speech", "Save the sound"))
        self.back.set_label(translate("Speech", "Previous sentence"))
        self.forward.set_label(translate("Speech", "Next sentence"))
        self.captions.set_label(translate("Speech", "Save subtitles"))
        self.rate.setText(speed_text(self._rate))
        self.rate.setAccessibleName(translate("Speech", "How fast to listen"))
        self.rate.setToolTip(self.rate.accessibleName())
        self._show_times()


class _RoundButton(Painted):
    """44 px, filled with the accent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("primary", parent)
        self._icon = "play"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", ROUND // 2)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(ROUND), self._theme.px(ROUND))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, role = self._colors()
        panel(painter, self.rect(), self.height() / 2, fill, border)
        size = self._theme.icon_size(20)
        if self.is_busy:
            left = (self.width() - self._theme.icon_size(16)) // 2
            self._spin(painter, self.rect().adjusted(left, 0, -left, 0), role)
        else:
            icon_at(painter, self.rect(), self._icon, role, size)


def _peaks(pieces: tuple[Piece, ...]) -> bytes:
    """The loudness of all pieces in a row, each as long as it sounds; nothing if one lacks it."""
    found = bytearray()
    for piece in pieces:
        if piece.sound is None:
            continue
        if not piece.sound.peaks:
            return b""
        wanted = round(piece.seconds * PEAKS)
        found += piece.sound.peaks[:wanted].ljust(wanted, b"\0")
    return bytes(found)
