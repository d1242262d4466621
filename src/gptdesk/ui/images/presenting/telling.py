"""What is said on the page in its notices, and what their buttons do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gptdesk.domain import problems as p
from gptdesk.domain.events import ParameterDropped, RetryScheduled
from gptdesk.domain.images import ImageJob
from gptdesk.ui.images.presenting.refusals import rethinking_text
from gptdesk.ui.images.presenting.remembered import problem_of
from gptdesk.ui.images.words import shortened
from gptdesk.ui.widgets.actions import ActionId, action_label
from gptdesk.ui.widgets.sentences import Sentences, problem_sentence

if TYPE_CHECKING:
    from gptdesk.ui.images.page import ImagesPage

translate = QCoreApplication.translate

SUCCESSOR = "successor"
MODEL = "model"
REWORD = "reword"
MODEL_ACTIONS = (ActionId.SETTINGS_MODEL.value, MODEL)
UNFIT_HERE = (ActionId.CONTINUE, ActionId.NEW_CHAT, ActionId.EDIT, ActionId.PACK_INSTALL)
"""Buttons that mean something only in a chat."""


class Teller(QObject):
    """Says one thing that needs an answer, and one that is only to be known.

    Signals:
        retry_requested: the failed ImageJob once more.
        reword_requested: the failed ImageJob's prompt is to be changed.
        model_requested: the list of models is to open.
        successor_requested: the model that replaced the one that is gone.
        settings_requested: the section of the settings.
    """

    retry_requested = Signal(object)
    reword_requested = Signal(object)
    model_requested = Signal()
    successor_requested = Signal(str)
    settings_requested = Signal(str)

    def __init__(self, page: ImagesPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._saved = ""
        self._job: ImageJob | None = None
        self._successor = ""
        self._has_doors = False
        page.notice.action.connect(self._on_action)

    @property
    def told_job(self) -> str:
        """The id of the job whose failure is told now."""
        return self._job.id if self._job is not None and not self._page.notice.isHidden() else ""

    def dismiss(self) -> None:
        self._job = None
        self._page.notice.dismiss()

    def say_job(self, job: ImageJob, successor: str = "", *, unsaved: int = 0) -> None:
        """Why it failed, what was kept, and the next step.

        `unsaved` pictures were made, but the disk did not take them.
        """
        self._job, self._successor = job, successor
        problem = job.problem or problem_of(job.problem_code)
        said = problem_sentence(problem, kept=_held(unsaved) if unsaved else _kept(job))
        title, text = said.title, said.text
        if job.problem is None and isinstance(problem, p.RequestRefused | p.ServiceFailed):
            again = translate(
                "Images", "Its reason was not kept. Trying again shows it. **{kept}**"
            )
            text = again.format(kept=_kept(job))
        if isinstance(problem, p.ContentRefused):
            title = translate("Images", "The service's safety rules stopped this picture")
            text = rethinking_text(job.order.prompt, _kept(job))
        self._page.notice.show_message(
            said.level,
            title,
            text,
            icon=said.icon,
            actions=self._actions(problem, said, successor),
            faq=said.faq,
            details=problem.detail,
        )

    def say_cut(self, job: ImageJob) -> None:
        """The end of the app cut it off."""
        self._job, self._successor = job, ""
        text = translate("Images", "The app was closed while it was being made. **{kept}**")
        self._page.notice.show_message(
            "info",
            translate("Images", "This picture was not finished"),
            text.format(kept=_kept(job)),
            actions=[(ActionId.RETRY.value, action_label(ActionId.RETRY))],
        )

    def say_problem(self, problem: p.Problem) -> None:
        """Something beside the jobs: a file that cannot be read, a full disk."""
        self._job = None
        said = problem_sentence(problem)
        without = {ActionId.RETRY.value, *(a.value for a in UNFIT_HERE)}
        actions = [action for action in said.actions if action[0] not in without]
        close = (ActionId.CLOSE.value, action_label(ActionId.CLOSE))
        self._page.notice.show_message(
            said.level,
            said.title,
            said.text,
            icon=said.icon,
            actions=actions or [close],
            faq=said.faq,
            details=problem.detail,
        )

    def say_saved(self, path: str) -> None:
        self._job, self._saved = None, path
        text = translate("Images", "It is here: {path}").format(path=path)
        folder = (ActionId.OPEN_FOLDER.value, translate("Images", "Open the folder"))
        self._page.notice.show_message("ok", translate("Images", "Saved"), text, actions=[folder])

    def say_event(self, event: object) -> None:
        """Something on the way that is worth a line."""
        if text := _line(event):
            self._page.line.show_message("info", "", text)

    def say_line(self, text: str) -> None:
        self._page.line.show_message("info", "", text)

    def show_doors(self, wanted: bool, *, is_empty: bool) -> None:
        """Nothing but practice drawings: what is needed for real ones.

        It is said at length while nothing else is there to be seen, later by a link.
        """
        self._page.stage.set_practice(wanted)
        if not (wanted and is_empty):
            if self._has_doors:
                self._has_doors = False
                self._page.line.dismiss()
            return
        if self._has_doors:
            return
        self._has_doors = True
        self._page.line.show_message(
            "info",
            translate("Images", "No service here makes pictures yet"),
            translate(
                "Images",
                "For real pictures, gptdesk needs a connection to a service that makes them, with "
                "a key. The link under the model leads there; practising needs nothing.",
            ),
        )

    def _actions(
        self, problem: p.Problem, said: Sentences, successor: str
    ) -> list[tuple[str, str]]:
        """The first one is the next step."""
        unfit = {action.value for action in UNFIT_HERE}
        actions = [action for action in said.actions if action[0] not in unfit]
        if isinstance(problem, p.ContentRefused):
            reword = (REWORD, translate("Images", "Change the words"))
            return [reword, *actions]
        if successor and isinstance(problem, p.ModelNotFound | p.AccessRefused):
            text = translate("Images", "Use {model}").format(model=successor)
            return [(SUCCESSOR, text), *actions]
        if isinstance(problem, p.OrganizationUnverified):
            return [(MODEL, translate("Images", "Choose another model")), *actions[:1]]
        if not any(action[0] == ActionId.RETRY for action in actions):
            actions.append((ActionId.RETRY.value, action_label(ActionId.RETRY)))
        return actions[:3]

    def _on_action(self, action: str) -> None:
        job = self._job
        self._page.notice.dismiss()
        if job is not None and self._on_job_action(action, job):
            return
        if action == ActionId.OPEN_FOLDER and self._saved:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._saved).parent)))
        elif action.startswith("settings") or action == ActionId.CREDIT:
            self.settings_requested.emit("connections")

    def _on_job_action(self, action: str, job: ImageJob) -> bool:
        if action == ActionId.RETRY:
            self.retry_requested.emit(job)
        elif action == REWORD:
            self.reword_requested.emit(job)
        elif action == SUCCESSOR:
            self.successor_requested.emit(self._successor)
            self.retry_requested.emit(job)
        elif action in MODEL_ACTIONS:
            self.model_requested.emit()
        else:
            return False
        return True


def _held(unsaved: int) -> str:
    return translate(
        "Images", "%n finished picture(s) wait here and are not paid for again.", None, unsaved
    )


def _kept(job: ImageJob) -> str:
    """What is safe, in one sentence."""
    if job.pictures:
        return translate("Images", "What was made is kept, and so is your description.")
    if job.order.mask is not None:
        return translate("Images", "Your description, pictures and painted area are kept.")
    if job.order.references:
        return translate("Images", "Your description and pictures are kept.")
    return translate("Images", "Your description is kept.")


def _line(event: object) -> str:
    match event:
        case ParameterDropped(name):
            text = translate("Images", "The service did not take “{name}”; it went without it.")
            return text.format(name=shortened(name, 40))
        case RetryScheduled(seconds=seconds):
            wait = max(1, round(seconds))
            return translate("Images", "It is tried again in %n s.", "seconds", wait)
    return ""
