"""Chooses microphone and speaker, and lets people try them."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gptdesk.domain.problems import MicrophoneMissing, SpeakerMissing
from gptdesk.domain.settings import Settings
from gptdesk.domain.soundfiles import wav_header
from gptdesk.ui.settings.sound_view import SoundView
from gptdesk.ui.sound.devices import Device, Devices, chosen
from gptdesk.ui.sound.player import Player
from gptdesk.ui.sound.recorder import Recorder
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gptdesk.domain.problems import Problem
    from gptdesk.ui.widgets.notice import Notice

RATE = 24_000
TONES = ((440.0, 0.45), (660.0, 0.6))
LONGEST_TRY = 60.0
LOUDNESS = 9_000


class SoundPresenter(QObject):
    """`folder` is where a try is recorded for as long as it lasts."""

    def __init__(
        self,
        view: SoundView,
        devices: Devices,
        load: Callable[[], Settings],
        change: Callable[..., None],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._devices = devices
        self._load = load
        self._folder = folder
        self._recorder = Recorder(devices, self)
        self._player = Player(devices, self)
        self._tone = folder / "test-tone.wav"
        self._heard = folder / "test-recording.wav"
        devices.changed.connect(self.show)
        view.microphone_chosen.connect(lambda name: change(microphone=name))
        view.speaker_chosen.connect(lambda name: change(speaker=name))
        view.microphone_chosen.connect(self._stop_listening)
        view.microphone_tried.connect(self._on_microphone)
        view.speaker_tried.connect(self._on_speaker)
        self._recorder.heard.connect(lambda heard: view.meter.set_level(heard.level))
        self._recorder.state_changed.connect(self._on_recorder)
        self._recorder.failed.connect(lambda problem: self._say(view.microphone_notice, problem))
        self._recorder.finished.connect(lambda *_: self._forget(self._heard))
        self._player.state_changed.connect(self._on_player)
        self._player.ended.connect(self._on_player)
        self._player.failed.connect(lambda problem: self._say(view.speaker_notice, problem))

    def reload(self) -> None:
        """The section was opened: find out what is connected."""
        self.show()
        self._devices.look()

    def show(self) -> None:
        """What is connected and chosen now."""
        settings, known = self._load(), self._devices.is_known
        microphones, speakers = self._devices.microphones, self._devices.speakers
        self._view.microphone.show_devices(*_named(microphones), settings.microphone)
        self._view.speaker.show_devices(*_named(speakers), settings.speaker)
        self._view.show_found(
            microphone=bool(microphones) if known else None,
            speaker=bool(speakers) if known else None,
        )
        self._say_missing(self._view.microphone_notice, microphones, MicrophoneMissing())
        self._say_missing(self._view.speaker_notice, speakers, SpeakerMissing())

    def shutdown(self) -> None:
        self._recorder.close()
        self._player.close()
        for path in (self._heard, self._tone):
            self._forget(path)

    def _on_microphone(self) -> None:
        if self._recorder.is_recording:
            self._recorder.stop()
            return
        self._view.microphone_notice.dismiss()
        name = self._load().microphone
        self._recorder.start(self._heard, microphone=name, limit=LONGEST_TRY)

    def _stop_listening(self, _name: str) -> None:
        self._recorder.stop()

    def _on_recorder(self) -> None:
        self._view.show_listening(self._recorder.is_recording)

    def _on_speaker(self) -> None:
        if self._player.is_playing:
            self._player.close()
            self._on_player()
            return
        self._view.speaker_notice.dismiss()
        samples = _tones()
        self._tone.write_bytes(wav_header(len(samples), rate=RATE) + samples)
        self._player.set_speaker(self._load().speaker)
        self._player.open(self._tone, len(samples) / 2 / RATE)
        self._player.play()

    def _on_player(self) -> None:
        self._view.show_playing(self._player.is_playing)

    def _say_missing(self, notice: Notice, found: Sequence[Device], problem: Problem) -> None:
        if self._devices.is_known and not found:
            self._say(notice, problem)
        else:
            notice.dismiss()

    def _say(self, notice: Notice, problem: Problem) -> None:
        words = problem_sentence(problem)
        notice.show_message(words.level, words.title, words.text)

    def _forget(self, path: Path) -> None:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _named(devices: Sequence[Device]) -> tuple[list[str], str]:
    """All names, and that of the one which the system takes."""
    own = chosen(devices, "")
    return [device.name for device in devices], own.name if own is not None else ""


def _tones() -> bytes:
    """Two notes that swell and fade, so that nothing clicks."""
    samples = array("h")
    for pitch, seconds in TONES:
        count = round(seconds * RATE)
        for number in range(count):
            swell = math.sin(math.pi * number / count)
            samples.append(round(LOUDNESS * swell * math.sin(2 * math.pi * pitch * number / RATE)))
    return samples.tobytes()
