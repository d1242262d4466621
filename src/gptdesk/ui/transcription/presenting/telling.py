"""What is said on the page in its notices, and what their buttons do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.events import EngineStarting, ParameterDropped, RetryScheduled
from gptdesk.domain.problems import ModelNotFound
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.ui.transcription.page import TranscriptionPage

translate = QCoreApplication.translate

PASTE_KEY = "key"
GO_ON = "go-on"
SUCCESSOR = "successor"


class Teller(QObject):
    """Says one thing that needs an answer, and one that is only to be known.

    Signals:
        retry_requested: go on with what is not finished.
        successor_requested: use the model that replaced the chosen one.
        settings_requested: the section of the settings.
        connection_wanted: the person has a key.
        open_requested: another file is to be chosen.
    """

    retry_requested = Signal()
    successor_requested = Signal()
    settings_requested = Signal(str)
    connection_wanted = Signal()
    open_requested = Signal()

    def __init__(self, page: TranscriptionPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._has_doors = False
        self._refused: list[str] = []
        page.notice.action.connect(self._on_action)

    def dismiss(self) -> None:
        self._refused.clear()
        self._page.notice.dismiss()

    def say_problem(self, problem: Problem, *, is_kept: bool, successor: str = "") -> None:
        """`is_kept`: something was written down already."""
        kept = translate("Transcription", "What was written down is kept and not sent again.")
        said = problem_sentence(problem, kept=kept if is_kept else "")
        actions = [a for a in said.actions if a[0] != ActionId.CONTINUE]
        if successor and isinstance(problem, ModelNotFound):
            use = translate("Transcription", "Use {model} instead").format(model=successor)
            actions.insert(0, (SUCCESSOR, use))
        elif is_kept and problem.can_retry:
            actions = [a for a in actions if a[0] != ActionId.RETRY]
            actions.insert(0, (GO_ON, translate("Transcription", "Continue")))
        self._has_doors = False
        self._page.notice.show_message(
            said.level,
            said.title,
            said.text,
            icon=said.icon,
            actions=actions,
            faq=said.faq,
            details=problem.detail,
        )

    def say_refused(self, path: Path, problem: Problem) -> None:
        """A file that cannot be taken; several are told in one notice."""
        self._refused.append(path.name)
        said = problem_sentence(problem)
        title, text = said.title, said.text
        if len(self._refused) > 1:
            title = translate(
                "Transcription", "%n recording(s) could not be read", None, len(self._refused)
            )
            text = translate("Transcription", "These were left out: {names}").format(
                names=", ".join(self._refused)
            )
        other = (ActionId.EDIT.value, translate("Transcription", "Open another recording"))
        self._has_doors = False
        self._page.notice.show_message(
            said.level, title, text, icon=said.icon, actions=[other], faq=said.faq,
            details=problem.detail,
        )  # fmt: skip

    def say_unfinished(self, count: int) -> None:
        """Of the last run; what was written down of them is there."""
        self._page.notice.show_message(
            "info",
            translate("Transcription", "%n recording(s) are not finished", None, count),
            translate(
                "Transcription", "What was written down is kept; only what is missing is sent."
            ),
            icon="history",
            actions=((GO_ON, translate("Transcription", "Continue")),),
        )

    def say_event(self, event: object) -> None:
        """Something on the way that is worth a line."""
        if text := _line(event):
            self._page.line.show_message("info", "", text)

    def end_line(self) -> None:
        """What was going on is over."""
        self._page.line.dismiss()

    def show_doors(self, wanted: bool) -> None:
        """Nothing can hear: two ways to change that."""
        self._page.empty.set_can_start(not wanted)
        if not wanted:
            if self._has_doors:
                self._has_doors = False
                self._page.notice.dismiss()
            return
        if not self._page.notice.isHidden():
            return
        self._has_doors = True
        self._page.notice.show_message(
            "info",
            translate("Transcription", "Nothing here can write down speech yet"),
            translate(
                "Transcription",
                "Install the offline pack, which does it on this computer for free, or add a "
                "connection to a service that transcribes.",
            ),
            icon="audio-lines",
            actions=(
                (ActionId.PACK_INSTALL.value, translate("Transcription", "To the offline pack")),
                (PASTE_KEY, translate("Transcription", "Paste a key")),
            ),
        )

    def answer(self, action: str) -> None:
        """What a button of a failure asks for, wherever it stood."""
        if action in (ActionId.PACK_INSTALL, ActionId.PACK_REPAIR):
            self.settings_requested.emit("offline")
        elif action == PASTE_KEY:
            self.connection_wanted.emit()
        elif action.startswith("settings") or action == ActionId.CREDIT:
            self.settings_requested.emit("connections")

    def _on_action(self, action: str) -> None:
        if action.startswith("limit."):
            return
        self.dismiss()
        if action in (ActionId.RETRY, GO_ON):
            self.retry_requested.emit()
        elif action == SUCCESSOR:
            self.successor_requested.emit()
        elif action == ActionId.EDIT:
            self.open_requested.emit()
        else:
            self.answer(action)


def _line(event: object) -> str:
    match event:
        case EngineStarting():
            return translate("Transcription", "The offline pack is being loaded…")
        case ParameterDropped("to_english"):
            return translate(
                "Transcription", "This model does not translate: the text stays as it is spoken."
            )
        case ParameterDropped("prompt"):
            return translate("Transcription", "This model takes no hints.")
        case ParameterDropped("language"):
            return translate("Transcription", "This model finds out the language by itself.")
        case RetryScheduled(seconds=seconds):
            wait = max(1, round(seconds))
            return translate("Transcription", "A piece is tried again in %n s.", "seconds", wait)
    return ""
