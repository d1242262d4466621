"""One file being decoded by Qt, in a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gptdesk.domain.problems import Bug, Problem, SoundUnreadable
from gptdesk.domain.sound import SAMPLE_BYTES, SoundInfo
from gptdesk.ui.sound.loading import load

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtMultimedia import QAudioBuffer, QAudioDecoder, QAudioFormat

TICK_MS = 50
NO_SOUND = "audio stream"
"""Qt has no error of its own for a film without sound, only these words in its text."""

PATIENCE = 20.0
"""Seconds without a single sample after which a file counts as stuck."""


class Decoding(threading.Thread):
    """Decodes from begin to end and hands samples on, about a second at a time.

    `take` may block, and the decoder waits with it: memory stays bounded. It returns False when
    nothing more is wanted. `done` comes always and last, with the Problem if there was one. With
    `rate` 0 only the beginning is decoded, for `info`.
    """

    def __init__(
        self,
        path: Path,
        rate: int,
        take: Callable[[bytes], bool],
        done: Callable[[Problem | None], object],
    ) -> None:
        super().__init__(name="gptdesk-decoding", daemon=True)
        self._path, self._rate = path, rate
        self._take, self._done = take, done
        self._is_wanted = True
        self._pending = bytearray()
        self._last_sign = 0.0
        self._problem: Problem | None = None
        self._loop: QEventLoop | None = None
        self.info: SoundInfo | None = None

    def give_up(self) -> None:
        """From any thread; `done` follows soon."""
        self._is_wanted = False

    def run(self) -> None:
        try:
            self._decode()
        except Problem as problem:
            self._problem = problem
        except Exception as error:
            self._problem = Bug(f"{type(error).__name__}: {error}")
        finally:
            self._done(self._problem)

    def _decode(self) -> None:
        load()
        from PySide6.QtCore import QEventLoop, QTimer, QUrl
        from PySide6.QtMultimedia import QAudioDecoder

        if self._path.stat().st_size == 0:
            raise SoundUnreadable(self._path.name, "empty")
        self._loop = loop = QEventLoop()
        decoder = QAudioDecoder()
        if self._rate:
            decoder.setAudioFormat(mono(self._rate))
        decoder.setSource(QUrl.fromLocalFile(str(self._path)))
        decoder.bufferReady.connect(lambda: self._on_ready(decoder))
        decoder.finished.connect(loop.quit)
        # An error can come before the loop runs, when `quit` would be forgotten.
        decoder.error.connect(lambda error: self._on_error(decoder, error))
        timer = QTimer()
        timer.timeout.connect(self._on_tick)
        timer.start(TICK_MS)
        self._last_sign = time.monotonic()
        decoder.start()
        if self._problem is None and self._is_wanted:
            loop.exec()
        timer.stop()
        decoder.stop()
        # They hold the decoder, which must go with its thread and not with the program
        decoder.bufferReady.disconnect()
        decoder.error.disconnect()
        self._loop = None
        self._finish()

    def _finish(self) -> None:
        if self._pending and self._is_wanted:
            self._take(bytes(self._pending))
        if self.info is None and self._problem is None and self._is_wanted:
            self._problem = SoundUnreadable(self._path.name, "silent-video")

    def _on_ready(self, decoder: QAudioDecoder) -> None:
        while self._is_wanted and decoder.bufferAvailable():
            buffer = decoder.read()
            if buffer.isValid():
                self._accept(decoder, buffer)
        self._last_sign = time.monotonic()
        if not self._is_wanted:
            self._quit()

    def _accept(self, decoder: QAudioDecoder, buffer: QAudioBuffer) -> None:
        if self.info is None:
            form = buffer.format()
            seconds = max(0, decoder.duration()) / 1000
            self.info = SoundInfo(seconds, form.sampleRate(), form.channelCount())
        if not self._rate:
            self._is_wanted = False
            return
        self._pending += bytes(buffer.constData())
        if len(self._pending) >= self._rate * SAMPLE_BYTES:
            self._is_wanted = self._take(bytes(self._pending)) and self._is_wanted
            self._pending.clear()

    def _on_error(self, decoder: QAudioDecoder, error: QAudioDecoder.Error) -> None:
        detail = f"{error.name}: {decoder.errorString()}"
        if self.info is None:  # a file cut short still gives what it has
            reason = "silent-video" if NO_SOUND in detail else "unknown"
            self._problem = SoundUnreadable(self._path.name, reason, detail)
        self._quit()

    def _on_tick(self) -> None:
        if time.monotonic() - self._last_sign > PATIENCE:
            self._problem = SoundUnreadable(self._path.name, "stuck")
            self._quit()
        elif not self._is_wanted:
            self._quit()

    def _quit(self) -> None:
        if self._loop is not None:
            self._loop.quit()


def mono(rate: int) -> QAudioFormat:
    """Qt's name for mono samples of 16 bits."""
    from PySide6.QtMultimedia import QAudioFormat

    form = QAudioFormat()
    form.setSampleRate(rate)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
