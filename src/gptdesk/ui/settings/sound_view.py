"""Sound: which microphone listens, which speaker plays, and a try of both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.sound.meter import LevelMeter
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import Choice
from gptdesk.ui.widgets.notice import Notice

translate = QCoreApplication.translate

SYSTEM = ""


class DeviceChoice(Choice):
    """The system's own choice first, then what is connected; one that is gone stays named.

    Signals:
        picked: the name of a device, or empty for the system's own.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._own = ""
        self._chosen = SYSTEM
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def show_devices(self, names: Sequence[str], own: str, chosen: str) -> None:
        """`own` is the name of the device that the system would take now."""
        self._names, self._own, self._chosen = tuple(names), own, chosen
        self.retranslate()

    def retranslate(self) -> None:
        self.clear()
        system = translate("Settings", "As the system chooses")
        if self._own:
            system = translate("Settings", "As the system chooses ({device})")
            system = system.format(device=self._own)
        self.addItem(system, SYSTEM)
        for name in self._names:
            self.addItem(name, name)
        if self._chosen and self._chosen not in self._names:
            gone = translate("Settings", "{device} (not connected)").format(device=self._chosen)
            self.addItem(gone, self._chosen)
        self.setCurrentIndex(max(0, self.findData(self._chosen)))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), super().minimumSizeHint().height())

    def _on_activated(self, row: int) -> None:
        self._chosen = str(self.itemData(row))
        self.picked.emit(self._chosen)


class SoundView(SectionPage):
    """Signals:
    microphone_chosen, speaker_chosen: the name of a device, or empty for the system's own.
    microphone_tried, speaker_tried: the button beside it was pressed.
    """

    microphone_chosen = Signal(str)
    speaker_chosen = Signal(str)
    microphone_tried = Signal()
    speaker_tried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_listening = self._is_playing = False
        self._has_sound: dict[str, bool | None] = {"microphone": None, "speaker": None}
        self.microphone, self.speaker = DeviceChoice(), DeviceChoice()
        self.try_microphone = Button(kind="line", icon="mic")
        self.try_speaker = Button(kind="line", icon="volume-2")
        self.meter = LevelMeter()
        self._microphone_row, self._speaker_row = FormRow(self.microphone), FormRow(self.speaker)
        self._microphone_hint, self._speaker_hint = Hint(), Hint()
        self.microphone_notice = Notice(small=True)
        self.speaker_notice = Notice(small=True)
        self._build()
        self._retranslate()
        self._measure()

    def show_listening(self, listening: bool) -> None:
        self._is_listening = listening
        self.meter.reset()
        self.meter.setVisible(listening)
        self._retranslate()

    def show_playing(self, playing: bool) -> None:
        self._is_playing = playing
        self._retranslate()

    def show_found(self, *, microphone: bool | None, speaker: bool | None) -> None:
        """Whether there is one at all; None while nobody knows."""
        self._has_sound = {"microphone": microphone, "speaker": speaker}
        self._retranslate()

    def _build(self) -> None:
        for name, widget in {
            "microphone": self.microphone, "speaker": self.speaker, "level": self.meter,
            "microphone.try": self.try_microphone, "speaker.try": self.try_speaker,
        }.items():  # fmt: skip
            widget.setObjectName(f"settings.{name}")
        rows = (
            (self._microphone_row, self.try_microphone, self._microphone_hint),
            (self._speaker_row, self.try_speaker, self._speaker_hint),
        )
        for row, button, hint in rows:
            row.add_beside(button)
            row.add_hint(hint)
        level = QWidget()
        line = QHBoxLayout(level)
        line.setContentsMargins(0, 4, 0, 4)
        line.addWidget(self.meter)
        self._microphone_row.add_hint(level)
        for widget in (
            self._microphone_row, self.microphone_notice, self._speaker_row, self.speaker_notice,
        ):  # fmt: skip
            self.column.addWidget(widget)
        for notice in (self.microphone_notice, self.speaker_notice):
            notice.hide()
        self.meter.hide()
        self.microphone.picked.connect(self.microphone_chosen)
        self.speaker.picked.connect(self.speaker_chosen)
        self.try_microphone.clicked.connect(self.microphone_tried)
        self.try_speaker.clicked.connect(self.speaker_tried)

    def _retranslate(self) -> None:
        self.set_heading(
            translate("Settings", "Sound"),
            translate("Settings", "For dictating, recording, reading aloud and listening."),
        )
        self._microphone_row.set_label(translate("Settings", "Microphone"))
        self._speaker_row.set_label(translate("Settings", "Speaker"))
        stop = translate("Settings", "Stop")
        say = translate("Settings", "Try it")
        self.try_microphone.setText(stop if self._is_listening else say)
        self.try_microphone.setAccessibleName(
            stop if self._is_listening else translate("Settings", "Try the microphone")
        )
        self.try_speaker.setText(stop if self._is_playing else say)
        self.try_speaker.setAccessibleName(
            stop if self._is_playing else translate("Settings", "Play a test tone")
        )
        self.try_microphone.setEnabled(self._has_sound["microphone"] is not False)
        self.try_speaker.setEnabled(self._has_sound["speaker"] is not False)
        self._microphone_hint.show_hint(self._microphone_words())
        self._speaker_hint.show_hint(self._speaker_words())
        self.microphone.retranslate()
        self.speaker.retranslate()

    def _speaker_words(self) -> str:
        if self._has_sound["speaker"] is None:
            return translate("Settings", "Looking for devices…")
        if not self._has_sound["speaker"]:
            return ""  # the notice below says more
        return translate("Settings", "Two tones, one after the other.")

    def _microphone_words(self) -> str:
        if self._has_sound["microphone"] is None:
            return translate("Settings", "Looking for devices…")
        if not self._has_sound["microphone"]:
            return ""
        if self._is_listening:
            return translate("Settings", "Say something: the bar should move. Nothing is kept.")
        return translate("Settings", "Shows how loud it hears you. Nothing is kept.")
