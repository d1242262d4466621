"""What the gallery says in place: what was saved, what failed, and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gptdesk.domain.problems import Problem
from gptdesk.ui.widgets.actions import ActionId, action_label
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.ui.images.gallery.view import GalleryView

translate = QCoreApplication.translate

STOP, PLACE = "stop", "place"


class Teller(QObject):
    """One notice below the wall.

    Signals:
        stop_requested: saving is to end after the file it is at.
        place_requested: what could not be saved is to go somewhere else.
    """

    stop_requested = Signal()
    place_requested = Signal()

    def __init__(self, view: GalleryView, parent: QObject) -> None:
        super().__init__(parent)
        self._notice = view.notice
        self._folder = ""
        self._is_saving = False
        self._notice.action.connect(self._on_action)

    def say_progress(self, done: int, total: int) -> None:
        text = translate("Gallery", "Saving: {done} of {total}").format(done=done, total=total)
        if self._is_saving:
            self._notice.set_text(text)
            return
        self._is_saving = True
        stop = (STOP, translate("Gallery", "Stop"))
        self._notice.show_message("info", "", text, actions=[stop])

    def say_saved(self, count: int, path: str) -> None:
        self._is_saving = False
        self._folder = str(Path(path).parent)
        text = translate("Gallery", "It is here: {path}").format(path=path)
        if count > 1:
            text = translate("Gallery", "They are here: {path}").format(path=self._folder)
        title = translate("Gallery", "Saved %n picture(s)", None, count)
        folder = (ActionId.OPEN_FOLDER.value, action_label(ActionId.OPEN_FOLDER))
        self._notice.show_message("ok", title, text, actions=[folder])

    def say_failed(self, problem: Problem, done: int, total: int) -> None:
        """What was saved before it is whole, and so is the gallery."""
        kept = translate("Gallery", "The picture is still in the gallery, nothing was overwritten.")
        if total > 1:
            kept = translate(
                "Gallery",
                "{done} of {total} were saved as a whole; the others are still in the gallery, "
                "nothing was overwritten.",
            ).format(done=done, total=total)
        self._is_saving = False
        self._say(problem, kept, (PLACE, translate("Gallery", "Choose another place")))

    def say_problem(self, problem: Problem) -> None:
        self._say(problem, "", (ActionId.CLOSE.value, action_label(ActionId.CLOSE)))

    def say_stopped(self) -> None:
        """Saving was stopped before anything was there."""
        self._is_saving = False
        self._notice.dismiss()

    def say_line(self, text: str) -> None:
        self._notice.show_message("info", "", text)

    def _say(self, problem: Problem, kept: str, action: tuple[str, str]) -> None:
        said = problem_sentence(problem, kept=kept)
        self._notice.show_message(
            said.level,
            said.title,
            said.text,
            icon=said.icon,
            actions=[action],
            faq=said.faq,
            details=problem.detail,
        )

    def _on_action(self, action: str) -> None:
        if action == STOP:
            self.stop_requested.emit()
            return
        self._notice.dismiss()
        if action == PLACE:
            self.place_requested.emit()
        if action == ActionId.OPEN_FOLDER and self._folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
