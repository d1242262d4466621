"""Small films for the tests, made with Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtGui import QColor, QImage

from gptdesk.ui.sound.decoding import mono
from gptdesk.ui.sound.loading import load

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaFormat, QVideoFrame

MOMENTS = (0, 40, 55, 300, 320, 900, 1000, 1700, 1990)
"""Milliseconds at which pictures begin: no two are equally long."""


def film(path: Path, samples: bytes, rate: int) -> Path:
    """An MP4 with pictures at a variable rate and, unless it is empty, this sound."""
    thread = threading.Thread(target=_make, args=(path, samples, rate))
    thread.start()
    thread.join()
    return path


def _make(path: Path, samples: bytes, rate: int) -> None:
    load()
    from PySide6.QtMultimedia import (
        QAudioBuffer,
        QAudioBufferInput,
        QMediaCaptureSession,
        QMediaRecorder,
        QVideoFrame,
        QVideoFrameInput,
    )

    loop, session, recorder = QEventLoop(), QMediaCaptureSession(), QMediaRecorder()
    pictures, sound = QVideoFrameInput(), QAudioBufferInput(mono(rate))
    session.setVideoFrameInput(pictures)
    if samples:
        session.setAudioBufferInput(sound)
    session.setRecorder(recorder)
    recorder.setMediaFormat(_mp4())
    recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
    recorder.setAutoStop(True)
    frames = [*(_frame(number) for number in range(len(MOMENTS))), QVideoFrame()]
    step = rate // 5 * 2
    parts = [samples[at : at + step] for at in range(0, len(samples), step)]
    buffers = [*(QAudioBuffer(part, mono(rate)) for part in parts), QAudioBuffer()]
    pictures.readyToSendVideoFrame.connect(lambda: _feed(frames, pictures.sendVideoFrame))
    sound.readyToSendAudioBuffer.connect(lambda: _feed(buffers, sound.sendAudioBuffer))
    stopped = QMediaRecorder.RecorderState.StoppedState
    recorder.recorderStateChanged.connect(lambda state: loop.quit() if state == stopped else None)
    patience = QTimer()
    patience.timeout.connect(loop.quit)
    patience.start(10_000)
    recorder.record()
    loop.exec()
    patience.stop()


def _mp4() -> QMediaFormat:
    from PySide6.QtMultimedia import QMediaFormat

    form = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    form.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    form.setAudioCodec(QMediaFormat.AudioCodec.AAC)
    return form


def _frame(number: int) -> QVideoFrame:
    from PySide6.QtMultimedia import QVideoFrame

    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(number * 20, 200, 200))
    frame = QVideoFrame(image)
    frame.setStartTime(MOMENTS[number] * 1000)
    frame.setStreamFrameRate(25)
    return frame


def _feed(waiting: list[Any], send: Callable[[Any], bool]) -> None:
    while waiting and send(waiting[0]):
        waiting.pop(0)
