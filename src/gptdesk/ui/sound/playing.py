"""What a player plays: a finished file, or a WAV that is still being written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from gptdesk.domain.problems import Problem, SoundUnreadable, SpeakerMissing
from gptdesk.domain.sound import HEADER_BYTES, SAMPLE_BYTES
from gptdesk.ui.sound.decoding import mono
from gptdesk.ui.sound.devices import output_device

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink, QMediaPlayer

TICK_MS = 30
AHEAD = 250_000
"""Microseconds that lie ready for the speaker, so that a busy window is not heard."""


class Playing(QObject):
    """What both kinds share. Times are in seconds.

    Signals:
        ended: everything was played.
        failed: a Problem.
    """

    ended = Signal()
    failed = Signal(object)

    position = 0.0
    duration = 0.0
    is_waiting = False

    def play(self) -> None:
        raise NotImplementedError

    def pause(self) -> None:
        raise NotImplementedError

    def seek(self, seconds: float) -> None:
        raise NotImplementedError

    def set_speed(self, speed: float) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


class FilePlaying(Playing):
    """Any file that Qt can read; the pitch stays when the speed changes."""

    def __init__(self, path: Path, device_id: str, parent: QObject) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        super().__init__(parent)
        self._path = path
        self._is_wanted = False
        self._asked: float | None = None
        self._player = QMediaPlayer(self)
        device = output_device(device_id)
        if device is not None:
            self._player.setAudioOutput(QAudioOutput(device, self))
        self._still = (QMediaPlayer.MediaStatus.NoMedia, QMediaPlayer.MediaStatus.LoadingMedia)
        self._player.setPitchCompensation(True)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        self._player.setSource(QUrl.fromLocalFile(str(path)))

    @property
    def position(self) -> float:  # type: ignore[override]
        return self._player.position() / 1000 if self._asked is None else self._asked

    @property
    def duration(self) -> float:  # type: ignore[override]
        return max(0, self._player.duration()) / 1000

    def play(self) -> None:
        self._is_wanted = True
        self._player.play()

    def pause(self) -> None:
        self._is_wanted = False
        self._player.pause()

    def seek(self, seconds: float) -> None:
        """While the file is being loaded Qt forgets a position: it is set later."""
        if self._player.mediaStatus() in self._still:
            self._asked = seconds
        else:
            self._player.setPosition(round(seconds * 1000))

    def set_speed(self, speed: float) -> None:
        self._player.setPlaybackRate(speed)

    def close(self) -> None:
        self._player.stop()
        self._player.setSource(QUrl())
        self.deleteLater()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._asked is not None and status not in self._still:
            asked, self._asked = self._asked, None
            self.seek(asked)
        if status == type(status).EndOfMedia and self._is_wanted:
            self._is_wanted = False
            self.ended.emit()

    def _on_error(self, error: QMediaPlayer.Error, text: str) -> None:
        self.failed.emit(SoundUnreadable(self._path.name, detail=f"{error.name}: {text}"))


class GrowingPlaying(Playing):
    """A mono WAV of our own while it is written: `grow` says how much there is.

    It waits where the sound ends for now, and goes on when more has come. Always at normal speed.
    """

    def __init__(self, path: Path, rate: int, device_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._rate, self._device_id = rate, device_id
        self._file = path.open("rb")
        self._at = 0
        self._ready = 0
        self._padding = 0
        self._is_complete = False
        self._sink: QAudioSink | None = None
        self._line: QIODevice | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._feed)

    @property
    def position(self) -> float:  # type: ignore[override]
        unheard = max(0, self._queued() - self._padding)
        return max(0, self._at - unheard) / self._rate / SAMPLE_BYTES

    @property
    def duration(self) -> float:  # type: ignore[override]
        return self._ready / self._rate / SAMPLE_BYTES

    def grow(self, seconds: float, *, is_complete: bool) -> None:
        self._ready = round(seconds * self._rate) * SAMPLE_BYTES
        self._is_complete = is_complete

    def play(self) -> None:
        from PySide6.QtMultimedia import QAudioSink

        if self._sink is None:
            device = output_device(self._device_id)
            if device is None:
                self._fail(SpeakerMissing())
                return
            self._sink = QAudioSink(device, mono(self._rate), self)
            self._sink.setBufferSize(mono(self._rate).bytesForDuration(AHEAD))
            self._line = self._sink.start()
        else:
            self._sink.resume()
        self._timer.start()
        self._feed()

    def pause(self) -> None:
        self._timer.stop()
        if self._sink is not None:
            self._sink.suspend()

    def seek(self, seconds: float) -> None:
        is_on = self._timer.isActive()
        self._drop_line()
        self._at = min(self._ready, round(max(0.0, seconds) * self._rate) * SAMPLE_BYTES)
        if is_on:
            self.play()

    def set_speed(self, speed: float) -> None:
        """Kept for when the sound is a finished file."""

    def close(self) -> None:
        self._drop_line()
        self._file.close()
        self.deleteLater()

    def _feed(self) -> None:
        if self._sink is None or self._line is None:
            return
        room = min(self._sink.bytesFree(), self._ready - self._at) // SAMPLE_BYTES * SAMPLE_BYTES
        if room > 0:
            self._file.seek(HEADER_BYTES + self._at)
            taken = self._line.write(self._file.read(room))
            self._at += max(0, int(taken))
        if self._is_complete and self._at >= self._ready:
            self._pad()
        if self._sink.error().name in ("OpenError", "IOError", "FatalError"):
            self._fail(SpeakerMissing(self._sink.error().name))
            return
        self.is_waiting = self._at >= self._ready and not self._is_complete
        if self._is_complete and self._at >= self._ready and self._queued() <= self._padding:
            self._drop_line()
            self.ended.emit()

    def _pad(self) -> None:
        """Silence after the end: a speaker waits for a full buffer before it plays the last bit."""
        assert self._sink is not None and self._line is not None
        room = self._sink.bytesFree() // SAMPLE_BYTES * SAMPLE_BYTES
        if room > 0 and self._padding < self._sink.bufferSize():
            self._padding += max(0, int(self._line.write(bytes(room))))

    def _queued(self) -> int:
        """Bytes that were handed over and not heard yet."""
        if self._sink is None:
            return 0
        return max(0, self._sink.bufferSize() - self._sink.bytesFree())

    def _drop_line(self) -> None:
        self._timer.stop()
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
            self._sink = self._line = None
        self._padding = 0

    def _fail(self, problem: Problem) -> None:
        self._drop_line()
        self.failed.emit(problem)
