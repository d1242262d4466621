"""What plays the pieces and knows whether anything is heard, as the rest of the tab sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.sound.player import Player as SoundPlayer


class Player(QObject):
    """Plays one file at a time. This one plays nothing.

    Signals:
        moved: seconds into the file that sounds.
        ended: the file is over.
        failed: a Problem; it does not sound any more.
    """

    moved = Signal(float)
    ended = Signal()
    failed = Signal(object)

    def play(self, path: Path, at: float, seconds: float) -> None:
        """Begin with this file of a known length, at so many seconds."""

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def stop(self) -> None: ...

    def set_rate(self, rate: float) -> None:
        """Faster or slower without another pitch."""


class Ears(QObject):
    """Knows whether there is a loudspeaker; finds out away from the window's thread.

    `speaker` tells the name of the one that is wished for, or "" for the system's own.

    Signals:
        changed: one was plugged in, or the last one pulled out.
    """

    changed = Signal()

    def __init__(
        self,
        devices: Devices,
        parent: QObject | None = None,
        *,
        speaker: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._devices = devices
        self._speaker = speaker
        devices.changed.connect(self.changed)

    @property
    def has_speaker(self) -> bool | None:
        """None as long as nobody knows."""
        return bool(self._devices.speakers) if self._devices.is_known else None

    def when_known(self, then: Callable[[], None]) -> None:
        self._devices.when_known(then)

    def player(self, parent: QObject) -> Player:
        return _DevicePlayer(self._devices, self._speaker, parent)


class _DevicePlayer(Player):
    """A Player over the app's own sound."""

    def __init__(self, devices: Devices, speaker: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._is_opening = False
        self._sound = SoundPlayer(devices, self)
        self._sound.position_changed.connect(self._on_position)
        self._sound.ended.connect(self.ended)
        self._sound.failed.connect(self.failed)

    def play(self, path: Path, at: float, seconds: float) -> None:
        self._is_opening = True
        self._sound.set_speaker(self._speaker())
        self._sound.open(path, seconds)
        self._sound.seek(at)
        self._is_opening = False
        self._sound.play()

    def pause(self) -> None:
        self._sound.pause()

    def resume(self) -> None:
        self._sound.play()

    def stop(self) -> None:
        self._is_opening = True
        self._sound.close()
        self._is_opening = False

    def set_rate(self, rate: float) -> None:
        self._sound.set_speed(rate)

    def _on_position(self, seconds: float) -> None:
        if not self._is_opening:
            self.moved.emit(seconds)
