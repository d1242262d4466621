"""Playing a sound: position, speed, a range again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gptdesk.domain.problems import Problem, SoundMissing, SpeakerMissing
from gptdesk.ui.sound.devices import Devices, chosen
from gptdesk.ui.sound.playing import TICK_MS, FilePlaying, GrowingPlaying, Playing

SLOWEST, FASTEST = 0.5, 2.0


class Player(QObject):
    """Plays one sound at a time. All times are in seconds.

    Signals:
        position_changed: where it is now.
        duration_changed: how much can be played; grows with a growing sound.
        state_changed: `is_playing` or `is_waiting` is another now.
        ended: the sound was played to its end.
        failed: a Problem; it is not playing any more.
    """

    position_changed = Signal(float)
    duration_changed = Signal(float)
    state_changed = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, devices: Devices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self._playing: Playing | None = None
        self._make: Callable[[str], Playing] | None = None
        self._grown: tuple[Path, float, bool] | None = None
        self._speaker = ""
        self._position = self._duration = 0.0
        self._speed = 1.0
        self._loop: tuple[float, float] | None = None
        self._is_playing = self._is_waiting = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_playing(self) -> bool:
        return self._is_playing

    @property
    def is_waiting(self) -> bool:
        """It plays, but the next samples have not arrived yet."""
        return self._is_waiting

    @property
    def has_sound(self) -> bool:
        return self._make is not None

    @property
    def position(self) -> float:
        return self._position

    @property
    def duration(self) -> float:
        return self._duration

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def loop(self) -> tuple[float, float] | None:
        return self._loop

    # What to play

    def open(self, path: Path, duration: float = 0.0) -> None:
        """A finished file. Its length shows at once if it is given."""
        self._reset(lambda device: FilePlaying(path, device, self))
        self._set_duration(duration)

    def open_growing(self, path: Path, rate: int) -> None:
        """A `GrowingWav` that is still being written; tell its length with `grow`."""
        self._reset(lambda device: GrowingPlaying(path, rate, device, self))
        self._grown = (path, 0.0, False)

    def grow(self, seconds: float, *, is_complete: bool = False) -> None:
        """More of the growing sound is on disk."""
        if self._grown is None:
            return
        self._grown = (self._grown[0], seconds, is_complete)
        if isinstance(self._playing, GrowingPlaying):
            self._playing.grow(seconds, is_complete=is_complete)
        self._set_duration(seconds)

    def set_speaker(self, name: str) -> None:
        """The name of a Device; what sounds goes over to it at once."""
        if name == self._speaker:
            return
        self._speaker = name
        if self._playing is not None and not self._is_growing():
            self._drop()
            if self._is_playing:
                self._devices.when_known(self._begin)

    def close(self) -> None:
        """Let go of file and speaker."""
        self._reset(None)

    # How to play it

    def play(self) -> None:
        if self._make is None or self._is_playing:
            return
        self._set_state(True, False)
        self._devices.when_known(self._begin)

    def pause(self) -> None:
        if self._is_playing:
            self._timer.stop()
            self._set_state(False, False)
            if self._playing is not None:
                self._playing.pause()

    def toggle(self) -> None:
        (self.pause if self._is_playing else self.play)()

    def seek(self, seconds: float) -> None:
        self._position = max(0.0, min(seconds, self._duration))
        if self._playing is not None:
            self._playing.seek(self._position)
        self.position_changed.emit(self._position)

    def set_speed(self, speed: float) -> None:
        """The pitch stays. A growing sound takes it over once it is complete and played again."""
        self._speed = max(SLOWEST, min(speed, FASTEST))
        if self._playing is not None:
            self._playing.set_speed(self._speed)

    def set_loop(self, begin: float, end: float) -> None:
        """Play this range again and again, beginning now."""
        self._loop = (begin, end)
        self.seek(begin)

    def clear_loop(self) -> None:
        self._loop = None

    # How it gets there

    def _reset(self, make: Callable[[str], Playing] | None) -> None:
        self._timer.stop()
        self._drop()
        self._make, self._grown, self._loop = make, None, None
        self._position = 0.0
        self._set_state(False, False)
        self._set_duration(0.0)
        self.position_changed.emit(0.0)

    def _drop(self) -> None:
        if self._playing is not None:
            self._playing.ended.disconnect(self._on_ended)
            self._playing.failed.disconnect(self._on_failed)
            self._playing.close()
            self._playing = None

    def _begin(self) -> None:
        if not self._is_playing or self._make is None:
            return  # paused or closed meanwhile
        speaker = chosen(self._devices.speakers, self._speaker)
        if speaker is None:
            self._on_failed(SpeakerMissing())
            return
        if self._playing is None and not self._prepare(speaker.id):
            return
        assert self._playing is not None
        if self._duration and self._position >= self._duration - 0.01 and not self._is_growing():
            self.seek(0.0)
        self._playing.play()
        if self._is_playing:
            self._timer.start()

    def _prepare(self, device_id: str) -> bool:
        assert self._make is not None
        if self._grown is not None and self._grown[2]:
            path = self._grown[0]
            self._make = lambda device: FilePlaying(path, device, self)
            self._grown = None
        try:
            self._playing = playing = self._make(device_id)
        except OSError as error:
            self._on_failed(SoundMissing(detail=str(error)))
            return False
        playing.ended.connect(self._on_ended)
        playing.failed.connect(self._on_failed)
        if isinstance(playing, GrowingPlaying) and self._grown is not None:
            playing.grow(self._grown[1], is_complete=self._grown[2])
        playing.set_speed(self._speed)
        if self._position:
            playing.seek(self._position)
        return True

    def _is_growing(self) -> bool:
        return self._grown is not None and not self._grown[2]

    def _on_tick(self) -> None:
        playing = self._playing
        if playing is None:
            return
        if playing.duration > self._duration:
            self._set_duration(playing.duration)
        self._position = playing.position
        if self._loop is not None and self._position >= self._loop[1]:
            self.seek(self._loop[0])
        else:
            self.position_changed.emit(self._position)
        self._set_state(True, playing.is_waiting)

    def _on_ended(self) -> None:
        if self._loop is not None:
            self.seek(self._loop[0])
            if self._playing is not None:
                self._playing.play()
            return
        self._timer.stop()
        if self._is_growing() or self._grown is not None:
            self._drop()  # from now on it is a file like any other, with speeds
        self._position = self._duration
        self.position_changed.emit(self._position)
        self._set_state(False, False)
        self.ended.emit()

    def _on_failed(self, problem: Problem) -> None:
        self._timer.stop()
        self._drop()
        self._set_state(False, False)
        self.failed.emit(problem)

    def _set_duration(self, seconds: float) -> None:
        if seconds != self._duration:
            self._duration = seconds
            self.duration_changed.emit(seconds)

    def _set_state(self, is_playing: bool, is_waiting: bool) -> None:
        if (is_playing, is_waiting) != (self._is_playing, self._is_waiting):
            self._is_playing, self._is_waiting = is_playing, is_waiting
            self.state_changed.emit()
