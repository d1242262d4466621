"""Small films for the tests, made with Qt."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtGui import QColor, QImage

from gptdesk.ui.sound.decoding import mono
from gptdesk.ui.sound.loading import load

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
        QMediaFormat,
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
    form = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    form.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    form.setAudioCodec(QMediaFormat.AudioCodec.AAC)
    recorder.setMediaFormat(form)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
    recorder.setAutoStop(True)
    frames = []
    for number, moment in enumerate(MOMENTS):
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(number * 20, 200, 200))
        frame = QVideoFrame(image)
        frame.setStartTime(moment * 1000)
        frames.append(frame)
    step = rate // 5 * 2
    parts = [samples[at : at + step] for at in range(0, len(samples), step)]
    buffers = [QAudioBuffer(part, mono(rate)) for part in parts]

    def feed_pictures() -> None:
        while frames and pictures.sendVideoFrame(frames[0]):
            frames.pop(0)
            if not frames:
                pictures.sendVideoFrame(QVideoFrame())

    def feed_sound() -> None:
        while buffers and sound.sendAudioBuffer(buffers[0]):
            buffers.pop(0)
            if not buffers:
                sound.sendAudioBuffer(QAudioBuffer())

    pictures.readyToSendVideoFrame.connect(feed_pictures)
    sound.readyToSendAudioBuffer.connect(feed_sound)
    stopped = QMediaRecorder.RecorderState.StoppedState
    recorder.recorderStateChanged.connect(lambda state: loop.quit() if state == stopped else None)
    patience = QTimer()
    patience.timeout.connect(loop.quit)
    patience.start(10_000)
    recorder.record()
    loop.exec()
    patience.stop()
    if recorder.recorderState() != stopped:
        recorder.stop()
