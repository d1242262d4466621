"""What plays sound files, as the rest of the tab sees it, and the one that Qt offers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer


class Player(QObject):
    """Plays one file at a time. This one is silent: where there is no loudspeaker nothing sounds.

    Signals:
        moved: seconds into the file that sounds.
        ended: the file is over.
        failed: it cannot be played; a technical sentence.
    """

    moved = Signal(float)
    ended = Signal()
    failed = Signal(str)

    def play(self, path: Path, at: float = 0.0) -> None:
        """Begin with this file, at so many seconds."""

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def stop(self) -> None: ...

    def set_rate(self, rate: float) -> None:
        """Faster or slower without another pitch."""


class QtPlayer(Player):
    """A Player over QtMultimedia. Made only when there is a loudspeaker: it would wait for one."""

    def __init__(self, parent: QObject | None = None) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        super().__init__(parent)
        self._media = QMediaPlayer(self)
        self._media.setAudioOutput(QAudioOutput(self._media))
        self._wanted = 0
        self._media.positionChanged.connect(self._on_position)
        self._media.mediaStatusChanged.connect(self._on_status)
        self._media.errorOccurred.connect(self._on_error)

    def play(self, path: Path, at: float = 0.0) -> None:
        self._wanted = round(at * 1000)
        url = QUrl.fromLocalFile(str(path))
        if self._media.source() == url:
            self._media.setPosition(self._wanted)
            self._wanted = 0
        else:
            self._media.setSource(url)
        self._media.play()

    def pause(self) -> None:
        self._media.pause()

    def resume(self) -> None:
        self._media.play()

    def stop(self) -> None:
        self._media.stop()
        self._media.setSource(QUrl())

    def set_rate(self, rate: float) -> None:
        self._media.setPlaybackRate(rate)

    def _on_position(self, ms: int) -> None:
        if not self._wanted:
            self.moved.emit(ms / 1000)

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if status == QMediaPlayer.MediaStatus.LoadedMedia and self._wanted:
            wanted, self._wanted = self._wanted, 0
            self._media.setPosition(wanted)
        elif status == QMediaPlayer.MediaStatus.BufferedMedia and self._wanted:
            wanted, self._wanted = self._wanted, 0
            self._media.setPosition(wanted)
        elif status == QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()

    def _on_error(self, _error: object, text: str) -> None:
        self.failed.emit(text)


def has_speaker() -> bool:
    """Blocks for seconds without a sound server: never ask in the window's thread."""
    from PySide6.QtMultimedia import QMediaDevices

    return bool(QMediaDevices.audioOutputs())
