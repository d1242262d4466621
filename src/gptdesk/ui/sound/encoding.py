"""A WAV file being encoded as FLAC or M4A by Qt, in a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gptdesk.domain.problems import Bug, Problem, SoundNotWritten
from gptdesk.domain.sound import HEADER_BYTES, SAMPLE_BYTES
from gptdesk.ui.sound.decoding import mono
from gptdesk.ui.sound.loading import load

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtMultimedia import QAudioBufferInput, QMediaFormat, QMediaRecorder

FORMATS = {".flac": ("FLAC", "FLAC"), ".m4a": ("Mpeg4Audio", "AAC")}
"""What Qt really writes under these names. Asked for MP3 or Opus it would write something else."""

TICK_MS = 50
PATIENCE = 20.0
PIECE = 0.2


class Encoding(threading.Thread):
    """Encodes the samples of a mono WAV of our own; `done` comes always and last."""

    def __init__(
        self, source: Path, target: Path, rate: int, done: Callable[[Problem | None], None]
    ) -> None:
        super().__init__(name="gptdesk-encoding", daemon=True)
        self._source, self._target, self._rate = source, target, rate
        self._done = done
        self._is_wanted = True
        self._is_fed = False
        self._is_leaving = False
        self._last_sign = 0.0
        self._next = b""
        self._problem: Problem | None = None
        self._loop: QEventLoop | None = None

    def give_up(self) -> None:
        self._is_wanted = False

    def run(self) -> None:
        try:
            with self._source.open("rb") as samples:
                samples.seek(HEADER_BYTES)
                self._encode(samples)
        except Problem as problem:
            self._problem = problem
        except OSError as error:
            self._problem = SoundNotWritten(str(error))
        except Exception as error:
            self._problem = Bug(f"{type(error).__name__}: {error}")
        finally:
            self._done(self._problem)

    def _encode(self, samples: BinaryIO) -> None:
        load()
        from PySide6.QtCore import QEventLoop, QTimer
        from PySide6.QtMultimedia import QAudioBufferInput, QMediaCaptureSession, QMediaRecorder

        self._loop = loop = QEventLoop()
        session, feed = QMediaCaptureSession(), QAudioBufferInput(mono(self._rate))
        recorder = QMediaRecorder()
        session.setAudioBufferInput(feed)
        session.setRecorder(recorder)
        self._set_up(recorder)
        self._next = self._piece(samples)
        feed.readyToSendAudioBuffer.connect(lambda: self._feed(feed, samples))
        recorder.recorderStateChanged.connect(self._on_state)
        recorder.errorOccurred.connect(self._on_error)
        timer = QTimer()
        timer.timeout.connect(lambda: self._on_tick(recorder))
        timer.start(TICK_MS)
        self._last_sign = time.monotonic()
        recorder.record()
        if self._problem is None:
            loop.exec()
        timer.stop()
        feed.readyToSendAudioBuffer.disconnect()  # it holds the feed, which must go with its thread
        self._loop = None

    def _set_up(self, recorder: QMediaRecorder) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtMultimedia import QMediaRecorder

        recorder.setMediaFormat(media_format(self._target.suffix))
        recorder.setQuality(QMediaRecorder.Quality.HighQuality)
        recorder.setAudioSampleRate(self._rate)
        recorder.setAudioChannelCount(1)
        recorder.setAutoStop(True)
        recorder.setOutputLocation(QUrl.fromLocalFile(str(self._target)))

    def _feed(self, feed: QAudioBufferInput, samples: BinaryIO) -> None:
        from PySide6.QtMultimedia import QAudioBuffer

        while not self._is_fed and self._is_wanted:
            self._last_sign = time.monotonic()
            piece = self._next
            if not feed.sendAudioBuffer(
                QAudioBuffer(piece, mono(self._rate)) if piece else QAudioBuffer()
            ):
                return
            self._is_fed = not piece
            self._next = self._piece(samples)

    def _piece(self, samples: BinaryIO) -> bytes:
        return samples.read(round(self._rate * PIECE) * SAMPLE_BYTES)

    def _on_state(self, state: QMediaRecorder.RecorderState) -> None:
        from PySide6.QtMultimedia import QMediaRecorder

        if state == QMediaRecorder.RecorderState.StoppedState:
            if not self._is_fed and self._problem is None:
                self._problem = SoundNotWritten("the encoder stopped before the end")
            self._quit()

    def _on_error(self, error: QMediaRecorder.Error, text: str) -> None:
        self._problem = SoundNotWritten(f"{error.name}: {text}")
        self._quit()

    def _on_tick(self, recorder: QMediaRecorder) -> None:
        if time.monotonic() - self._last_sign > PATIENCE:
            self._problem = SoundNotWritten("the encoder does not go on")
            self._quit()
        elif not self._is_wanted and not self._is_leaving:
            self._is_leaving = True
            recorder.stop()  # it lets go of the file before it says that it has stopped

    def _quit(self) -> None:
        if self._loop is not None:
            self._loop.quit()


def media_format(suffix: str) -> QMediaFormat:
    from PySide6.QtMultimedia import QMediaFormat

    container, codec = FORMATS[suffix.lower()]
    form = QMediaFormat(QMediaFormat.FileFormat[container])
    form.setAudioCodec(QMediaFormat.AudioCodec[codec])
    return form
