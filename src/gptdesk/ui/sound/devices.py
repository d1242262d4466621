"""Microphones and speakers: listed away from the UI thread, and again when one is plugged in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from gptdesk.ui.sound.loading import load

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaDevices


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone or a speaker. `name` is for people and is what a setting remembers."""

    id: str
    name: str
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What was connected when it was looked up."""

    microphones: tuple[Device, ...] = ()
    speakers: tuple[Device, ...] = ()


class Devices(QObject):
    """Knows what is connected; one for the app. Owned by the UI thread.

    The first look loads QtMultimedia and may wait seconds for a sound server that is not there: it
    has a thread of its own. From then on Qt answers at once.

    Signals:
        changed: the list is known for the first time, or is another one now.
    """

    changed = Signal()
    _looked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._thread: threading.Thread | None = None
        self._waiting: list[Callable[[], None]] = []
        self._watch: QMediaDevices | None = None
        self._looked.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)

    @property
    def is_known(self) -> bool:
        return self._listing is not None

    @property
    def microphones(self) -> tuple[Device, ...]:
        return self._listing.microphones if self._listing else ()

    @property
    def speakers(self) -> tuple[Device, ...]:
        return self._listing.speakers if self._listing else ()

    def look(self) -> None:
        """Begin to find out; `changed` follows. Does nothing while it is under way."""
        if self._thread is None and self._listing is None:
            self._thread = threading.Thread(target=self._look, name="gptdesk-devices", daemon=True)
            self._thread.start()

    def when_known(self, then: Callable[[], None]) -> None:
        """Call back once the list is known: at once if it is."""
        if self.is_known:
            then()
        else:
            self._waiting.append(then)
            self.look()

    def close(self) -> None:
        """Wait for a look that is under way, and tell nobody."""
        self._waiting.clear()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None

    def _look(self) -> None:
        load()
        self._looked.emit(listing())

    def _on_looked(self, found: Listing) -> None:
        if self._thread is None:
            return  # closed meanwhile
        self._thread.join()
        self._thread = None
        self._follow()
        self._take(found)
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _follow(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        if self._watch is None:
            self._watch = QMediaDevices(self)
            self._watch.audioInputsChanged.connect(self._on_plugged)
            self._watch.audioOutputsChanged.connect(self._on_plugged)

    def _on_plugged(self) -> None:
        self._take(listing())

    def _take(self, found: Listing) -> None:
        if found != self._listing:
            self._listing = found
            self.changed.emit()


def listing() -> Listing:
    """Ask Qt. Only the first time it may take long."""
    from PySide6.QtMultimedia import QMediaDevices

    return Listing(
        _named(QMediaDevices.audioInputs(), QMediaDevices.defaultAudioInput()),
        _named(QMediaDevices.audioOutputs(), QMediaDevices.defaultAudioOutput()),
    )


def chosen(devices: Sequence[Device], name: str) -> Device | None:
    """The remembered one if it is there, else the system's own choice, else the first."""
    for device in devices:
        if device.name == name:
            return device
    return next((device for device in devices if device.is_default), next(iter(devices), None))


def input_device(device_id: str) -> QAudioDevice | None:
    from PySide6.QtMultimedia import QMediaDevices

    return _found(QMediaDevices.audioInputs(), QMediaDevices.defaultAudioInput(), device_id)


def output_device(device_id: str) -> QAudioDevice | None:
    from PySide6.QtMultimedia import QMediaDevices

    return _found(QMediaDevices.audioOutputs(), QMediaDevices.defaultAudioOutput(), device_id)


def _found(
    devices: Sequence[QAudioDevice], default: QAudioDevice, device_id: str
) -> QAudioDevice | None:
    for device in devices:
        if _id(device) == device_id:
            return device
    return None if default.isNull() else default


def _named(devices: Sequence[QAudioDevice], default: QAudioDevice) -> tuple[Device, ...]:
    """Two of the same make get a number, so that each can be remembered."""
    found: list[Device] = []
    counts: dict[str, int] = {}
    for device in devices:
        name = device.description()
        counts[name] = counts.get(name, 0) + 1
        if counts[name] > 1:
            name = f"{name} ({counts[name]})"
        found.append(Device(_id(device), name, device == default))
    return tuple(found)


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
