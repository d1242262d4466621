"""One recording under way: the microphone's samples go to disk, in a thread of its own."""

from __future__ import annotations

import math
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gptdesk.domain.problems import (
    Bug,
    DiskFull,
    MicrophoneDenied,
    MicrophoneLost,
    MicrophoneMissing,
    Problem,
    RecordingTooLong,
)
from gptdesk.domain.sound import SAMPLE_BYTES, SPEECH_RATE
from gptdesk.ui.sound.decoding import mono
from gptdesk.ui.sound.devices import input_device
from gptdesk.ui.sound.encoding import FORMATS, Encoding
from gptdesk.ui.sound.levels import loudest, meter, samples_of
from gptdesk.ui.sound.wav import GrowingWav

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop, QIODevice
    from PySide6.QtMultimedia import QAudioSource

TICK_MS = 40
BUFFER = 500_000
"""Microseconds that the device keeps for us, should this thread have to wait."""

SILENCE = 3.0
"""Seconds without a single byte, not even of silence, after which a microphone counts as lost."""

KEEP_FREE = 100_000_000
"""Bytes that a recording never takes from the disk."""

RATES = (SPEECH_RATE, 48_000, 44_100, 32_000, 24_000, 8_000)


@dataclass(frozen=True, slots=True)
class Heard:
    """How loud it is now, from 0 to 1, and how much is on disk.

    `room` is how many more seconds the disk has room for.
    """

    level: float
    seconds: float
    room: float = math.inf


@dataclass(frozen=True, slots=True)
class Ended:
    """The last word: where the recording is, how long, and why it ended if not on request."""

    path: Path
    seconds: float
    problem: Problem | None = None


class Recording(threading.Thread):
    """Writes until `end`. `tell` is called from this thread with Heard, and last with Ended."""

    def __init__(
        self,
        path: Path,
        device_id: str,
        limit: float,
        tell: Callable[[Heard | Ended], None],
        *,
        append: bool = False,
    ) -> None:
        super().__init__(name="gptdesk-recording", daemon=True)
        self._append = append
        self._room = math.inf
        self._path, self._device_id, self._limit, self._tell = path, device_id, limit, tell
        self._plain = path if path.suffix.lower() == ".wav" else path.with_suffix(".wav")
        self._is_wanted = True
        self.is_paused = False
        self._last_sign = 0.0
        self._last_check = 0.0
        self._file: GrowingWav | None = None
        self._problem: Problem | None = None
        self._loop: QEventLoop | None = None

    def end(self) -> None:
        """From any thread."""
        self._is_wanted = False

    def run(self) -> None:
        try:
            self._record()
        except Problem as problem:
            self._problem = problem
        except Exception as error:
            self._problem = Bug(f"{type(error).__name__}: {error}")
        finally:
            self._tell(self._close())

    def _record(self) -> None:
        from PySide6.QtCore import QEventLoop, QTimer
        from PySide6.QtMultimedia import QAudioSource, QtAudio

        device = input_device(self._device_id)
        if device is None:
            raise MicrophoneMissing()
        form = next(
            (form for form in map(mono, RATES) if device.isFormatSupported(form)), mono(48_000)
        )
        self._file = GrowingWav(self._plain, form.sampleRate(), append=self._append)
        form.setSampleRate(self._file.rate)  # what goes on keeps its rate
        source = QAudioSource(device, form)
        source.setBufferSize(form.bytesForDuration(BUFFER))
        stream = source.start()
        if stream is None or source.error() == QtAudio.Error.OpenError:
            raise MicrophoneDenied(source.error().name)
        self._loop = loop = QEventLoop()
        timer = QTimer()
        timer.timeout.connect(lambda: self._on_tick(source, stream))
        timer.start(TICK_MS)
        self._last_sign = time.monotonic()
        loop.exec()
        timer.stop()
        if self._problem is None and not self.is_paused:
            self._take(stream)
        source.stop()

    def _take(self, stream: QIODevice) -> None:
        """Asked for by the clock: `readyRead` never comes if the buffer filled up before it."""
        pcm = bytes(stream.readAll().data())
        if not pcm or self._file is None or self._problem is not None:
            return
        self._last_sign = time.monotonic()
        if self.is_paused:
            return
        try:
            self._file.write(pcm)
        except Problem as problem:
            self._fail(problem)
            return
        level = meter(loudest(samples_of(pcm)))
        self._tell(Heard(level, self._file.seconds, self._room))
        if self._file.seconds >= self._limit:
            self._fail(RecordingTooLong(self._file.seconds / 3600))

    def _on_tick(self, source: QAudioSource, stream: QIODevice) -> None:
        from PySide6.QtMultimedia import QtAudio

        self._take(stream)
        if self._problem is not None:
            return
        now = time.monotonic()
        if not self._is_wanted:
            self._quit()
        elif source.error() not in (QtAudio.Error.NoError, QtAudio.Error.UnderrunError):
            self._fail(MicrophoneLost(source.error().name))
        elif now - self._last_sign > SILENCE:
            heard = self._file is not None and self._file.seconds > 0
            self._fail(MicrophoneLost() if heard else MicrophoneDenied("it gives no sound"))
        elif now - self._last_check > 1:
            self._last_check = now
            self._check_room()

    def _check_room(self) -> None:
        left = shutil.disk_usage(self._plain.parent).free - KEEP_FREE
        if self._file is not None:
            self._room = max(0, left) / (self._file.rate * SAMPLE_BYTES)
        if left < 0:
            self._fail(DiskFull("less than 100 MB are free"))

    def _fail(self, problem: Problem) -> None:
        self._problem = problem
        self._quit()

    def _quit(self) -> None:
        if self._loop is not None:
            self._loop.quit()

    def _close(self) -> Ended:
        if self._file is None:
            return Ended(self._path, 0.0, self._problem)
        try:
            self._file.close()
        except Problem as problem:
            self._problem = self._problem or problem
        seconds = self._file.seconds
        if seconds and self._plain != self._path and self._path.suffix.lower() in FORMATS:
            return Ended(self._encoded(), seconds, self._problem)
        return Ended(self._plain, seconds, self._problem)

    def _encoded(self) -> Path:
        """Where the recording is in the end: what cannot be encoded stays as it was recorded."""
        assert self._file is not None
        failures: list[Problem | None] = []
        Encoding(self._plain, self._path, self._file.rate, failures.append).run()
        if failures[0] is not None:
            self._path.unlink(missing_ok=True)
            self._problem = self._problem or failures[0]
            return self._plain
        self._plain.unlink(missing_ok=True)
        return self._path
