"""Hearing the recording that is on the page, and saying which moment sounds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.problems import Problem, SpeakerMissing
from gptdesk.domain.transcription import Segment
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.sound.peaks import Peaks
from gptdesk.ui.sound.player import Player

if TYPE_CHECKING:
    from gptdesk.ui.transcription.player import RecordingPlayer


class Listener(QObject):
    """One player for the tab; it opens a recording when its job is shown.

    Signals:
        moved: seconds, and whether it plays.
        looped: the id of the segment that is repeated, -1 for none.
        audible: whether there is anything to hear it with.
        failed: a Problem.
    """

    moved = Signal(float, bool)
    looped = Signal(object)
    audible = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        face: RecordingPlayer,
        devices: Devices,
        cache: Path,
        parent: QObject,
        *,
        speaker: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._face = face
        self._devices = devices
        self._speaker = speaker
        self._path: Path | None = None
        self.player = Player(devices, self)
        self._peaks = Peaks(cache, self)
        face.set_player(self.player)
        self.player.position_changed.connect(self._on_moved)
        self.player.state_changed.connect(self._on_moved)
        self.player.failed.connect(self._on_failed)
        self._peaks.found.connect(self._on_peaks)
        devices.changed.connect(self._on_devices)

    def look(self) -> None:
        """Find out whether anything can be heard here."""
        self._devices.when_known(self._on_devices)

    def show(self, path: Path | None, seconds: float) -> None:
        """Another recording is on the page."""
        if path == self._path:
            return
        self._path = path
        self.stop_loop()
        self._face.set_peaks(b"")
        if path is None or not path.is_file():
            self.player.close()
            self._peaks.close()
            return
        self.player.set_speaker(self._speaker())
        self.player.open(path, seconds)
        self._peaks.find(path)

    def hear(self, segment: Segment) -> None:
        """From the beginning of a segment on."""
        loop = self.player.loop
        if loop is not None and not loop[0] <= segment.start < loop[1]:
            self.stop_loop()
        self.player.seek(segment.start)
        self.player.play()

    def loop(self, segment: Segment) -> None:
        """Again and again, until it is wished for again."""
        if self.player.loop == (segment.start, segment.end):
            self.stop_loop()
            return
        self.player.set_loop(segment.start, segment.end)
        self.looped.emit(segment.id)
        self.player.play()

    def stop_loop(self) -> None:
        self.player.clear_loop()
        self.looped.emit(-1)

    def toggle(self) -> None:
        self.player.toggle()

    def shutdown(self) -> None:
        self.player.close()
        self._peaks.close()

    def _on_moved(self, _seconds: float = 0.0) -> None:
        if self.player.has_sound:
            self.moved.emit(self.player.position, self.player.is_playing)

    def _on_peaks(self, path: Path, peaks: bytes) -> None:
        if path == self._path:
            self._face.set_peaks(peaks)

    def _on_devices(self) -> None:
        self.audible.emit(bool(self._devices.speakers))

    def _on_failed(self, problem: Problem) -> None:
        if isinstance(problem, SpeakerMissing):
            self.audible.emit(False)
        else:
            self.failed.emit(problem)
