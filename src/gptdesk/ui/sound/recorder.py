"""Recording from the microphone, as the interface sees it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMicrophonePermission, QObject, Qt, Signal

from gptdesk.domain.problems import MicrophoneDenied, MicrophoneMissing, Problem
from gptdesk.ui.sound.devices import Devices, chosen
from gptdesk.ui.sound.recording import Ended, Heard, Recording

FOUR_HOURS = 4 * 3600.0


class Recorder(QObject):
    """Records one file at a time. What is on disk stays, whatever happens.

    Signals:
        heard: Heard, some twenty times a second while sound comes.
        failed: a Problem; followed by `finished` if something was recorded.
        finished: the path of the recording and its length in seconds.
        state_changed: `is_recording` or `is_paused` is another now.
    """

    heard = Signal(object)
    failed = Signal(object)
    finished = Signal(object, float)
    state_changed = Signal()
    _told = Signal(object, object)

    def __init__(self, devices: Devices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self._recording: Recording | None = None
        self._request: tuple[Path, str, float, bool] | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def is_recording(self) -> bool:
        return self._recording is not None or self._request is not None

    @property
    def is_paused(self) -> bool:
        return self._recording is not None and self._recording.is_paused

    def start(
        self,
        path: Path,
        *,
        microphone: str = "",
        limit: float = FOUR_HOURS,
        append: bool = False,
    ) -> None:
        """Record into a .wav, .flac or .m4a file. `microphone` is the name of a Device.

        With `append` a .wav file that was recorded before goes on, from another microphone perhaps.
        """
        if self.is_recording:
            return
        self._request = (path, microphone, limit, append)
        self.state_changed.emit()
        self._devices.when_known(self._ask_leave)

    def pause(self) -> None:
        self._set_paused(True)

    def resume(self) -> None:
        self._set_paused(False)

    def stop(self) -> None:
        """End it; `finished` follows when the file is whole."""
        if self._request is not None:
            self._request = None
            self.state_changed.emit()
        if self._recording is not None:
            self._recording.end()

    def close(self) -> None:
        """End it, wait until it is on disk, and tell nobody."""
        self._request = None
        if self._recording is not None:
            self._recording.end()
            self._recording.join()
            self._recording = None

    def _set_paused(self, paused: bool) -> None:
        if self._recording is not None and self._recording.is_paused != paused:
            self._recording.is_paused = paused
            self.state_changed.emit()

    def _ask_leave(self) -> None:
        """Only macOS asks the person; elsewhere the answer is yes."""
        app = QCoreApplication.instance()
        if self._request is None or app is None:
            return
        permission = QMicrophonePermission()
        status = app.checkPermission(permission)
        if status == Qt.PermissionStatus.Undetermined:
            app.requestPermission(permission, self, lambda asked: self._begin(asked.status()))
        else:
            self._begin(status)

    def _begin(self, status: Qt.PermissionStatus) -> None:
        if self._request is None:
            return
        path, name, limit, append = self._request
        self._request = None
        microphone = chosen(self._devices.microphones, name)
        if status == Qt.PermissionStatus.Denied:
            self._refuse(MicrophoneDenied())
        elif microphone is None:
            self._refuse(MicrophoneMissing())
        else:
            self._recording = recording = Recording(
                path,
                microphone.id,
                limit,
                lambda what: self._told.emit(recording, what),
                append=append,
            )
            recording.start()

    def _refuse(self, problem: Problem) -> None:
        self.state_changed.emit()
        self.failed.emit(problem)

    def _on_told(self, recording: Recording, what: Heard | Ended) -> None:
        if recording is not self._recording:
            return  # closed meanwhile
        if isinstance(what, Heard):
            self.heard.emit(what)
            return
        recording.join()
        self._recording = None
        self.state_changed.emit()
        if what.problem is not None:
            self.failed.emit(what.problem)
        if what.seconds:
            self.finished.emit(what.path, what.seconds)
