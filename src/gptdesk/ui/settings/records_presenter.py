"""Connects Backup, Storage and Diagnostics with what they show."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from gptdesk.domain.ports import Backup
from gptdesk.ui.settings.backup_view import BackupView
from gptdesk.ui.settings.diagnostics_view import DiagnosticsView
from gptdesk.ui.settings.report import facts, report
from gptdesk.ui.settings.storage_view import StorageView
from gptdesk.ui.settings.values import KeyHome, Places

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.backups import BackupService


def open_in_system(address: str) -> None:
    """A web page in the browser, a folder in the file manager."""
    is_web = address.startswith(("https://", "http://"))
    QDesktopServices.openUrl(QUrl(address) if is_web else QUrl.fromLocalFile(address))


class BackupPresenter(QObject):
    """Signals:
    restored: the conversations are other ones now.
    created: there is a new backup.
    """

    restored = Signal()
    created = Signal()

    def __init__(
        self,
        view: BackupView,
        core: CoreThread,
        service: BackupService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._core = core
        self._service = service
        self._backups: tuple[Backup, ...] = ()
        self._is_busy = False
        view.create_requested.connect(self.create)
        view.restore_requested.connect(self.restore)

    def reload(self) -> None:
        operation = self._core.call(self._service.all(), parent=self)
        operation.events.connect(self._on_read)
        operation.failed.connect(self._view.show_problem)

    def create(self) -> None:
        if self._is_busy:
            return
        operation = self._core.call(self._service.create(), parent=self)
        operation.events.connect(lambda backups: self.created.emit())
        self._follow(operation)

    def restore(self, name: str) -> None:
        """What is there now is backed up first, by the service."""
        backup = next((b for b in self._backups if b.name == name), None)
        if backup is None or self._is_busy:
            return
        operation = self._core.call(self._service.restore(name), parent=self)
        operation.events.connect(lambda results: self._on_restored(backup))
        self._follow(operation)

    def _follow(self, operation: Operation) -> None:
        self._set_busy(True)
        operation.failed.connect(self._view.show_problem)
        operation.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._set_busy(False)
        self.reload()

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self._view.show_busy(busy)

    def _on_restored(self, backup: Backup) -> None:
        self._view.show_restored(backup)
        self.restored.emit()

    def _on_read(self, results: list[tuple[Backup, ...]]) -> None:
        self._backups = results[-1]
        self._view.show_backups(self._backups)


class StoragePresenter(QObject):
    """Measures in the core thread: a folder can hold thousands of files."""

    def __init__(
        self,
        view: StorageView,
        core: CoreThread,
        places: Places,
        open_place: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._core = core
        self._places = places
        view.show_places(places)
        view.folder_requested.connect(lambda: open_place(places.data))

    def reload(self) -> None:
        operation = self._core.call(_measured(self._places), parent=self)
        operation.events.connect(lambda results: self._view.show_sizes(*results[-1]))


class DiagnosticsPresenter(QObject):
    """Asks for everything again each time the section is opened."""

    def __init__(
        self,
        view: DiagnosticsView,
        places: Places,
        key_home: Callable[[], KeyHome | None],
        open_place: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._places = places
        self._key_home = key_home
        view.copy_requested.connect(self._on_copy)
        view.log_requested.connect(lambda: open_place(places.logs))

    def reload(self) -> None:
        self._view.show_facts(facts(self._places, self._key_home()))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(report(self._view.facts()))
        self._view.show_copied()


async def _measured(places: Places) -> tuple[dict[str, int], int]:
    import asyncio

    return await asyncio.to_thread(_sizes, places)


def _sizes(places: Places) -> tuple[dict[str, int], int]:
    measured = {name: getattr(places, name) for name in ("database", "backups", "packs")}
    sizes = {name: _size(Path(path)) for name, path in measured.items()}
    return sizes, shutil.disk_usage(_existing(Path(places.data))).free


def _size(path: Path) -> int:
    """Of a file or of all files below a folder; what vanishes meanwhile counts nothing."""
    files = path.rglob("*") if path.is_dir() else [path]
    total = 0
    for file in files:
        try:
            total += file.stat().st_size if file.is_file() else 0
        except OSError:
            continue
    return total


def _existing(path: Path) -> Path:
    while not path.exists() and path != path.parent:
        path = path.parent
    return path
