"""Backup and restore: dated copies of the conversations, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.ports import Backup
from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.amounts import size_text, when_text
from gptdesk.ui.settings.area import Hairline
from gptdesk.ui.settings.confirm_line import ConfirmLine
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate


class BackupView(SectionPage):
    """Signals:
    create_requested: back up now.
    restore_requested: the name of a backup, after the question was answered.
    """

    create_requested = Signal()
    restore_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups: list[Backup] | None = None
        self._restored: Backup | None = None
        self._lines: list[_Line] = []
        self._create = Button(kind="primary", icon="archive-restore")
        self._create.setObjectName("settings.backup")
        self._create.clicked.connect(self.create_requested)
        self._done = Hint()
        self._nothing = Label(style="base", role="text-quiet")
        self.notice = Notice(small=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        for widget in (self._create, self._done, self.notice, self._nothing):
            self.column.addWidget(widget)
        self.column.addLayout(self._list)
        self._retranslate()

    # Values in

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Newest first. What is asked in a line stays open if nothing has changed."""
        if self._backups != list(backups):
            self._backups = list(backups)
            self._rebuild(backups)

    def _rebuild(self, backups: Sequence[Backup]) -> None:
        while self._lines:
            line = self._lines.pop()
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for backup in backups:
            line = _Line(backup)
            line.restore_requested.connect(self.restore_requested)
            self._lines.append(line)
            self._list.addWidget(line)
        self._nothing.setVisible(not backups)

    def show_busy(self, busy: bool) -> None:
        """Something is being copied; nothing else can begin meanwhile."""
        self._create.set_busy(busy)
        self._create.setEnabled(not busy)
        for line in self._lines:
            line.set_possible(not busy)
        if busy:
            self.notice.dismiss()
            self._restored = None
            self._show_done()

    def show_restored(self, backup: Backup) -> None:
        self._restored = backup
        self._show_done()

    def show_problem(self, problem: Problem) -> None:
        words = problem_sentence(problem)
        self.notice.show_message(words.level, words.title, words.text, details=problem.detail)

    # What it says

    def _show_done(self) -> None:
        if self._restored is None:
            self._done.show_hint("")
            return
        text = translate(
            "Settings",
            "Restored: everything is as it was on {date}. What was there before is the newest"
            " backup below.",
        ).format(date=when_text(self._restored.created))
        self._done.show_hint(text, icon="circle-check", level="ok")

    def _retranslate(self) -> None:
        self.set_heading(
            translate("Settings", "Backup and restore"),
            translate(
                "Settings",
                "gptdesk makes a copy of all conversations by itself every few hours of use and"
                " before each update of its database. Pictures are not in these copies: they stay"
                " in the storage folder, and a restored conversation finds them there.",
            ),
        )
        self._create.setText(translate("Settings", "Back up now"))
        self._create.setAccessibleName(self._create.text())
        self._nothing.setText(translate("Settings", "There is no backup yet."))
        self._nothing.setVisible(self._backups == [])
        self._show_done()
        if self._backups:
            self._rebuild(self._backups)


class _Line(QWidget):
    """A backup with its date and size, and the question before it is put back."""

    restore_requested = Signal(str)

    def __init__(self, backup: Backup) -> None:
        super().__init__()
        self._backup = backup
        when = when_text(backup.created)
        date = Label(when, style="base", tabular=True)
        size = Label(size_text(backup.size), style="secondary", role="text-quiet", tabular=True)
        words = translate("Settings", "Restore")
        self._restore = Button(words, kind="soft", small=True)
        self._restore.setObjectName(f"settings.restore.{backup.name}")
        self._restore.setAccessibleName(
            translate("Settings", "Restore the backup of {date}").format(date=when)
        )
        self._restore.clicked.connect(self._on_restore)
        self._confirm = ConfirmLine()
        self._confirm.confirmed.connect(lambda: self.restore_requested.emit(backup.name))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(date, 1)
        row.addWidget(size)
        row.addWidget(self._restore)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(Hairline())
        column.addLayout(row)
        column.addWidget(self._confirm)
        column.setContentsMargins(0, 0, 0, 8)

    def set_possible(self, possible: bool) -> None:
        self._restore.setEnabled(possible)

    def _on_restore(self) -> None:
        text = translate(
            "Settings",
            "All conversations go back to {date}. What is there now is backed up first.",
        ).format(date=when_text(self._backup.created))
        self._confirm.ask(text, translate("Settings", "Restore it"))
