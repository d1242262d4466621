"""What is said on the page in its notices, and what their buttons do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gptdesk.domain.events import EngineStarting, ParameterDropped, RetryScheduled
from gptdesk.domain.speech import FileWritten, PieceChanged
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.ui.speech.page import SpeechPage

translate = QCoreApplication.translate

PASTE_KEY = "key"


class Teller(QObject):
    """Says one thing that needs an answer, and one that is only to be known.

    Signals:
        retry_requested: once more.
        settings_requested: the section of the settings.
        connection_wanted: the person has a key.
    """

    retry_requested = Signal()
    settings_requested = Signal(str)
    connection_wanted = Signal()

    def __init__(self, page: SpeechPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._saved = ""
        self._has_doors = False
        self._has_line = False
        self._is_audible = True
        page.notice.action.connect(self._on_action)

    def dismiss(self) -> None:
        self._page.notice.dismiss()

    def say_problem(self, problem: Problem, *, is_kept: bool) -> None:
        """`is_kept`: something was made already."""
        kept = translate("Speech", "What was made is kept and not paid for again.")
        said = problem_sentence(problem, kept=kept if is_kept else "")
        self._has_doors = False
        self._page.notice.show_message(
            said.level,
            said.title,
            said.text,
            icon=said.icon,
            actions=[a for a in said.actions if a[0] != ActionId.CONTINUE],
            faq=said.faq,
            details=problem.detail,
        )
        self._page.show_silence()

    def say_saved(self, path: str) -> None:
        self._saved = path
        text = translate("Speech", "It is here: {path}").format(path=path)
        folder = (ActionId.OPEN_FOLDER.value, translate("Speech", "Open the folder"))
        self._page.notice.show_message("ok", translate("Speech", "Saved"), text, actions=[folder])
        self._page.show_silence()

    def say_event(self, event: object) -> None:
        """Something on the way that is worth a line."""
        if isinstance(event, FileWritten) and event.number == event.count:
            self.say_saved(event.path)
            return
        if isinstance(event, PieceChanged):
            self.end()
        if text := _line(event):
            self._has_line = True
            self._page.silence.show_message("info", "", text)
            self._page.show_silence(True)

    def end(self) -> None:
        """What was going on is over: its line gives way to what stood there before."""
        if self._has_line:
            self._has_line = False
            self.say_audible(self._is_audible)

    def say_audible(self, is_audible: bool) -> None:
        """Whether anything can be heard here."""
        self._is_audible = is_audible
        self._page.card.set_can_listen(is_audible)
        if is_audible:
            self._page.silence.dismiss()
            return
        self._page.silence.show_message(
            "info",
            translate("Speech", "No loudspeaker was found"),
            translate(
                "Speech",
                "Speaking and saving work as ever. Connect headphones or a loudspeaker to listen.",
            ),
        )
        self._page.show_silence(True)

    def show_doors(self, wanted: bool) -> None:
        """Nothing can speak: two ways to change that."""
        self._page.show_example(not wanted)
        if not wanted:
            if self._has_doors:
                self._has_doors = False
                self.dismiss()
            return
        if not self._page.notice.isHidden():
            return
        self._has_doors = True
        self._page.notice.show_message(
            "info",
            translate("Speech", "Nothing here can speak yet"),
            translate(
                "Speech",
                "Install the offline pack, whose voices speak on this computer, or add a "
                "connection to a service that offers speech.",
            ),
            icon="volume-2",
            actions=(
                (ActionId.PACK_INSTALL.value, translate("Speech", "To the offline pack")),
                (PASTE_KEY, translate("Speech", "Paste a key")),
            ),
        )

    def _on_action(self, action: str) -> None:
        self.dismiss()
        if action == ActionId.RETRY:
            self.retry_requested.emit()
        elif action == ActionId.OPEN_FOLDER and self._saved:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._saved).parent)))
        elif action in (ActionId.PACK_INSTALL, ActionId.PACK_REPAIR):
            self.settings_requested.emit("offline")
        elif action == PASTE_KEY:
            self.connection_wanted.emit()
        elif action.startswith("settings") or action == ActionId.CREDIT:
            self.settings_requested.emit("connections")


def _line(event: object) -> str:
    match event:
        case FileWritten(number=number, count=count):
            text = translate("Speech", "{number} of {count} files are written.")
            return text.format(number=number, count=count)
        case EngineStarting():
            return translate("Speech", "The offline pack is being loaded…")
        case ParameterDropped("instructions"):
            return translate("Speech", "This model does not follow instructions.")
        case ParameterDropped("speed"):
            return translate("Speech", "This model does not change its speed.")
        case RetryScheduled(seconds=seconds):
            wait = max(1, round(seconds))
            return translate("Speech", "A piece is tried again in %n s.", "seconds", wait)
    return ""
