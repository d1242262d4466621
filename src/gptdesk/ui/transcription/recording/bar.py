"""The bar of a recording: its state, time and loudness, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.sound.clock import clock, spoken_time
from gptdesk.ui.sound.devices import Device
from gptdesk.ui.sound.meter import LevelMeter
from gptdesk.ui.sound.play_button import PlayButton
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.recording.hints import Hint
from gptdesk.ui.transcription.recording.live_text import LiveText
from gptdesk.ui.transcription.recording.states import RecordingState, hint_words, state_words
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Choice
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import icon_at, panel

translate = QCoreApplication.translate

NARROW = 560
"""With less room the buttons stand below the time."""
DOT = 10


class RecordingBar(QWidget):
    """Shown while something is recorded.

    Object names: `recording.stop`, `recording.pause`, `recording.discard`,
    `recording.microphone`, `recording.level`, `recording.state`, `recording.time`,
    `recording.hint`, `recording.text`.

    Signals:
        stop_requested: it is complete; while the last words are awaited: leave them for later.
        pause_toggled: hold it, or go on.
        discard_requested: it is not wanted.
        microphone_chosen: the name of another one.
    """

    stop_requested = Signal()
    pause_toggled = Signal()
    discard_requested = Signal()
    microphone_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._state = RecordingState.IDLE
        self._seconds = 0.0
        self._hint, self._minutes = Hint.NONE, 0
        self.stop = PlayButton(self)
        self.stop.set_icon("stop")
        self.state = Label(style="button", parent=self)
        self.time = Label(style="title", tabular=True, parent=self)
        self.level = LevelMeter(self)
        self.pause = Button(kind="line", small=True, parent=self)
        self.discard = Button(kind="ghost", icon="trash-2", small=True, parent=self)
        self.microphone = Choice(self, plain=True)
        self.hint = _HintLine(self)
        self.text = LiveText(self)
        self._dot = _Dot(self)
        self._build()
        self._connect()
        self._retranslate()
        self.set_state(RecordingState.IDLE)

    def set_state(self, state: RecordingState) -> None:
        self._state = state
        self.setVisible(state is not RecordingState.IDLE)
        for widget in (self.pause, self.discard, self.level):
            widget.setVisible(state.is_open)
        self._show_microphone()
        is_known = state not in (RecordingState.STARTING, RecordingState.IDLE)
        self.pause.setEnabled(is_known)
        if state is not RecordingState.RECORDING:
            self.level.reset()
            self.set_hint(Hint.NONE)
        self._dot.set_lit(state is RecordingState.RECORDING)
        self._retranslate()

    def set_seconds(self, seconds: float) -> None:
        self._seconds = seconds
        self.time.setText(clock(seconds))
        self.time.setAccessibleName(
            translate("Recording", "Recorded: {time}").format(time=spoken_time(seconds))
        )

    def set_hint(self, hint: Hint, minutes: int = 0) -> None:
        self._hint, self._minutes = hint, minutes
        self.hint.set_text(hint_words(hint, minutes))

    def set_microphones(self, microphones: Sequence[Device], current: str) -> None:
        """`current` is the name of the one that is used, empty for the system's choice."""
        self.microphone.blockSignals(True)
        self.microphone.clear()
        for device in microphones:
            self.microphone.addItem(device.name)
        names = [device.name for device in microphones]
        default = next((d.name for d in microphones if d.is_default), names[0] if names else "")
        chosen = current if current in names else default
        if chosen:
            self.microphone.setCurrentIndex(names.index(chosen))
        self.microphone.blockSignals(False)
        self.microphone.updateGeometry()
        self._show_microphone()

    def sizeHint(self) -> QSize:
        return QSize(640, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        least = super().minimumSizeHint()
        height = layout.heightForWidth(max(self.width(), least.width())) if layout else 0
        return QSize(least.width(), max(least.height(), height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        fill, border = color("surface-sunken"), color("hairline")
        panel(QPainter(self), self.rect(), self._theme.radius("card"), fill, border)

    def _show_microphone(self) -> None:
        self.microphone.setVisible(self._state.is_open and self.microphone.count() > 0)

    def _build(self) -> None:
        names = {
            "recording.stop": self.stop,
            "recording.pause": self.pause,
            "recording.discard": self.discard,
            "recording.microphone": self.microphone,
            "recording.level": self.level,
            "recording.state": self.state,
            "recording.time": self.time,
            "recording.hint": self.hint,
            "recording.text": self.text,
        }
        for name, widget in names.items():
            widget.setObjectName(name)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._dot)
        said.addWidget(self.state, 1)
        self._told = QVBoxLayout()
        self._told.setSpacing(0)
        self._told.addLayout(said)
        self._told.addWidget(self.time)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._tools.addWidget(self.pause)
        self._tools.addWidget(self.discard)
        self._place = QGridLayout()
        self._place.setHorizontalSpacing(16)
        self._place.setVerticalSpacing(10)
        self._place.setColumnStretch(2, 3)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.microphone)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(self._place)
        layout.addLayout(below)
        layout.addWidget(self.hint)
        layout.addWidget(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_narrow: bool | None = None
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < self._theme.px(NARROW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        place = self._place
        for part in (self._told, self._tools):
            place.removeItem(part)
        for widget in (self.stop, self.level):
            place.removeWidget(widget)
        place.setColumnStretch(3, 0 if is_narrow else 1)
        centre = Qt.AlignmentFlag.AlignVCenter
        place.addWidget(self.stop, 0, 0, centre)
        place.addLayout(self._told, 0, 1)
        place.addWidget(self.level, 0, 2, centre)
        if is_narrow:
            place.addLayout(self._tools, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        else:
            place.addLayout(self._tools, 0, 3, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self.stop.clicked.connect(self.stop_requested)
        self.pause.clicked.connect(self.pause_toggled)
        self.discard.clicked.connect(self.discard_requested)
        self.microphone.textActivated.connect(self.microphone_chosen)
        self._theme.changed.connect(self._on_theme)

    def _on_theme(self) -> None:
        self._is_narrow = None
        self._arrange()
        self.update()

    def _retranslate(self) -> None:
        self.state.setText(state_words(self._state))
        self.set_seconds(self._seconds)
        self.hint.set_text(hint_words(self._hint, self._minutes))
        if self._state is RecordingState.FINISHING:
            self.stop.set_label(translate("Recording", "Leave the last words for later"))
        else:
            keys = translate("Recording", "Ctrl+R")
            self.stop.set_label(translate("Recording", "Finish the recording"), keys)
        is_held = self._state in (RecordingState.PAUSED, RecordingState.INTERRUPTED)
        self.pause.set_icon("mic" if is_held else "pause")
        self.pause.setText(
            translate("Recording", "Go on") if is_held else translate("Recording", "Pause")
        )
        self.pause.setAccessibleName(self.pause.text())
        self.discard.setText(translate("Recording", "Discard"))
        self.discard.setAccessibleName(translate("Recording", "Discard the recording"))
        self.microphone.setAccessibleName(translate("Recording", "Microphone"))
        self.microphone.setToolTip(
            translate("Recording", "The microphone; another one goes on in the same recording.")
        )


class _Dot(QWidget):
    """Lit while the microphone is listened to; the word beside it says the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._is_lit = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_lit(self, lit: bool) -> None:
        self._is_lit = lit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(DOT), self._theme.px(DOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        role = "error" if self._is_lit else "text-disabled"
        panel(QPainter(self), self.rect(), self.height() / 2, self._theme.color(role))


class _HintLine(Label):
    """A short line with a warning sign; no room is taken from the text where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(style="secondary", role="warn", parent=parent)
        self.setWordWrap(True)
        self.setContentsMargins(0, 0, 0, 0)

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        self.setAccessibleName(text)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - self._left())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._theme.icon_size(16)
        icon_at(painter, self.rect().adjusted(0, 0, size - self.width(), 0), "triangle-alert",
                "warn", size)  # fmt: skip
        painter.translate(self._left(), 0)
        width = self.width() - self._left()
        height = self._block.size(width)[1]
        top = (self.height() - height) / 2
        self._block.draw(painter, 0, top, width, self._theme.color("warn"))

    def _left(self) -> int:
        return self._theme.icon_size(16) + 8
