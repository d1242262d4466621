"""One window for each profile: a second start hands over to the first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 5000
LONGEST_SOCKET_NAME = 100
"""Unix allows 107 bytes for the path of a socket."""


class SingleInstance(QObject):
    """Holds the profile's lock, and listens for later starts once `listen` was called.

    QtNetwork is imported only when a second start knocks or after the first paint.

    Signals:
        knocked: somebody started the app again; the window should come to the front.
    """

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(folder)
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Whether this is the first start on the profile."""
        return self._lock.tryLock(0)

    def hand_over(self) -> bool:
        """Ask the running app to show its window; whether it answered."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(b"show\n")
        socket.flush()
        answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(WAIT_MS)
        socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def shutdown(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock.isLocked():
            self._lock.unlock()

    def _on_connection(self) -> None:
        assert self._server is not None
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            socket.write(b"ok\n")
            socket.flush()
            self.knocked.emit()


def socket_name(folder: Path) -> str:
    """A path inside the profile where it is short enough, otherwise a name of its own."""
    inside = folder / "running.socket"
    if len(str(inside).encode()) <= LONGEST_SOCKET_NAME:
        return str(inside)
    import hashlib  # loads OpenSSL, and most profiles do without

    from PySide6.QtCore import QDir, QStandardPaths

    short = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    runtime = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return str(Path(runtime or QDir.tempPath()) / f"gptdesk-{short}")
