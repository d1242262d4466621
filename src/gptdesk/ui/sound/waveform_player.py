"""The player with its waveform: play button, bars, times, speed and pieces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.sound.clock import clock
from gptdesk.ui.sound.pieces import PieceBars
from gptdesk.ui.sound.play_button import PlayButton
from gptdesk.ui.sound.player import Player
from gptdesk.ui.sound.waveform import Piece, Waveform
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)


class WaveformPlayer(QWidget):
    """Shows what a Player does, and lets it be played, moved along and made faster.

    `bar` is the row for further buttons of the tab, after the speed. Object names: `player.play`,
    `player.waveform`, `player.speed`, `player.time`, `player.pieces`.
    """

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._total = 0.0
        self._pieces: tuple[Piece, ...] = ()
        self._theme = Theme.current()
        self.button = PlayButton(self)
        self.button.setObjectName("player.play")
        self.waveform = Waveform(self)
        self.waveform.setObjectName("player.waveform")
        self.speed = Button(kind="soft", small=True, parent=self)
        self.speed.setObjectName("player.speed")
        self.time = Label(
            style="secondary",
            marks=True,
            bold_role="text",
            tabular=True,
            role="text-quiet",
            parent=self,
        )
        self.time.setObjectName("player.time")
        self.pieces = PieceBars(self)
        self.pieces.setObjectName("player.pieces")
        self.pieces.hide()
        self.bar = QHBoxLayout()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._on_state()

    def set_peaks(self, peaks: bytes) -> None:
        self.waveform.set_peaks(peaks)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Fewer than two are not shown: the waveform itself says it all."""
        self._pieces = tuple(pieces)
        self.pieces.set_pieces(self._pieces)
        self.pieces.setVisible(len(self._pieces) > 1)

    def set_total(self, seconds: float) -> None:
        """How long it will be in the end, while it is still being made; 0 when it is whole."""
        self._total = seconds
        self._show_time()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        self.bar.setSpacing(8)
        self.bar.addWidget(self.speed)
        grid.addWidget(self.button, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.waveform, 0, 1)
        grid.addLayout(self.bar, 0, 2)
        grid.addWidget(self.time, 1, 1, 1, 2)
        grid.addWidget(self.pieces, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.button.clicked.connect(self._player.toggle)
        self.waveform.toggled.connect(self._player.toggle)
        self.waveform.sought.connect(self._on_sought)
        self.speed.clicked.connect(self._on_speed)
        self._player.position_changed.connect(self._on_position)
        self._player.duration_changed.connect(self._on_duration)
        self._player.state_changed.connect(self._on_state)

    def _on_sought(self, seconds: float) -> None:
        loop = self._player.loop
        if loop is not None and not loop[0] <= seconds <= loop[1]:
            self._player.clear_loop()
        self._player.seek(seconds)

    def _on_speed(self) -> None:
        faster = [speed for speed in SPEEDS if speed > self._player.speed + 0.01]
        self._player.set_speed(faster[0] if faster else SPEEDS[0])
        self._show_speed()

    def _on_position(self, seconds: float) -> None:
        self.waveform.set_position(seconds)
        self.waveform.set_loop(self._player.loop)
        self._show_time()

    def _on_duration(self, seconds: float) -> None:
        self.waveform.set_duration(seconds)
        self._on_state()
        self._show_time()

    def _on_state(self) -> None:
        can_play = self._player.has_sound
        self.button.setEnabled(can_play)
        self.waveform.setEnabled(can_play)
        self.button.set_icon("pause" if self._player.is_playing else "play")
        self._name_button()
        self._show_time()

    def _show_time(self) -> None:
        position, ready = clock(self._player.position), clock(self._player.duration)
        if self._player.is_waiting:
            text = translate("Player", "**{position}** / {ready}, waiting for more")
        elif self._total > self._player.duration:
            text = translate("Player", "**{position}** / {ready} ready, {total} in all")
        else:
            text = translate("Player", "**{position}** / {ready}")
        self.time.setText(text.format(position=position, ready=ready, total=clock(self._total)))
        self.waveform.setAccessibleDescription(self.waveform.spoken)

    def _show_speed(self) -> None:
        number = QLocale(self._theme.language).toString(self._player.speed, "g", 3)
        if "." not in number and "," not in number:
            number = QLocale(self._theme.language).toString(self._player.speed, "f", 1)
        self.speed.setText(translate("Player", "{number} ×").format(number=number))
        self.speed.setAccessibleName(
            translate("Player", "Speed: {number} times").format(number=number)
        )

    def _name_button(self) -> None:
        label = (
            translate("Player", "Pause") if self._player.is_playing else translate("Player", "Play")
        )
        self.button.set_label(label, translate("Player", "Space"))

    def _retranslate(self) -> None:
        self.waveform.setAccessibleName(translate("Player", "Position in the sound"))
        self.speed.setToolTip(translate("Player", "Play slower or faster; the pitch stays."))
        self._name_button()
        self._show_speed()
        self._show_time()
