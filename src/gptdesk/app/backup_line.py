"""The last backup in the status line; sees to it that there is one."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject, QTimer

from gptdesk.domain.ports import Backup
from gptdesk.domain.problems import Problem
from gptdesk.runtime.core import CoreThread
from gptdesk.services.backups import BackupService
from gptdesk.ui.shell.window import MainWindow

translate = QCoreApplication.translate

CHECK_MS = 3_600_000


class BackupLine(QObject):
    """Remembers the newest backup, so that it can be said in another language."""

    def __init__(
        self, window: MainWindow, core: CoreThread, backups: BackupService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._core = core
        self._backups = backups
        self._latest: Backup | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        self._timer.start()
        self.check()

    def check(self, _conversation: str = "") -> None:
        """Make a backup if one is due, and say when the last one was made."""
        operation = self._core.call(self._backups.create_if_due(), parent=self)
        operation.events.connect(self._on_backup)
        operation.failed.connect(self._on_failed)

    def show(self) -> None:
        if self._latest is None:
            text = translate("Status", "Nothing to back up yet")
            self._window.set_backup(text, can_restore=False)
            return
        made = QDateTime.fromSecsSinceEpoch(round(self._latest.created))
        is_today = made.date() == QDate.currentDate()
        day = QLocale().toString(made.date(), QLocale.FormatType.ShortFormat)
        when = made.toString("HH:mm") if is_today else day  # the clock of the list of chats
        self._window.set_backup(translate("Status", "Last backup {when}").format(when=when))

    def shutdown(self) -> None:
        self._timer.stop()

    def _on_backup(self, results: list[object]) -> None:
        self._latest = cast("Backup | None", results[0])
        self.show()

    def _on_failed(self, _problem: Problem) -> None:
        text = translate("Status", "No backup: the disk refused")
        self._window.set_backup(text, can_restore=False)
