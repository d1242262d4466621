"""One model of the offline pack: what it is, how far it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.domain.packs import InstallProgress, PackState, PackStatus
from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.amounts import size_text
from gptdesk.ui.settings.confirm_line import ConfirmLine
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.pack_words import (
    badge_of,
    facts_of,
    progress_text,
    state_text,
)
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Badge, Label, LinkLabel
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.progress import ProgressBar
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate


class PackCard(QWidget):
    """Signals:
    install_requested, verify_requested, remove_requested, stop_requested: what to do.
    link_opened: an address that the user saw and wants to open.
    """

    install_requested = Signal()
    verify_requested = Signal()
    remove_requested = Signal()
    stop_requested = Signal()
    link_opened = Signal(str)

    def __init__(self, status: PackStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._progress: InstallProgress | None = None
        self._is_busy = False
        self._said = ""
        self.notice = Notice(small=True)
        self.notice.action.connect(self._on_notice_action)
        self._build()
        self._retranslate()

    # Values in

    def show_status(self, status: PackStatus) -> None:
        self._status = status
        self._retranslate()

    def show_busy(self, busy: bool) -> None:
        """Work on it began or ended; the last word about it goes."""
        self._is_busy = busy
        self._progress = None
        self._said = ""
        if busy:
            self.notice.dismiss()
            self._confirm.hide()
        self._retranslate()

    def show_progress(self, progress: InstallProgress) -> None:
        self._progress = progress
        self._show_progress()

    def show_whole(self) -> None:
        """All its files are what they should be."""
        self._said = translate("Settings", "All files are as they should be.")
        self._retranslate()

    def show_problem(self, problem: Problem) -> None:
        words = problem_sentence(problem)
        self.notice.show_message(
            words.level,
            words.title,
            words.text,
            actions=[("install", self._install_words())],
            faq=words.faq,
            details=problem.detail,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # How it is made

    def _build(self) -> None:
        pack = self._status.pack.id
        self._title = Label(style="strong")
        self._badge = Badge("quiet")
        self._note = Label(style="base", role="text")
        self._facts = Label(style="secondary", role="text-quiet")
        for label in (self._note, self._facts):
            label.setWordWrap(True)
        self._licence = LinkLabel(style="secondary")
        self._licence.activated.connect(self._on_licence)
        self._state = Hint()
        self._bar = ProgressBar()
        self._bar_text = Label(style="secondary", role="text-quiet", tabular=True)
        self._bar_text.setWordWrap(True)
        self._install = self._button("download", f"settings.install.{pack}")
        self._install.clicked.connect(self.install_requested)
        self._verify = self._button("shield", f"settings.verify.{pack}")
        self._verify.clicked.connect(self.verify_requested)
        self._remove = self._button("trash-2", f"settings.remove.{pack}")
        self._remove.clicked.connect(self._on_remove)
        self._stop = self._button("stop", f"settings.stop.{pack}")
        self._stop.clicked.connect(self.stop_requested)
        self._confirm = ConfirmLine()
        self._confirm.confirmed.connect(self.remove_requested)
        self._link = ConfirmLine()
        self._link.confirmed.connect(lambda: self.link_opened.emit(self._status.pack.homepage))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._badge)
        head.addStretch(1)
        buttons = QWidget()
        flow = FlowRow(buttons, gap=8)
        for button in (self._install, self._verify, self._remove, self._stop):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for widget in (self._note, self._facts, self._licence, self._link, self._state):
            column.addWidget(widget)
        column.addWidget(self._bar)
        column.addWidget(self._bar_text)
        column.addSpacing(4)
        column.addWidget(buttons)
        column.addWidget(self._confirm)
        column.addWidget(self.notice)

    def _button(self, icon: str, name: str) -> Button:
        button = Button(kind="soft", icon=icon, small=True)
        button.setObjectName(name)
        return button

    def _on_notice_action(self, action: str) -> None:
        self.notice.dismiss()
        self.install_requested.emit()

    def _on_remove(self) -> None:
        size = size_text(self._status.pack.size)
        text = translate(
            "Settings",
            "This frees {size} on the disk. To use it again, {size} have to be downloaded again.",
        ).format(size=size)
        self._confirm.ask(text, translate("Settings", "Remove it"))

    def _on_licence(self) -> None:
        text = translate("Settings", "This opens {address} in your browser.").format(
            address=self._status.pack.homepage
        )
        self._link.ask(text, translate("Settings", "Open it"))

    # What it says

    def _install_words(self) -> str:
        words = {
            PackState.PARTIAL: translate("Settings", "Continue"),
            PackState.DAMAGED: translate("Settings", "Repair"),
            PackState.READY: translate("Settings", "Repair"),
        }
        return words.get(self._status.state, translate("Settings", "Install"))

    def _retranslate(self) -> None:
        pack, state = self._status.pack, self._status.state
        self._title.setText(in_language(pack.title))
        self._note.setText(in_language(pack.note))
        level, word = badge_of(state)
        self._badge.set_level(level)
        self._badge.setText(word)
        self._facts.setText(facts_of(pack))
        self._licence.setText(
            translate("Settings", "Licence: {licence}").format(licence=pack.licence)
        )
        self._show_state()
        self._show_buttons(state)
        self._show_progress()

    def _show_state(self) -> None:
        text = self._said or state_text(self._status)
        icon, level = ("circle-check", "ok") if self._said else ("", "")
        self._state.show_hint("" if self._is_busy else text, icon=icon, level=level)

    def _show_buttons(self, state: PackState) -> None:
        is_ready = state is PackState.READY
        pack = self._status.pack
        is_first_step = pack.is_starter and pack.task == "chat" and not is_ready
        self._install.set_kind("primary" if is_first_step else "soft")
        self._install.setVisible(not self._is_busy and not is_ready)
        self._verify.setVisible(not self._is_busy and is_ready)
        self._remove.setVisible(not self._is_busy and state is not PackState.ABSENT)
        self._stop.setVisible(self._is_busy)
        self._name(self._install, self._install_words())
        self._name(self._verify, translate("Settings", "Check the files"))
        self._name(self._remove, translate("Settings", "Remove"))
        self._name(self._stop, translate("Settings", "Stop"))

    def _name(self, button: Button, text: str) -> None:
        """The same word stands on several cards: the name says which one is meant."""
        button.setText(text)
        button.setAccessibleName(
            translate("Settings", "{button}: {pack}").format(button=text, pack=self._title.text())
        )

    def _show_progress(self) -> None:
        self._bar.setVisible(self._is_busy)
        self._bar_text.setVisible(self._is_busy)
        if not self._is_busy:
            return
        progress = self._progress
        if progress is None or not progress.total:
            self._bar.set_fraction(None)
            self._bar_text.setText(translate("Settings", "Starting…"))
        else:
            is_joining = progress.phase == "join"
            self._bar.set_fraction(None if is_joining else progress.done / progress.total)
            self._bar_text.setText(progress_text(progress))
        self._bar.setAccessibleName(self._bar_text.text())
